"""`check` on who speaks: a claim has the voice of its speaker, and a name stands in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support import make_dossier, write

from helpers.checks.speakers import names, speakers

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
A wounded soldier said that many fell. “They are dead,” he said. Rell’s Ada Morrow denied it.
Her ministry has sent nobody, a clerk said. The official gave no name. Each side is silent.
Then papers wrote of it.
"""
VOICES = (
    {"id": "soldier", "name": "the wounded man", "knows": [{"S1": "wounded soldier"}]},
    {"id": "morrow", "name": "Ada Morrow, for Rell", "named": True},
    {"id": "clerk", "name": "a clerk"},
    {"id": "sides", "name": "both", "side": [{"S6": "Each side"}]},
    {"id": "papers", "name": "the press", "one": False},
)
SAID: dict[str, tuple[str, str, str]] = {
    "C1": ("S1", "A wounded soldier", "soldier"),
    "C2": ("S2", "he", "soldier"),
    "C3": ("S3", "Rell’s Ada Morrow", "morrow"),
    "C4": ("S4", "a clerk", "clerk"),
    "C5": ("S5", "The official", "clerk"),
    "C6": ("S6", "Each side", "sides"),
}


def told(root: Path, voices: tuple[dict[str, Any], ...] = VOICES, **more: Any) -> list[str]:
    """Give what is found when some claims say more than they do in the sound text."""
    claims = []
    for name, (sentence, words, voice) in SAID.items():
        kind = "named_official" if voice == "morrow" else "participant_witness"
        fields = {"source": [{sentence: words}], "voice": voice, "kind": kind, "content": []}
        claims.append(write("claim", id=name, **(fields | more.get(name, {}))))
    dossier = make_dossier(root, TEXT, tuple(claims), voices)
    return [f"{flaw.item}: {flaw.says}" for rule in (speakers, names) for flaw in rule(dossier)]


def test_a_sound_text_has_no_finding(tmp_path: Path) -> None:
    assert told(tmp_path) == []


SWAPPED = {
    "a name": ("C3", "soldier", "Its source “Rell’s Ada Morrow” leads to the voice morrow, not to"),
    "a word of a name": ("C4", "sides", "“a clerk” leads to the voice clerk"),
    "words that tell who it is": ("C1", "clerk", "“A wounded soldier” leads to the voice soldier"),
    "words that stand for a name": ("C6", "clerk", "“Each side” leads to the voice sides"),
    "he": ("C2", "clerk", "“he” leads to the voice soldier"),
    "an official": ("C5", "soldier", "“The official” leads to the voice clerk"),
}


@pytest.mark.parametrize(("claim", "voice", "says"), SWAPPED.values(), ids=SWAPPED)
def test_a_voice_that_is_not_the_speaker_is_found(
    tmp_path: Path, claim: str, voice: str, says: str
) -> None:
    (finding,) = told(tmp_path, **{claim: {"voice": voice, "kind": "participant_witness"}})
    assert finding.startswith(f"{claim}: ")
    assert says in finding


def test_who_speaks_first_may_be_called_anything(tmp_path: Path) -> None:
    claim = write("claim", source=[{"S1": "A wounded soldier"}], voice="papers", kind="ngo")
    dossier = make_dossier(tmp_path, TEXT, (claim,), VOICES[-1:])
    assert list(speakers(dossier)) == []


KINDS = {
    "an unnamed official of that name": ("C3", "unnamed_official"),
    "a named official without a name": ("C4", "named_official"),
    "a vague plural of that name": ("C3", "vague_plural"),
}


@pytest.mark.parametrize(("claim", "kind"), KINDS.values(), ids=KINDS)
def test_the_kind_of_a_source_agrees_with_its_name(tmp_path: Path, claim: str, kind: str) -> None:
    (finding,) = told(tmp_path, **{claim: {"kind": kind}})
    assert finding.startswith(f"{claim}: Its kind and its voice do not agree")


NAMELESS = {
    "a common word": ("clerk", "a clerk", "has no name “clerk”"),
    "words of our own": ("soldier", "the wounded man", "has no name “wounded man”"),
    "another name": ("clerk", "Ida Morrow", "has no name “Ida Morrow”"),
    "half a word": ("clerk", "Mor", "has no name “Mor”"),
}


@pytest.mark.parametrize(("voice", "name", "says"), NAMELESS.values(), ids=NAMELESS)
def test_who_is_named_has_a_name_in_the_text(
    tmp_path: Path, voice: str, name: str, says: str
) -> None:
    voices = tuple(
        {**one, "name": name, "named": True} if one["id"] == voice else one for one in VOICES
    )
    kept = {"C2": {"voice": "soldier"}}
    found = [says for says in told(tmp_path, voices, **kept) if says.startswith("voices, ")]
    assert len(found) == 1
    assert says in found[0]


def test_a_name_in_a_writing_without_capitals_is_a_name(tmp_path: Path) -> None:
    voice = {"id": "salim", "name": "سليم", "named": True}
    dossier = make_dossier(tmp_path, "قال سليم إنّ الجسر مفتوح.\n", (), (voice,))
    assert list(names(dossier)) == []
