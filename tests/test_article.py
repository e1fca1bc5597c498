from __future__ import annotations

import hashlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import JUNK, TEXTS

from helpers.errors import KitError
from helpers.texts.article import Article, Quote
from helpers.texts.dossier import SEEDS, open_dossier

SEED_SHA256 = "59b4763bc4b268e8c9217046d53143e6b69440e6dedfbbecc55601bce1095115"
MIXED = "One 👩‍🚀 e\u0301clair. “\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd,” he said. No"


def sentences(text: str) -> list[str]:
    article = Article.from_text("x", text)
    return [article.cut(sentence.span) for sentence in article.sentences]


def test_the_seed_is_kept_byte_for_byte() -> None:
    content = (SEEDS / "kursk" / "article.txt").read_bytes()
    assert hashlib.sha256(content).hexdigest() == SEED_SHA256


def test_the_seed_has_fourteen_sentences() -> None:
    found = open_dossier("kursk").article.sentences
    assert [sentence.id for sentence in found] == [f"S{n}" for n in range(1, 15)]


def test_the_sentences_of_the_seed_begin_where_the_tables_say() -> None:
    article = open_dossier("kursk").article
    begins = {s.id: article.cut(s.span).split()[0] for s in article.sentences}
    assert [begins[i] for i in ("S1", "S5", "S7", "S11", "S14")] == [
        "Crack", "“There", "“The", "“If", "The",
    ]  # fmt: skip


def test_the_twin_splits_into_thirteen_whole_sentences() -> None:
    article = open_dossier("kursk-twin").article
    found = [article.cut(sentence.span) for sentence in article.sentences]
    assert len(found) == 13
    assert all(words[0].isupper() and words.endswith(".") for words in found)


def test_a_line_is_a_paragraph_and_an_empty_one_is_none() -> None:
    article = Article.from_text("x", "One. Two.\n\n  \nThree.\n")
    assert [s.paragraph for s in article.sentences] == [1, 1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Kim left.",
        "He paid 3.5 million.",
        "“Why?” he asked.",
        "Gen. Lee",
        "wait… and see",
        "No. 7",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_split_it(text: str) -> None:
    assert sentences(text) == [text]


def test_quotation_marks_stay_with_their_sentence() -> None:
    assert sentences("He said “no.” “Yes,” she said. (So?) 12 left.") == [
        "He said “no.”", "“Yes,” she said.", "(So?)", "12 left.",
    ]  # fmt: skip


@given(TEXTS)
def test_every_word_of_any_text_is_in_exactly_one_sentence(text: str) -> None:
    article = Article.from_text("x", text)
    found = [article.cut(w) for s in article.sentences for w in article.words(s.span)]
    assert found == text.split()


@given(TEXTS)
def test_spans_count_code_points_of_the_text(text: str) -> None:
    article = Article.from_text("x", text)
    for start, end in (s.span for s in article.sentences):
        assert article.text[start:end].strip() == article.text[start:end] != ""


@given(st.data())
def test_words_copied_from_a_sentence_are_found_there_again(data: st.DataObject) -> None:
    article = Article.from_text("x", MIXED)
    sentence = data.draw(st.sampled_from(article.sentences))
    words = article.words(sentence.span)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    copied = article.text[words[first].start : words[last].end]
    span = article.anchor(Quote(sentence.id, copied))
    assert (span.start, span.end) == (words[first].start, words[last].end)
    assert article.text[span.start : span.end] == copied


def test_the_star_stands_for_the_whole_sentence() -> None:
    article = Article.from_text("x", "One here. Two there.")
    assert article.quoted(Quote("S2", "*")) == "Two there."


@pytest.mark.parametrize(
    ("quote", "fault"),
    [
        (Quote("S1", "three"), "kursk S1: “three” is not there"),
        (Quote("S1", "deploy"), "kursk S1: “deploy” is not there"),
        (Quote("S1", "ployed"), "kursk S1: “ployed” is not there"),
        (Quote("S5", "Crack"), "kursk S5: “Crack” is not there"),
        (Quote("S6", "the"), "kursk S6: “the” stands there more than once"),
        (Quote("S15", "the"), "kursk has no sentence S15"),
    ],
)
def test_words_that_cannot_be_anchored_are_an_error_that_names_the_place(
    quote: Quote, fault: str
) -> None:
    with pytest.raises(KitError, match=fault):
        open_dossier("kursk").article.anchor(quote)


@pytest.mark.parametrize(
    ("which", "ids"),
    [("S4", ["S4"]), ("S4-S5", ["S4", "S5"]), ("S1, S4-S5", ["S1", "S4", "S5"])],
)
def test_a_passage_names_sentences_and_ranges(which: str, ids: list[str]) -> None:
    found = open_dossier("kursk").article.passage(which)
    assert [sentence.id for sentence in found] == ids


@pytest.mark.parametrize("which", ["", "S0", "S15", "4", "S1-S2-S3", "S5-S4", "<b>", "S1,"])
def test_a_passage_that_is_not_there_is_refused(which: str) -> None:
    with pytest.raises(KitError):
        open_dossier("kursk").article.passage(which)


@given(JUNK)
def test_anything_but_a_quotation_is_refused(written: object) -> None:
    try:
        quote = Quote.read(written)
    except KitError:
        return
    assert written == {quote.place: quote.words}


def test_the_refusal_says_how_a_quotation_is_written() -> None:
    with pytest.raises(KitError, match=r"^A quotation is written {S1: exact words}; this .* 40"):
        Quote.read({"S1": 40})


def test_a_quotation_can_name_another_text() -> None:
    quote = Quote.read({"kursk-twin/S4": "units"})
    assert (quote.article, quote.sentence, quote.place) == ("kursk-twin", "S4", "kursk-twin/S4")


@pytest.mark.parametrize("unit", [".", " ", "a", ".”", "A. ", "…\u0301", "“", ". ("])
def test_a_long_text_is_read_in_a_moment_whatever_it_repeats(unit: str) -> None:
    start = time.process_time()
    Article.from_text("x", unit * (14_000 // len(unit)))
    assert time.process_time() - start < 1
