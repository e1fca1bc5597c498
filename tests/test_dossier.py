from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec
import pytest
from support import make_dossier, write, write_yaml

from helpers.errors import KitError
from helpers.kinds.forms import FormFile
from helpers.paths import SEEDS
from helpers.texts.article import Quote
from helpers.texts.dossier import Dossier, open_dossier
from helpers.texts.files import read_yaml
from helpers.view.charts.registry import charts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXTS = sorted(folder.name for folder in SEEDS.iterdir() if folder.is_dir())
FOR_TESTS = ["island-raid", "mountain-column", "river-landing"]
"""The reports of the test forms: what is kept about other texts would give their keys away."""
each_text = pytest.mark.parametrize("text", TEXTS)
each_taught = pytest.mark.parametrize("text", sorted({*TEXTS} - {*FOR_TESTS}))


def quotes(written: object) -> Iterator[Quote]:
    """Find all quotations, however deep they lie."""
    if isinstance(written, Quote):
        yield written
    elif isinstance(written, msgspec.Struct):
        yield from quotes([getattr(written, name) for name in written.__struct_fields__])
    elif isinstance(written, Iterable) and not isinstance(written, str):
        for inside in written:
            yield from quotes(inside)


def test_the_seed_and_its_twin_are_there() -> None:
    assert {"kursk", "kursk-twin"} <= set(TEXTS)


def test_only_the_reports_of_the_tests_have_no_claims() -> None:
    assert [text for text in TEXTS if not open_dossier(text).ledger.claims] == FOR_TESTS
    forms = (SEEDS.parent / "lessons/forms").glob("?.yaml")
    assert {read_yaml(path, FormFile).article for path in forms} == {*FOR_TESTS}


@each_taught
def test_every_quotation_stands_in_its_text(text: str) -> None:
    dossier = open_dossier(text)
    files = [dossier.about, dossier.ledger, dossier.features, dossier.comparisons]
    found = list(quotes([*files, dossier.actions, charts_of(dossier)]))
    assert len(found) > 15
    assert all(dossier.quoted(quote) for quote in found)


@each_text
def test_what_is_said_of_a_text_fits_it(text: str) -> None:
    dossier = open_dossier(text)
    content = (SEEDS / text / "article.txt").read_bytes()
    assert dossier.about.id == text
    assert dossier.about.sha256 == hashlib.sha256(content).hexdigest()
    assert dossier.about.words == len(dossier.article.text.split())


@each_text
def test_a_text_that_is_no_news_says_so(text: str) -> None:
    about = open_dossier(text).about
    assert about.kind == "seed" or about.label.startswith("Constructed for teaching.")


@each_taught
def test_every_sentence_has_a_claim(text: str) -> None:
    dossier = open_dossier(text)
    assert [s.id for s in dossier.article.sentences if not dossier.claims_in(s.id)] == []


@each_text
def test_ids_are_unique(text: str) -> None:
    dossier = open_dossier(text)
    ids = [row.id for row in (*dossier.ledger.claims, *dossier.ledger.documents)]
    assert len(set(ids)) == len(ids)


@each_text
def test_the_side_of_every_claim_has_a_name(text: str) -> None:
    dossier = open_dossier(text)
    assert len(dossier.parties) >= 2
    assert all(dossier.side_name(claim.side) for claim in dossier.ledger.claims)


def test_a_side_is_a_party_of_the_text_or_a_place_beside_the_parties(tmp_path: Path) -> None:
    parties = {"parties": [{"id": "rell", "name": "Rell"}]}
    home = make_dossier(tmp_path)
    write_yaml(home.folder / "sides.yaml", parties)
    assert (home.side_name("rell"), home.side_name("none")) == ("Rell", "not told")
    with pytest.raises(KitError, match="“ostrel” is no side of the text “rell”"):
        home.side_name("ostrel")


def test_a_text_that_names_no_parties_has_only_places(tmp_path: Path) -> None:
    home = make_dossier(tmp_path)
    (home.folder / "sides.yaml").unlink()
    assert (home.parties, home.side_name("third_party")) == ((), "neither party nor ally")


def test_the_graphic_words_of_the_seed_are_named() -> None:
    dossier = open_dossier("kursk")
    assert [dossier.quoted(quote) for quote in dossier.about.graphic] == ["headless bodies"]


@pytest.mark.parametrize("name", ["", "nowhere", "..", "../seeds/kursk", "kursk/", "/etc", "a\0b"])
def test_a_text_that_is_not_in_seeds_is_refused(name: str) -> None:
    with pytest.raises(KitError, match="There is no text"):
        open_dossier(name)


def test_claims_are_found_by_the_sentence_of_their_content(tmp_path: Path) -> None:
    first, second = write("claim"), write("claim", id="C02", content=[{"S2": "Others"}])
    dossier = make_dossier(tmp_path, claims=(second, first))
    assert [claim.id for claim in dossier.claims_in("S1")] == ["C01"]


def test_claims_of_one_sentence_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path, claims=(write("claim", id="C09"), write("claim")))
    assert [claim.id for claim in dossier.claims_in("S1")] == ["C09", "C01"]


@pytest.mark.parametrize("identity", ["C99", "", "C01 "])
def test_an_unknown_claim_is_named_in_the_error(identity: str) -> None:
    with pytest.raises(KitError, match=f"“kursk” has no claim “{identity}”"):
        open_dossier("kursk").claim(identity)


def test_an_unknown_comparison_is_named_in_the_error() -> None:
    with pytest.raises(KitError, match="“kursk” has no comparison “weather”"):
        open_dossier("kursk").comparison("weather")


def test_a_text_needs_no_claims(tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "article.txt").write_text("One.", encoding="utf-8")
    dossier = Dossier(tmp_path / "bare")
    assert (dossier.ledger.claims, dossier.features.features, dossier.comparisons) == ((), (), ())


def test_a_quotation_of_another_text_is_looked_up_there() -> None:
    quote = Quote("kursk-twin/S4", "Ukrainian units")
    assert open_dossier("kursk").quoted(quote) == "Ukrainian units"
