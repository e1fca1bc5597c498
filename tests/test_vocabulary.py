from __future__ import annotations

import pytest

from helpers.texts.vocabulary import Term

VOCABULARIES = Term.__subclasses__()


@pytest.mark.parametrize("words", VOCABULARIES)
def test_every_vocabulary_says_where_it_comes_from(words: type[Term]) -> None:
    assert len(getattr(words, "source", "")) > 10


@pytest.mark.parametrize("words", VOCABULARIES)
def test_every_word_has_a_plain_label_of_its_own(words: type[Term]) -> None:
    labels = [word.label for word in words]
    assert all(labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("words", VOCABULARIES)
def test_every_word_is_found_by_its_value(words: type[Term]) -> None:
    assert [words(word.value) for word in words] == list(words)


def test_all_the_vocabularies_of_the_lessons_are_there() -> None:
    assert {words.__name__ for words in VOCABULARIES} == {
        "ClaimType", "Mode", "SourceKind", "Proximity", "Allegiance", "CueClass",
        "Grade", "Reliability", "Credibility", "Label", "Disclosure", "Status",
    }  # fmt: skip


def test_the_admiralty_code_has_six_letters_and_six_numbers() -> None:
    code = {words.__name__: [word.value for word in words] for words in VOCABULARIES}
    assert code["Reliability"] == list("ABCDEF")
    assert code["Credibility"] == [1, 2, 3, 4, 5, 6]
