"""The closed vocabularies of the field, each word with a plain label and where it comes from."""

from __future__ import annotations

from enum import Enum, nonmember
from typing import Self


class Term(Enum):
    """A word of a closed vocabulary, with the label that a student reads."""

    label: str

    def __new__(cls, value: str | int, label: str) -> Self:
        """Keep the label beside the value."""
        word = object.__new__(cls)
        word._value_ = value
        word.label = label
        return word


class ClaimType(Term):
    """What sort of statement a claim is."""

    source = nonmember("The kit's own list, after the claim record of the lessons.")
    EVENT = "event", "that something happened"
    NUMBER = "number", "a number"
    QUOTE = "quote", "what somebody said"
    PREDICTION = "prediction", "that something will happen"
    EVALUATION = "evaluation", "a judgement"
    BACKGROUND = "background", "the setting"


class Mode(Term):
    """How the content is reported."""

    source = nonmember("Attribution relations corpus PARC 3.0 (Pareti, 2016).")
    DIRECT = "direct", "in the speaker’s own words"
    INDIRECT = "indirect", "in the writer’s words"
    MIXED = "mixed", "partly in quotation marks"
    NONE = "none", "not attributed"


class SourceKind(Term):
    """Who is said to hold the content."""

    source = nonmember("After the order of sources in the Reuters Handbook of Journalism.")
    NAMED_OFFICIAL = "named_official", "a named official"
    UNNAMED_OFFICIAL = "unnamed_official", "an unnamed official"
    UNNAMED_MILITARY = "unnamed_military", "an unnamed soldier or commander"
    PARTICIPANT_WITNESS = "participant_witness", "somebody who took part"
    BYSTANDER_WITNESS = "bystander_witness", "somebody who saw it"
    NGO = "ngo", "an aid or campaign group"
    MEDIA_OUTLET = "media_outlet", "a news organisation"
    SOCIAL_CHANNEL = "social_channel", "a channel on a social network"
    DOCUMENT = "document", "a document"
    EXPERT = "expert", "a named expert"
    INSTITUTION_AS_PERSON = "institution_as_person", "a place or body spoken of as a person"
    VAGUE_PLURAL = "vague_plural", "a vague plural"
    REPORTER_VOICE = "reporter_voice", "the reporter’s own voice"


class Proximity(Term):
    """How the source could know."""

    source = nonmember("Primary and secondary sources; AP on second-hand facts.")
    FIRST_HAND = "first_hand", "at first hand, if the account is authentic"
    SECOND_HAND = "second_hand", "was told by somebody who was there"
    HEARSAY = "hearsay", "heard of it from somebody who was told"
    ASSESSMENT = "assessment", "an assessment, not something seen"
    UNKNOWN = "unknown", "the text does not say"


class Allegiance(Term):
    """Where a speaker stands who belongs to no party; the parties are named by each text."""

    source = nonmember("The kit's own list, after the claim record of the lessons.")
    BOTH = "both", "both parties"
    ALLY = "ally", "an ally of one party"
    THIRD_PARTY = "third_party", "neither party nor ally"
    NONE = "none", "not told"


class Disclosure(Term):
    """What a reader can be told of a source without its name."""

    source = nonmember("AP, Guardian and Washington Post on describing unnamed sources.")
    SIDE = "side", "whose side"
    RANK = "rank", "position or rank"
    KNOWS = "knows", "how they know"
    REASON = "reason", "why unnamed"


class CueClass(Term):
    """What the linking word makes a reader believe."""

    source = nonmember("Our own groups, after Hooper (1975) and Recasens and others (2013).")
    NEUTRAL = "neutral", "neutral"
    FACTIVE = "factive", "takes it as true"
    DOUBTING = "doubting", "keeps its distance"
    ASSERTIVE = "assertive", "adds force or a judgement"
    BELIEF = "belief", "reports a belief"
    AGENTLESS = "agentless", "hides who says so"
    NONE = "none", "no linking word"


class Grade(Term):
    """How a casualty recorder would have graded the claim when it was printed."""

    source = nonmember("Grades of Airwars and of counts by name, in words of our own.")
    CONFIRMED = "confirmed", "the responsible side accepts it"
    FAIR = "fair", "two or more credible sources"
    WEAK = "weak", "one source only"
    CONTESTED = "contested", "the sides contradict each other"
    DISCOUNTED = "discounted", "evidence speaks against it"
    NAMED = "named", "the person is identified"
    NONE = "none", "not a matter for grading"


class Status(Term):
    """What the later record makes of a claim."""

    source = nonmember("The kit's own list: a record that leaves a claim open does not settle it.")
    SUPPORTED = "supported", "the record bears it out"
    PARTLY = "partly supported", "the record bears out a part of it"
    CONTRADICTED = "contradicted", "the record speaks against it"
    UNRESOLVED = "unresolved", "the record leaves it open"
    OPINION = "opinion", "no record can settle it"


class Reliability(Term):
    """How reliable the source is, by the Admiralty code."""

    source = nonmember("The Admiralty code (NATO system), source reliability.")
    A = "A", "completely reliable"
    B = "B", "usually reliable"
    C = "C", "fairly reliable"
    D = "D", "not usually reliable"
    E = "E", "unreliable"
    F = "F", "cannot be judged"


class Credibility(Term):
    """How credible the information is, by the Admiralty code."""

    source = nonmember("The Admiralty code (NATO system), information credibility.")
    CONFIRMED = 1, "confirmed by other sources"
    PROBABLE = 2, "probably true"
    POSSIBLE = 3, "possibly true"
    DOUBTFUL = 4, "doubtful"
    IMPROBABLE = 5, "improbable"
    UNKNOWN = 6, "cannot be judged"


WORST = frozenset({Reliability.E, Reliability.F, Credibility.IMPROBABLE, Credibility.UNKNOWN})
"""Ratings of which nothing can be made: what has one is not soundly sourced by that alone."""


class Label(Term):
    """What words can be marked as: parts of an attribution, wording, functions of a frame."""

    source = nonmember("PARC 3.0 (Pareti, 2016); SemEval-2020 Task 11; Entman (1993).")
    SOURCE = "source", "who says so"
    CUE = "cue", "the linking word"
    CONTENT = "content", "what is said"
    LOADED = "loaded", "a word that judges or stirs"
    FORECAST = "forecast", "what is expected to happen"
    EVENT = "event", "what is told as having happened"
    PROBLEM = "problem", "what is said to be the matter"
    CAUSE = "cause", "who or what is said to bring it about"
    JUDGEMENT = "judgement", "what is said to be good or bad"
    REMEDY = "remedy", "what is said should be done"


ATTRIBUTION = (Label.SOURCE, Label.CUE, Label.CONTENT)
"""The labels of an attribution, in the order of PARC."""
