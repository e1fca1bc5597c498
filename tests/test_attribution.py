from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from guard import no_hang
from support import make_dossier, write

from helpers.errors import KitError
from helpers.texts.dossier import open_dossier
from helpers.topics.attribution import chain, onward, origins

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.texts.dossier import Dossier
    from helpers.topics.attribution import Hop


def linked(folder: Path, **parents: list[str]) -> Dossier:
    """Make claims that rest on each other."""
    claims = [write("claim", id=name, parents=above) for name, above in parents.items()]
    return make_dossier(folder, claims=tuple(claims))


def steps(hop: Hop) -> list[object]:
    return [hop.step.id, *(steps(parent) for parent in hop.parents)]


def test_a_chain_follows_every_parent(tmp_path: Path) -> None:
    dossier = linked(tmp_path, C1=["C2", "C3"], C2=["C4"], C3=[], C4=[])
    assert steps(chain(dossier, "C1")) == ["C1", ["C2", ["C4"]], ["C3"]]


def test_two_ways_to_one_origin_are_one_origin(tmp_path: Path) -> None:
    dossier = linked(tmp_path, C1=["C2", "C3"], C2=["C4"], C3=["C4"], C4=[])
    assert origins(chain(dossier, "C1")) == {"C4"}


def test_what_rests_on_nothing_is_its_own_origin(tmp_path: Path) -> None:
    assert origins(chain(linked(tmp_path, C1=[]), "C1")) == {"C1"}


def test_a_chain_that_bites_its_tail_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KitError, match="rell: C1 rests on itself"):
        chain(linked(tmp_path, C1=["C2"], C2=["C1"]), "C1")


def test_an_unknown_parent_is_named(tmp_path: Path) -> None:
    with pytest.raises(KitError, match=r"rell: D99 is not in claims\.yaml"):
        chain(linked(tmp_path, C1=["D99"]), "C1")


@pytest.mark.parametrize("wide", [1, 2], ids=["a long chain", "one that doubles at every step"])
def test_a_chain_that_nobody_could_follow_is_one_sentence(tmp_path: Path, wide: int) -> None:
    parents = {f"C{n}": [f"C{n + 1}"] * wide for n in range(300)} | {"C300": []}
    dossier = linked(tmp_path, **parents)
    with pytest.raises(KitError, match="C0 has more than 200 steps behind it"), no_hang("a chain"):
        chain(dossier, "C0")


@pytest.mark.parametrize("text", ["kursk", "kursk-twin"])
def test_every_chain_of_the_texts_ends_somewhere(text: str) -> None:
    dossier = open_dossier(text)
    assert all(origins(chain(dossier, claim.id)) for claim in dossier.ledger.claims)


def test_all_that_the_soldier_says_has_one_origin() -> None:
    dossier = open_dossier("kursk")
    ends = {claim: origins(chain(dossier, claim)) for claim in ("C05", "C07", "C08", "C10")}
    assert len(set(ends.values())) == 1
    assert len(ends["C07"]) == 1


def test_sentences_without_any_source_are_those_of_the_lesson() -> None:
    dossier = open_dossier("kursk")
    sourced = {place for c in dossier.ledger.claims if c.source for place in c.sentences()}
    assert {s.id for s in dossier.article.sentences} - sourced == {"S2", "S3", "S14"}


def test_a_text_that_a_document_quotes_is_printed() -> None:
    hops = {hop.step.id: hop for hop in onward(chain(open_dossier("kursk"), "C07"))}
    standing = {name: (hop.standing.value, hop.link.value) for name, hop in hops.items()}
    assert standing == {
        "D01": ("sourced", "sourced"),
        "D02": ("sourced", "sourced"),
        "D03": ("inferred", "inferred"),
        "D04": ("inferred", "inferred"),
        "D05": ("printed", "inferred"),
        "C07": ("printed", "printed"),
    }


def test_what_many_steps_rest_on_comes_once_and_before_them(tmp_path: Path) -> None:
    dossier = linked(tmp_path, C1=["C2", "C3"], C2=["C4"], C3=["C4"], C4=[])
    assert [hop.step.id for hop in onward(chain(dossier, "C1"))] == ["C4", "C2", "C3", "C1"]
