from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml
from reader import parse
from support import HOSTILE, make_dossier, shown, write

from helpers.texts.dossier import SEEDS, open_dossier
from helpers.texts.vocabulary import Disclosure
from helpers.topics.anonymity import WRITER, conditions, drift, voices, word_shares
from helpers.view.anonymity import render_conditions, render_shares, render_voices
from helpers.words import voice_text

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.texts.dossier import Dossier
    from helpers.topics.anonymity import VoiceProfile
    from helpers.view.markup import Markup

TEXTS = sorted(path.parent.name for path in SEEDS.glob("*/claims.yaml"))
MAYOR = {"id": "mayor", "name": "the mayor", "rank": [{"S1": "mayor"}], "could": "More."}


def said(dossier: Dossier, voice: str) -> VoiceProfile:
    return next(heard for heard in voices(dossier) if heard.voice.id == voice)


def words_of(dossier: Dossier, voice: str) -> list[str]:
    return [dossier.quoted(label) for label in said(dossier, voice).labels]


def spoken(folder: Path, *claims: dict[str, object], **mayor: object) -> Dossier:
    """Make a text in which the mayor makes these claims."""
    found = tuple(
        write("claim", **{"id": f"C{n}", "voice": "mayor", **claim})
        for n, claim in enumerate(claims)
    )
    return make_dossier(folder, claims=found, voices=({**MAYOR, **mayor},))


def test_the_voices_of_the_article_come_in_the_order_in_which_they_are_heard() -> None:
    ids = [heard.voice.id for heard in voices(open_dossier("kursk"))]
    assert ids == ["reports", "soldier", "austin", "kyiv", "commander"]


def test_a_pronoun_is_no_label() -> None:
    labels = words_of(open_dossier("kursk"), "soldier")
    assert [label.split()[-1] for label in labels] == ["hospital", "soldier"]


def test_the_commander_changes_his_label_and_the_soldier_keeps_his() -> None:
    kursk = open_dossier("kursk")
    changed = {heard.voice.id: drift(kursk, heard) for heard in voices(kursk)}
    assert [quote.words for quote in changed.pop("commander")] == ["The official"]
    assert set(changed.values()) == {()}


def test_nobody_changes_a_label_in_the_twin() -> None:
    twin = open_dossier("kursk-twin")
    assert len(voices(twin)) == 9
    assert [heard.voice.id for heard in voices(twin) if drift(twin, heard)] == []


def test_what_is_not_told_of_a_voice_is_named() -> None:
    kursk = open_dossier("kursk")
    untold = {heard.voice.id: heard.untold for heard in voices(kursk)}
    assert untold["commander"] == (Disclosure.KNOWS, Disclosure.REASON)
    assert untold["reports"] == tuple(Disclosure)
    assert untold["austin"] == (Disclosure.KNOWS,)


def test_a_named_voice_owes_no_reason_for_its_name(tmp_path: Path) -> None:
    for named, missing in ((True, False), (False, True)):
        dossier = spoken(tmp_path / str(named), {}, named=named)
        assert (Disclosure.REASON in said(dossier, "mayor").untold) is missing


@pytest.mark.parametrize("text", TEXTS)
def test_every_word_of_a_text_is_counted_once(text: str) -> None:
    dossier = open_dossier(text)
    shares = word_shares(dossier)
    assert sum(part.words for part in shares.values()) == len(dossier.article.text.split())
    assert sum(part.share for part in shares.values()) == pytest.approx(1)
    assert set(shares) == {WRITER, *(voice.id for voice in dossier.ledger.voices)}


@pytest.mark.parametrize("text", TEXTS)
def test_every_voice_of_a_text_is_heard(text: str) -> None:
    dossier = open_dossier(text)
    assert voices(dossier)
    assert all(heard.claims and heard.labels for heard in voices(dossier))
    assert all(word_shares(dossier)[heard.voice.id].words for heard in voices(dossier))


def test_a_claim_without_content_stops_no_page(tmp_path: Path) -> None:
    dossier = spoken(tmp_path, {"content": []}, {"content": [{"S1": "men"}]})
    assert [len(heard.claims) for heard in voices(dossier)] == [2]


def test_half_of_the_article_is_told_by_nobody_but_the_writer() -> None:
    parts = word_shares(open_dossier("kursk"))
    shares = {name: round(100 * part.share) for name, part in parts.items()}
    assert (shares[WRITER], shares["soldier"], shares["commander"]) == (48, 23, 12)


def test_a_word_that_two_claims_cover_counts_for_the_first(tmp_path: Path) -> None:
    inner, outer = {"content": [{"S1": "men"}]}, {"content": [{"S1": "“forty men” had left"}]}
    assert word_shares(spoken(tmp_path, outer, inner))["mayor"].words == 4


def test_a_word_that_is_touched_only_in_part_counts(tmp_path: Path) -> None:
    assert word_shares(spoken(tmp_path, {"content": [{"S1": "left"}]}))["mayor"].words == 1


def test_a_text_without_voices_is_all_the_writers(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path, claims=(write("claim"),))
    assert voices(dossier) == ()
    assert word_shares(dossier)[WRITER].share == 1


def test_the_table_says_what_is_told_and_what_is_not(tmp_path: Path) -> None:
    dossier = spoken(tmp_path, {"source": [{"S1": "The mayor of Rell"}]})
    page = parse(render_voices(dossier, voices(dossier)))
    heads, mayor = [[cell.text.strip() for cell in row.all("th", "td")] for row in page.all("tr")]
    assert heads == [voice_text.VOICE, *(about.label for about in Disclosure)]
    assert mayor[0].startswith("the mayorThe mayor of Rell")
    assert mayor[2].startswith("mayor")
    assert [mayor[n] for n in (1, 3, 4)] == [voice_text.NOT_TOLD] * 3
    assert (
        "1 voice is heard, 1 of them without a name, 1 of them without a reason for that."
        in page.text
    )
    assert "the mayor: More." in page.text


def test_a_changed_label_is_pointed_out(tmp_path: Path) -> None:
    first, other = ({"source": [{"S1": words}]} for words in ("The mayor", "men"))
    dossier = spoken(tmp_path, {**first, "content": [{"S1": "who was there"}]}, other)
    assert voice_text.LABEL_CHANGES in render_voices(dossier, voices(dossier))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_names_are_shown_as_text(tmp_path: Path, hostile: str) -> None:
    dossier = spoken(tmp_path, {}, name=hostile, could=hostile)
    page = parse(coloured(dossier))
    assert page.text.count(shown(hostile)) >= 5


def coloured(dossier: Dossier) -> Markup:
    return render_shares(dossier, voices(dossier), word_shares(dossier))


@pytest.mark.parametrize("text", TEXTS)
def test_the_words_of_the_article_are_coloured_as_they_are_counted(text: str) -> None:
    dossier = open_dossier(text)
    [article] = parse(coloured(dossier)).marked("voiced")
    names = {heard.voice.name: heard.voice.id for heard in voices(dossier)}
    counts = dict.fromkeys(names, 0)
    for run in article.marked("voice"):
        [tag] = run.marked("tag")
        folds = " ".join(one.text for one in run.all("summary"))
        counts[tag.text] += len(run.text.split()) - len(tag.text.split()) - len(folds.split())
    shares = word_shares(dossier)
    assert counts == {name: shares[voice].words for name, voice in names.items()}


def test_each_voice_has_one_ground_in_the_article_the_bar_and_its_legend() -> None:
    page = parse(coloured(open_dossier("kursk")))
    grounds = {run.marked("tag")[0].text: run.attrs["data-ink"] for run in page.marked("voice")}
    assert sorted(grounds.values()) == ["1", "2", "3", "4", "5"]
    legend = {
        row.text.strip().partition(":")[0]: row.marked("swatch")[0].attrs.get("data-ink")
        for row in page.marked("voice-key")[0].all("li")
    }
    assert legend == {voice_text.WRITER: None, **grounds}
    drawn = [part.attrs.get("data-ink") for part in page.marked("strip")[0].all("span")]
    assert drawn == list(legend.values())


def test_the_finding_is_what_another_way_of_counting_gives() -> None:
    """Paint the letters that the claims attribute, in a raw text, and count the painted words."""
    kursk = open_dossier("kursk")
    text = (SEEDS / "kursk" / "article.txt").read_text(encoding="utf-8")
    sentences = {one.id: kursk.article.cut(one.span) for one in kursk.article.sentences}
    file = yaml.safe_load((SEEDS / "kursk" / "claims.yaml").read_text(encoding="utf-8"))
    paint = [" "] * len(text)
    for claim in (one for one in file["claims"] if one.get("voice")):
        for place, words in (pair for quote in claim["content"] for pair in quote.items()):
            said = sentences[place] if words == "*" else words
            start = text.index(sentences[place]) + sentences[place].index(said)
            paint[start : start + len(said)] = claim["voice"][0] * len(said)
    words = [(found.start(), found.end()) for found in re.finditer(r"\S+", text)]
    own = sum(not "".join(paint[a:b]).strip() for a, b in words) / len(words)
    soldier = sum("s" in paint[a:b] for a, b in words) / len(words)
    [said, _] = parse(coloured(kursk)).marked("finding")
    assert said.text.replace("\N{NO-BREAK SPACE}", " ") == (
        f"{own:.0%} of the words are the writer’s own. "
        f"Of the 5 voices, none has more than the wounded soldier ({soldier:.0%})."
    ).replace("%", " %")


def test_where_the_grounds_run_out_the_smallest_voices_share_one() -> None:
    page = parse(coloured(open_dossier("kursk-twin")))
    inks = {run.marked("tag")[0].text: run.attrs["data-ink"] for run in page.marked("voice")}
    assert sorted(inks.values()) == ["0", "0", "0", "1", "2", "3", "4", "5", "6"]
    assert {name for name, ink in inks.items() if ink == "0"} == {
        "KBS",
        "Kyiv Post",
        "Dmitry Peskov",
    }


@pytest.mark.parametrize(("text", "sum_"), [("kursk", 100), ("kursk-twin", 101)])
def test_shares_come_to_a_hundred_or_it_is_said_why_not(text: str, sum_: int) -> None:
    page = parse(coloured(open_dossier(text)))
    percents = re.findall(r"(\d+)\N{NO-BREAK SPACE}%", page.marked("voice-key")[0].text)
    assert sum(map(int, percents)) == sum_
    said = voice_text.ROUNDED.format(sum=sum_)
    assert (said in page.text) is (sum_ != 100)


def test_graphic_words_stay_folded_in_the_coloured_article() -> None:
    [article] = parse(coloured(open_dossier("kursk"))).marked("voiced")
    [fold] = article.all("details")
    assert "headless bodies" in fold.text
    assert article.text.count("headless") == 1


def test_a_text_that_nobody_speaks_in_says_so(tmp_path: Path) -> None:
    page = parse(coloured(make_dossier(tmp_path, claims=(write("claim"),))))
    assert page.marked("finding")[0].text == voice_text.ALL_WRITER
    assert page.all("table") == page.marked("voice") == []


def test_no_line_ends_between_a_number_and_its_sign() -> None:
    assert "23\N{NO-BREAK SPACE}%" in parse(coloured(open_dossier("kursk"))).text
    assert not re.search(r"\d %", parse(coloured(open_dossier("kursk"))).text)


def test_six_conditions_and_each_begins_with_the_rule_of_ap() -> None:
    assert len(conditions()) == 6
    assert {condition.rules[0].owner for condition in conditions()} == {"AP"}


def test_every_rule_is_shown_with_its_owner_and_its_page() -> None:
    page = parse(render_conditions(conditions()))
    links = {link.attrs["href"] for link in page.all("a")}
    for rule in (rule for condition in conditions() for rule in condition.rules):
        assert f"{rule.owner}: {rule.says}" in page.text
        assert rule.source.url in links
