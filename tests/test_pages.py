from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reader import parse
from support import make_dossier, write, write_yaml

from helpers.kinds.exercises import Example, open_exercises
from helpers.texts.dossier import open_dossier
from helpers.texts.records import Comparison, ComparisonRow, Reference
from helpers.texts.vocabulary import Label
from helpers.topics.attribution import Standing, chain
from helpers.view import pages
from helpers.view.charts.chain import render_chain
from helpers.view.claims import render_claims
from helpers.view.features import render_features
from helpers.view.pages import LessonRow
from helpers.words import chain_text, reading_text, record_text, result_text

if TYPE_CHECKING:
    from pathlib import Path

    from reader import Node
    from support import Fields

    from helpers.texts.dossier import Dossier
    from helpers.topics.attribution import Hop


def table(url: str = "https://example.org/x") -> Comparison:
    source = Reference(title="A page", url=url)
    row = ComparisonRow(point="Point one", record="What was said", source=0)
    return Comparison(id="t", title="Two", columns=("This", "That"), rows=(row,), sources=(source,))


def test_a_worked_example_draws_source_cue_and_content_with_their_names(tmp_path: Path) -> None:
    parts = {"source": [{"S1": "The mayor of Rell"}], "cue": [{"S1": "said"}]}
    dossier = make_dossier(tmp_path, claims=(write("claim", **parts),))
    example = Example(claim="C01", why={Label.CUE: "A plain link."}, note="Take this away.")
    page = parse(pages.render_example(dossier, example))
    drawn = {kind: page.marked("word") for kind in ("source", "cue", "content")}
    words = {
        kind: [n.text for n in found if kind in n.attrs["class"]] for kind, found in drawn.items()
    }
    assert words == {"source": ["The mayor of Rell,"], "cue": ["said"], "content": ["left."]}
    assert [tag.text for tag in page.marked("tag")] == ["source", "cue", "content"]
    assert "A plain link." in page.text
    assert page.text.endswith("Take this away.")


def test_a_part_that_is_missing_is_called_missing(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path, claims=(write("claim"),))
    page = parse(pages.render_example(dossier, Example(claim="C01", why={}, note="")))
    assert page.text.count(reading_text.NOT_THERE) == 2


def test_every_worked_example_of_the_lesson_can_be_drawn() -> None:
    exercises = open_exercises("02-who-says-so")
    shown = [pages.render_example(open_dossier("kursk"), e) for e in exercises.file.examples]
    assert shown
    assert all(parse(page).marked("word") for page in shown)


@pytest.mark.parametrize("name", ["austin", "names", "ladder"])
def test_every_comparison_of_the_seed_can_be_drawn(name: str) -> None:
    dossier = open_dossier("kursk")
    page = parse(pages.render_comparison(dossier, dossier.comparison(name)))
    assert len(page.all("tr")) == len(dossier.comparison(name).rows) + 1


def test_what_is_not_in_the_article_is_said_to_be_missing(tmp_path: Path) -> None:
    page = parse(pages.render_comparison(make_dossier(tmp_path), table()))
    assert reading_text.NOT_PRINTED in page.text


def test_the_number_of_a_source_is_its_place_in_the_list(tmp_path: Path) -> None:
    page = parse(pages.render_comparison(make_dossier(tmp_path), table()))
    assert [node.text for node in page.all("sup")] == [" 1"]
    assert page.all("a")[0].attrs["href"] == "https://example.org/x"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", " https://x", ""])
def test_only_web_addresses_become_links(tmp_path: Path, url: str) -> None:
    page = parse(pages.render_comparison(make_dossier(tmp_path), table(url)))
    assert page.all("a") == []
    assert "A page" in page.text


def test_the_record_of_a_text_tells_of_each_claim_how_it_was_rated_and_what_came_later(
    tmp_path: Path,
) -> None:
    later = {"text": "Supported.", "source": {"title": "A page", "url": "https://example.org/x"}}
    claims = write("claim"), write("claim", id="C02", gist="Another.", sound=True, later=later)
    first, second = parse(render_claims(make_dossier(tmp_path, claims=claims))).marked("claim")
    assert first.all("summary")[0].text == "The gist."
    told = dict(zip(*([one.text for one in first.all(tag)] for tag in ("dt", "dd")), strict=True))
    assert told[record_text.SAID_BY] == "a named official"
    assert told[record_text.SIDE] == "not told"
    assert told[record_text.GRADE] == "one source only"
    assert told[record_text.RELIABILITY] == "B · usually reliable"
    assert told[record_text.CREDIBILITY] == "3 · possibly true"
    assert told[record_text.SOURCED] == record_text.SOUND[False]
    assert [quote.text for quote in first.all("q")] == ["left"]
    assert record_text.LATER not in first.text
    assert f"{record_text.LATER} Supported. A page" in second.text
    assert record_text.SOUND[True] in second.text


def test_a_claim_that_is_no_matter_for_grading_has_no_grade(tmp_path: Path) -> None:
    claims = (write("claim", grade="none"),)
    shown = parse(render_claims(make_dossier(tmp_path, claims=claims)))
    assert record_text.GRADE not in [term.text for term in shown.all("dt")]


def test_what_a_text_does_right_comes_first_and_what_is_arguable_says_so(tmp_path: Path) -> None:
    home = make_dossier(tmp_path)
    words = {"words": [{"S1": "forty"}], "why": "So."}
    file = {
        "features": [
            {**words, "id": "F1", "category": "numbers"},
            {**words, "id": "F2", "category": "sources", "certainty": "arguable"},
            {**words, "id": "F3", "category": "numbers"},
        ],
        "good_practice": [{**words, "id": "G1"}],
    }
    write_yaml(home.folder / "features.yaml", file)
    groups = parse(render_features(home)).marked("features")
    assert [group.all("summary")[0].text for group in groups] == [
        f"{record_text.GOOD_PRACTICE} (1)",
        "Numbers (2)",
        "Sources (1)",
    ]
    assert [len(group.marked("tag")) for group in groups] == [0, 0, 1]


def test_progress_counts_what_is_answered_and_names_what_is_open() -> None:
    page = parse(pages.render_progress([("First?", True), ("Second?", False)], []))
    [bar] = page.all("progress")
    assert (bar.attrs["value"], bar.attrs["max"]) == ("1", "2")
    assert [item.text for item in page.all("li")] == ["Second?"]
    assert "Extra" not in page.text


def test_what_is_extra_is_counted_apart_and_never_called_open() -> None:
    page = parse(pages.render_progress([("First?", True)], [True, False, False]))
    [bar] = page.all("progress")
    assert (bar.attrs["value"], bar.attrs["max"]) == ("1", "1")
    assert page.all("li") == []
    assert result_text.extra_done(1, 3) in page.text


def test_the_map_links_every_lesson() -> None:
    lessons = [LessonRow("00-start", "Start", 10, 0, 7), LessonRow("02-who", "Who?", 50, 3, 40)]
    page = parse(pages.render_map(lessons, here="00-start"))
    links = [(link.attrs["href"], link.text) for link in page.all("a")]
    assert ("02-who.ipynb", "02 · Who?") in links
    assert "about 50 minutes" in page.text
    assert [cell.text for cell in page.all("td")][1::2] == ["not begun", "3 of 40 cards"]


@pytest.mark.parametrize(
    ("answered", "onward"),
    [
        ((0, 0, 0), "Your next lesson: 02 · B"),
        ((7, 0, 3), "You can go on with 03 · C"),
        ((0, 9, 0), "Your next lesson: 03 · C"),
        ((0, 9, 9), "You have answered every card of the other lessons."),
    ],
)
def test_the_map_leads_to_what_was_begun_and_else_to_what_comes_next(
    answered: tuple[int, ...], onward: str
) -> None:
    about = [("00-a", "A", 7), ("02-b", "B", 9), ("03-c", "C", 9)]
    lessons = [
        LessonRow(stem, title, 10, done, cards)
        for (stem, title, cards), done in zip(about, answered, strict=True)
    ]
    assert parse(pages.render_map(lessons, here="00-a")).all("p")[0].text == onward


def linked(folder: Path, documents: list[Fields], **claim: object) -> tuple[Dossier, Hop]:
    """Give a text and the chain of its claim that rests on the first of these documents."""
    home = make_dossier(folder, claims=(write("claim", **claim),))
    file = {"documents": documents, "claims": [write("claim", parents=["D01"], **claim)]}
    write_yaml(home.folder / "claims.yaml", file)
    open_dossier.cache_clear()
    home = open_dossier(home.id, folder)
    return home, chain(home, "C01")


def document(name: str, **fields: object) -> Fields:
    about = {"id": name, "title": f"Title {name}", "who": "Who", "date": "", "says": "Says."}
    return {**about, **fields}


SOURCE = {"title": "A page", "url": "https://example.org/x"}


def drawn_chain(home: Dossier, found: Hop) -> Node:
    return parse(render_chain(home, found))


def boxes(svg: Node) -> list[str]:
    return [" ".join(line.text for line in box.all("text")) for box in svg.all("g")]


def test_a_chain_is_a_sentence_a_picture_and_a_list_of_the_same_steps() -> None:
    home = open_dossier("kursk")
    found = chain(home, "C07")
    page = drawn_chain(home, found)
    listed = [node.text for node in page.marked("data")[0].all("strong")]
    assert len(listed) == found.steps == 6
    for svg in page.all("svg"):
        # From the origin on, where the list goes back to it.
        assert all(map(str.startswith, boxes(svg), reversed(listed)))
    assert page.all("figcaption")[0].text == (
        "The chain has 5 links back to 1 known origin: 3 are our inference (dashed), 1 is "
        "sourced and 1 is printed."
    )


def test_every_link_says_how_it_is_known_and_an_inference_is_dashed(tmp_path: Path) -> None:
    documents = [
        document("D01", parents=["D02"], certain=False, source=SOURCE),
        document("D02", parents=["D03"], source=SOURCE),
        document("D03", parents=["D04"]),
        document("D04"),
    ]
    home, found = linked(tmp_path, documents)
    page = drawn_chain(home, found)
    assert {one: found.links(one) for one in Standing} == dict.fromkeys(Standing, 1)
    words = ["only told of", "sourced: A page", "our inference", "printed"]
    for svg in page.all("svg"):
        written = [line.text for line in svg.all("text") if "class" not in line.attrs]
        assert written == words
        lines = [path for path in svg.all("path") if path.attrs["class"].startswith("hop")]
        dashed = [path.attrs["class"] for path in lines if "guess" in path.attrs["class"]]
        assert (len(lines), len(dashed)) == (8, 1)
    said = [link.text for link in page.marked("link")]
    assert said == [f"This rests on ({one}):" for one in reversed(words)]


def test_an_inferred_step_has_a_dashed_box(tmp_path: Path) -> None:
    page = drawn_chain(*linked(tmp_path, [document("D01", seen=False)]))
    for svg in page.all("svg"):
        assert ["guess" in box.attrs["class"] for box in svg.all("rect")] == [True, False]


def test_a_claim_itself_may_rest_on_its_document_by_inference(tmp_path: Path) -> None:
    home, inferred = linked(tmp_path, [document("D01", source=SOURCE)], certain=False)
    assert inferred.links(Standing.INFERRED) == 1
    finding = drawn_chain(home, inferred).all("figcaption")[0].text
    assert finding == "The one link back to 1 known origin is our inference (dashed)."


def test_steps_of_one_step_stand_one_below_the_other_with_one_way_down(tmp_path: Path) -> None:
    documents = [document("D01", parents=["D02", "D03"]), document("D02"), document("D03")]
    for svg in drawn_chain(*linked(tmp_path, documents)).all("svg"):
        lefts = [float(box.attrs["x"]) for box in svg.all("rect")]
        assert lefts[0] == lefts[1] > lefts[2] == lefts[3]


def test_the_order_of_the_student_stands_beside_the_chain_only_where_there_is_one() -> None:
    home = open_dossier("kursk")
    found = chain(home, "C07")
    page = parse(render_chain(home, found, ("First", "Then")))
    [beside] = page.marked("beside")
    assert chain_text.YOUR_ORDER in beside.text
    assert [row.text for row in beside.all("ol")[-1].all("li")] == ["First", "Then"]
    assert drawn_chain(home, found).marked("beside") == []


def test_of_each_step_it_is_said_where_it_is_to_be_seen(tmp_path: Path) -> None:
    steps = [
        document("D01", parents=["D02", "D03"], source=SOURCE),
        document("D02"),
        document("D03", seen=False, source=SOURCE),
    ]
    [listed] = drawn_chain(*linked(tmp_path, steps)).marked("data")
    said = [listed.text.count(f"({chain_text.STANDING[one.value]})") for one in Standing]
    assert said == [1, 1, 1, 1]
