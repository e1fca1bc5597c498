"""`check` on quotations in prose: what is ascribed to a text must stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_kit import ARTICLE, EXERCISES_FILE, changed, changed_page, code, found, small_kit, text

from helpers.checks.ascribed import ascribed
from helpers.checks.quoted import cut_short, stands
from helpers.texts.article import Article

if TYPE_CHECKING:
    from pathlib import Path

CLAIMS = "seeds/lamps/claims.yaml"
EXERCISES = "lessons/exercises/01-lamps.yaml"
WHY = "No report is named."

# Each row: prose that is sound, and the same with a fault.
BY_SENTENCE = {
    "a number behind": ("“Forty lamps” (S1) is much.", "“Forty lamps” (S4) is much."),
    "behind more words": (
        "A “crushed hand”, a bare fact (S2).",
        "A “crushed hand”, a bare fact (S3).",
    ),
    "behind a name": (
        "They “will break” (the reports, S4).",
        "They “will break” (the reports, S5).",
    ),
    "behind the stop": ("He says “forty lamps”. (S1)", "He says “fifty lamps”. (S1)"),
    "behind dots": ("It has “forty lamps” … (S1)", "It has “forty lamps” … (S2)"),
    "after a comma": ("One voice (“Reports”, S4) is thin.", "One voice (“Report”, S4) is thin."),
    "in": ("Look at “say” in S4.", "Look at “says” in S4."),
    "of": ("The “mayor” of S1 is named.", "The “mayor” of S4 is named."),
    "from, with a bracket": (
        "A time (“at night”) from S5 is added.",
        "A time (“at dusk”) from S5.",
    ),
    "standing in": ("Does “Nobody” stand in S3?", "Does “Nobody” stands in S2?"),
    "a list": ("Put “said” and “on Monday” in S1.", "Put “said” and “on Sunday” in S1."),
    "a verb": ("S4 says that “more will break”.", "S4 says that “more will fall”."),
    "a verb and a comma": ("In S4 they say, “more will break”.", "In S4 they say, “more breaks”."),
    "no verb": ("S1 has “said”, S4 “say”.", "S1 has “said”, S4 “said”."),
    "a colon": ("S2: “A crushed hand” is seen.", "S2: “A broken hand” is seen."),
    "an owner": ("S5’s “at night” is a time.", "S5’s “by night” is a time."),
    "a second": ("S1 has “said” and a “mayor”.", "S1 has “said” and a “major”."),
    "the nearer number": ("S4 follows “on Monday” (S1).", "S1 follows “on Monday” (S4)."),
    "several sentences": ("S4 and S5 have “at night”.", "S1, S2 and S4 have “at night”."),
    "a run of sentences": ("“seen. Nobody” (S2-S3) is bare.", "“seen. Nobody” (S3-S5) is bare."),
    "a run in words": ("S1 to S3 have “Nobody”.", "S1 to S2 have “Nobody”."),
    "a sentence that is there": ("S5 has “at night”.", "S6 has “at night”."),
    "a third text": ("mill/S1 has “Dust”.", "mill/S1 has “lamps”."),
    "a third text, behind": ("It has “Dust” in S1 of mill.", "It has “lamps” in S1 of mill."),
    "another text": ("twin/S1 says “nothing broke”.", "twin/S1 says “forty lamps” broke."),
    "another text, by name": (
        "In twin S1 “nothing” is told.",
        "In twin S1 “forty lamps” are told.",
    ),
    "another text, behind": (
        "It has “nothing” (S1 of the twin).",
        "It has “forty” (S1 of the twin).",
    ),
    "this text, behind": (
        "It is “forty lamps” in S1 of lamps.",
        "It is “nothing” in S1 of the text.",
    ),
}
BY_TEXT = {
    "the article": ("The article prints “forty lamps”.", "The article prints “fifty lamps”."),
    "a comma": ("Source: the article, “on Monday”.", "Source: the article, “on Sunday”."),
    "a list": ("The text has a “mayor”, a “hand”.", "The text has a “mayor”, a “foot”."),
    "the story": ("The story ends with “at night”.", "The story ends with “by night”."),
    "the report": ("The report says “forty lamps”.", "The report says “forty lambs”."),
    "the lede": ("The lede tells that “more will break”.", "The lede tells that “many broke”."),
    "the writer": ("The writer calls them “lamps”.", "The writer calls them “lights”."),
    "its words": ("Not a light: “lamps” is the article’s word.", "“Light” is the article’s word."),
    "words in it": ("Look for “crushed” in the text.", "Look for “broken” in the text."),
    "as it says": ("“Forty lamps”, the article says.", "“Fifty lamps”, the article says."),
    "says the text": ("“Forty lamps”, says the text.", "“Fifty lamps”, says the text."),
    "an owner": ("Hear the article’s “crushed hand”.", "Hear the article’s “sore hand”."),
    "the twin": ("The twin says “nothing broke”.", "The twin says “forty lamps” broke."),
    "the good twin": ("So the good twin prints “nothing”.", "So the good twin prints “lamps”."),
}
SHAPES = {
    "a capital": ("S5 has “At night”.", "S5 has “At Night”."),
    "a stop inside": ("S5 has “at night.”", "S5 has “at nigh.”"),
    "dots": ("S1 has “The mayor … broke”.", "S1 has “broke … The mayor”."),
    "dots for words": ("S1 has “The mayor … that”.", "S1 has “The mayor that”."),
    "a capital after dots": ("S1 has “said … Monday”.", "S1 has “said … monday”."),
    "three points": ("S1 has “said ... broke”.", "S1 has “broke ... said”."),
    "brackets": ("S4 has “[papers] say that”.", "S4 has “(papers) say that”."),
    "brackets inside": ("S1 has “on [one day] that”.", "S1 has “on [that] one day”."),
    "marks inside marks": ("S1 has “that ‘forty lamps’ broke”.", "S1 has “that ‘forty’ lamps”."),
    "whole words": ("S4 has “Reports”.", "S4 has “ports”."),
    "half a word": ("S4 has “Reports say”.", "S4 has “Reports sa”."),
}
ROWS = {"sentence": BY_SENTENCE, "text": BY_TEXT, "shape": SHAPES}
EVERY = {f"{kind}: {name}": row for kind, rows in ROWS.items() for name, row in rows.items()}


def claim_says(root: Path, prose: str) -> list[str]:
    """Let a claim of the kit say this, beside texts of other words, and give what is found."""
    twin = small_kit(root) / "seeds/twin/article.txt"
    file = root / CLAIMS
    whole = file.read_text(encoding="utf-8")
    assert whole.count(WHY) == 1
    file.write_text(whole.replace(WHY, f'"{prose}"'), encoding="utf-8")
    twin.write_text("The mayor said that nothing broke.\n", encoding="utf-8")
    (root / "seeds/mill").mkdir(exist_ok=True)
    (root / "seeds/mill/article.txt").write_text("Dust fell.\n", encoding="utf-8")
    return found(file)


@pytest.mark.parametrize(("sound", "fault"), EVERY.values(), ids=EVERY)
def test_words_stand_where_the_prose_says(tmp_path: Path, sound: str, fault: str) -> None:
    assert claim_says(tmp_path / "sound", sound) == []
    (finding,) = claim_says(tmp_path / "fault", fault)
    assert "claims.yaml, C02: “" in finding
    assert "” does not stand in " in finding


def test_a_finding_names_file_item_words_and_sentence_and_says_what_to_do(tmp_path: Path) -> None:
    (finding,) = claim_says(tmp_path, "He speaks of “fifty lamps” (S1).")
    assert finding.endswith(
        "seeds/lamps/claims.yaml, C02: “fifty lamps” does not stand in S1 of lamps; "
        "copy the exact words, or mend the number."
    )
    (finding,) = claim_says(tmp_path, "The article has “fifty lamps”.")
    assert finding.endswith("“fifty lamps” does not stand in lamps; copy the exact words, or say "
                            "whose words they are.")  # fmt: skip


SILENT = [
    "“Broke down” is a coined word.",
    "The letter says “fifty lamps”.",
    "“Claimed” would keep S1 his word.",
    "“Claimed” in S1 would be fair.",
    "In S1 “claimed” would be fair.",
    "S1 does not say “fifty”.",
    "S1 doesn’t say “fifty”.",
    "S1 has no “fifty” and no “sixty”.",
    "S1 could say “claimed” as well.",
    "In S1 write “claimed” instead.",
    "S3 leaves out “by the police”.",
    "“However” promises a contrast with S3.",
    "As S4, with “he wrote”.",
    "After S4 “sixty” is no surprise.",
    "S1 is thin, so “cannot be told” can be argued for.",
    "The letter goes on where S1 stops: “sixty”.",
    "The “mayor” of S1 has become an “officer”.",
    "The text of the treaty says “fifty lamps”.",
    "The address of the article says “over 40”.",
    "“Fifty” is not in the article.",
    "Unlike the article, “fifty” is exact.",
    "The article about “fifty” is another one.",
    "“Fifty” in the article’s margin is a note.",
    "“Nobody Was asked” is odd.",
    "Beside the article the letter has “fifty”.",
    "The article says less. A letter has “fifty”.",
    "The article is short, and the letter has “fifty”.",
]


@pytest.mark.parametrize("prose", SILENT)
def test_of_other_words_nothing_is_known(tmp_path: Path, prose: str) -> None:
    assert all("stands in no text" in one for one in claim_says(tmp_path, prose))
    assert [one for one in ascribed(prose) if one.words != "mayor"] == []


def test_the_twin_is_nobody_where_there_is_none(tmp_path: Path) -> None:
    about = small_kit(tmp_path) / "seeds/lamps/article.yaml"
    about.write_text(about.read_text("utf-8").replace("also_read: twin\n", ""), encoding="utf-8")
    file = tmp_path / CLAIMS
    file.write_text(
        file.read_text("utf-8").replace(WHY, "The good twin says “x”."), encoding="utf-8"
    )
    assert found(file) == []


def test_in_a_twin_the_article_may_be_the_other_text(tmp_path: Path) -> None:
    twin = small_kit(tmp_path) / "seeds/twin"
    claims = (tmp_path / CLAIMS).read_text("utf-8")
    for prose, faults in (("The article has “x”.", 0), ("The good twin has “x”.", 1)):
        (twin / "claims.yaml").write_text(claims.replace(WHY, prose), encoding="utf-8")
        assert len(found(twin / "claims.yaml")) == faults


CLIPPED = {
    "a word left out": ("The “forty lamps” are counted.", "“The mayor said that” is a link."),
    "some words left out": ("“The mayor … that” is a link.", "“The mayor that” is a link."),
    "in another case": ("“Nobody was asked” is honest.", "“Nobody asked” is honest."),
}


@pytest.mark.parametrize(("sound", "fault"), CLIPPED.values(), ids=CLIPPED)
def test_a_quotation_is_not_cut_short_unseen(tmp_path: Path, sound: str, fault: str) -> None:
    assert claim_says(tmp_path / "sound", sound) == []
    (finding,) = claim_says(tmp_path / "fault", fault)
    assert "; copy the exact words, or write … for them." in finding
    assert "C02: “" in finding


def test_words_that_stand_elsewhere_as_they_are_are_not_cut() -> None:
    text = "Two red lamps broke. Two lamps were left."
    assert stands("Two lamps", Article.from_text("x", text))
    assert cut_short("two broke", Article.from_text("x", text)) == "S1"


def test_words_far_apart_are_no_cut_quotation() -> None:
    article = Article.from_text("x", ARTICLE)
    assert not cut_short("The mayor broke", article)
    assert not cut_short("Lamps forty", article)


BAD = "The article has “fifty”."
PLACES = {
    "a gist": (CLAIMS, "gist: More will break.", f"gist: {BAD}", "C02"),
    "what came later": (CLAIMS, "text: Supported.", f"text: Supported. {BAD}", "C01"),
    "a document": (CLAIMS, "says: Glass lay there.", f"says: {BAD}", "D01"),
    "a feature": ("seeds/lamps/features.yaml", "why: No name.", f"why: {BAD}", "F01"),
    "good practice": ("seeds/lamps/features.yaml", "A day is given.", BAD, "G01"),
    "a record": ("seeds/lamps/comparisons.yaml", "record: Many.", f"record: {BAD}", "street"),
    "what is known": ("seeds/lamps/article.yaml", "A neighbour wrote it.", BAD, "article.yaml:"),
    "a question": (EXERCISES, "ask: Who says so?", f"ask: {BAD}", "who"),
    "a hint": (EXERCISES, "Look at the start.", BAD, "who"),
    "what would settle it": (EXERCISES, "settle: A list of lamps.", f"settle: {BAD}", "who"),
    "a verdict": (EXERCISES, "verdict: He does.", f"verdict: {BAD}", "who"),
    "a reason": (EXERCISES, "why: He is named.", f"why: {BAD}", "who"),
    "what tempts": (EXERCISES, "why: Many say so.", f"why: {BAD}", "place"),
    "an option": (EXERCISES, "text: Everybody", f"text: {BAD}", "who"),
    "a slip": (EXERCISES, "A name is no proof.", BAD, "named=true"),
    "an example": (EXERCISES, "note: One man counted.", f"note: {BAD}", "examples, C01"),
    "a part of it": (EXERCISES, "source: A man., cue: A verb., content: A count.}, note",
                     f"source: A man., cue: A verb., content: {BAD}}}, note", "examples, C01"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "item"), PLACES.values(), ids=PLACES)
def test_prose_is_looked_at_wherever_it_stands(
    tmp_path: Path, name: str, old: str, new: str, item: str
) -> None:
    findings = changed(tmp_path, name, old, new)
    assert len(findings) == 1
    assert f"{item}" in findings[0]
    assert "“fifty” does not stand in lamps" in findings[0]


FILES = {
    "actions.yaml": "- {id: broke, verb: [{S1: broke}], voice: active, why: SAID}\n",
    "sides.yaml": "pairs: []\nleft: {lamps: SAID}\n",
    "features.yaml": "features: [{id: F01, words: [{S4: Reports}], category: none, why: SAID}]\n",
    "claims.yaml": "voices: [{id: mayor, name: A man, could: SAID}]\nclaims: []\n",
    "charts.yaml": (
        "- {id: words, kind: bounds, title: Words, picture: SAID, heads: [Words, Low, High],\n"
        "   axis: Lamps, source: Ours., phrases: [{words: {S1: forty lamps}}]}\n"
    ),
}


def added(root: Path, name: str, prose: str) -> list[str]:
    """Let a file of a text say this, and give what is found besides what was found before."""
    path = small_kit(root) / "seeds/lamps" / name
    path.write_text(FILES[name].replace("SAID", "It is dark."), encoding="utf-8")
    before = found(path)
    path.write_text(FILES[name].replace("SAID", f'"{prose}"'), encoding="utf-8")
    return [one for one in found(path) if one not in before]


@pytest.mark.parametrize("name", FILES)
def test_every_file_of_a_text_is_looked_at(tmp_path: Path, name: str) -> None:
    (finding,) = added(tmp_path, name, BAD)
    assert "“fifty” does not stand in lamps" in finding


@pytest.mark.parametrize("name", [name for name in FILES if name != "charts.yaml"])
def test_what_is_said_of_one_text_cuts_no_words_short(tmp_path: Path, name: str) -> None:
    (finding,) = added(tmp_path, name, "It is “the mayor that” speaks.")
    assert "“the mayor that” leaves words of S1 out" in finding


def exercise_says(root: Path, show: str, prose: str) -> list[str]:
    """Let an exercise on other sentences say this, and give what is found."""
    (small_kit(root) / "seeds/twin/article.txt").write_text("Nothing broke.\n", encoding="utf-8")
    file = root / EXERCISES
    whole = file.read_text(encoding="utf-8")
    whole = whole.replace("ask: Who says so?\n  show: S1", f"ask: Who says so?\n  show: {show}")
    file.write_text(whole.replace("Look at the start.", prose), encoding="utf-8")
    return found(file)


def test_a_number_means_the_text_that_an_exercise_shows(tmp_path: Path) -> None:
    says = "S1 has “Nothing broke”."
    assert exercise_says(tmp_path, "twin/S1", says) == []
    (finding,) = exercise_says(tmp_path, "S1", says)
    assert "who: “Nothing broke” does not stand in S1 of lamps" in finding
    (finding,) = exercise_says(tmp_path, "twin/S1", "S1 of the article has “Nothing broke”.")
    assert "does not stand in S1 of lamps" in finding


def test_a_page_is_looked_at_paragraph_by_paragraph(tmp_path: Path) -> None:
    cell = text(1)

    def say(prose: str) -> list[str]:
        return changed_page(
            tmp_path, lambda page: page["cells"][2].update(cell | {"source": prose})
        )

    assert say("S1 has *“forty lamps”*, S4 [“Reports”](../README.md) too.") == []
    (finding,) = say("There is **“fifty lamps”** in S1.")
    assert "01-lamps.ipynb, text-1: “fifty lamps” does not stand in S1 of lamps" in finding
    (finding,) = say("There is [“fifty lamps”](../README.md) in S1.")
    assert "“fifty lamps” does not stand" in finding
    assert say("Read S4\n\n“at night”") == []
    assert say("| S4 | “at night” |\n|---|---|\n| “forty” | (S4) |") == []
    (finding,) = say("| What | Where |\n|---|---|\n| “fifty” (S1) | there |")
    assert "“fifty” does not stand" in finding
    (finding,) = say("In S1\nwe read “fifty”.")
    assert "“fifty” does not stand" in finding


def test_a_number_on_a_page_means_any_text_of_its_lesson(tmp_path: Path) -> None:
    says = text(99) | {"source": "S1 has “Nothing”."}
    asks = EXERCISES_FILE.replace("ask: How many?", "ask: How many?\n  article: twin", 1)
    for read, asked, faults in (
        ("S1", EXERCISES_FILE, 1),
        ("twin/S1", EXERCISES_FILE, 0),
        ("S1", asks, 0),
    ):
        cells = [says, code(99, f'lesson.read("{read}")')]
        changed_page(tmp_path, lambda page, cells=cells: page["cells"].extend(cells))
        (tmp_path / "seeds/twin/article.txt").write_text("Nothing broke.\n", encoding="utf-8")
        (tmp_path / EXERCISES).write_text(asked, encoding="utf-8")
        assert len(found(tmp_path / "lessons/01-lamps.ipynb")) == faults
