"""Words around what is kept about a text: its claims with their ratings, and what it does."""

CLAIMS = "Every claim of the text"
CLAIMS_HOW = (
    "Open a claim to see who is behind it and how it could be rated when it was printed. What came "
    "later changes no rating."
)
TYPE = "What it is"
SAID_BY = "Who holds it"
NEARNESS = "How they know"
REPORTED = "How it is reported"
LINK = "The linking word"
GRADE = "As a recorder would grade it"
RELIABILITY = "The source"
CREDIBILITY = "The information"
SOURCED = "Sourcing"
SOUND = {True: "adequately sourced as printed", False: "not adequately sourced as printed"}
LATER = "What came later:"
FEATURES = "What we saw in the text"
FEATURES_HOW = "What the text does right comes first. Where careful readers differ, it says so."
GOOD_PRACTICE = "What it does right"
GROUP = "{name} ({number})"
ARGUABLE = "careful readers differ"
