"""The annotations beside the example articles are well-formed and rest on the articles' own words.

In: `examples/articles/*.txt`, the `.json` beside each, and the metadata that some have. Out: one verdict an
article and rule. It never runs the extractor; how well that reads the articles is measured elsewhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parents[2] / "examples" / "articles"
ARTICLES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def words(text: str) -> frozenset[str]:
    """A closed list, written as one string."""
    return frozenset(text.split())


KINDS = words("person state government armed_group igo ngo media party company group")
TYPES = words(
    "consult.conference consult.talks consult.meeting consult.visit consult.call agree.agreement agree.ceasefire "
    "retreat.withdrawal retreat.release assault.bombing assault.suicide_bombing assault.shooting assault.airstrike "
    "assault.clash assault.assassination assault.shelling assault.other coerce.kidnapping coerce.arrest "
    "mobilize.deployment protest.demonstration sanction.sanction vote.election other"
)
STATUSES = words("planned ongoing occurred stalled cancelled rejected")
PRECISIONS = words("day week month season year unknown")
ROLES = words("host organiser mediator participant observer signatory perpetrator target speaker")
POSITIONS = words("invited confirmed undecided declined expected attended excluded alleged claimed denied did")
FIGURE_KINDS = words("killed injured missing captured displaced")
VAGUE_FLOORS = {2, 3, 24, 40, 200, 2000}
METADATA_KEYS = {"url", "publisher", "published", "authors", "language"}

ARTICLE_KEYS = words("title publisher dateline authors credits published")
EVENT_KEYS = words("id core type status start end precision place country evidence participants casualties")
PARTICIPANT_KEYS = words("actor role status said_by evidence")
FIGURE_KEYS = words("kind value qualifier low high victims said_by evidence")

# qualifier → the inclusive bounds that a stated number implies ("more than 150" → 151 and upwards)
BOUNDS: dict[str, Callable[[int], tuple[int | None, int | None]]] = {
    "exact": lambda number: (number, number),
    "at_least": lambda number: (number, None),
    "more_than": lambda number: (number + 1, None),
    "nearly": lambda number: (None, number - 1),
    "up_to": lambda number: (None, number),
    "about": lambda number: (None, None),
}


def folded(text: str) -> str:
    """The text with every run of white space as one space: a hard-wrapped line may cut evidence in two."""
    return " ".join(text.split())


def body(name: str) -> str:
    """The article without front matter."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return text.split("\n---\n", 1)[1] if text.startswith("---\n") else text


def annotation(name: str) -> dict[str, Any]:
    """What the annotation beside an article says."""
    loaded: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def claims(name: str) -> Iterator[dict[str, Any]]:
    """Everything in an annotation that rests on evidence."""
    for event in annotation(name)["events"]:
        yield from (event, *event["participants"], *event["casualties"])


def figures(name: str) -> Iterator[dict[str, Any]]:
    """The casualty figures of an annotation."""
    for event in annotation(name)["events"]:
        yield from event["casualties"]


def positions(name: str) -> Iterator[dict[str, Any]]:
    """The participants of an annotation, event by event."""
    for event in annotation(name)["events"]:
        yield from event["participants"]


def metadata(name: str) -> list[dict[str, Any]]:
    """The metadata of an article, from whichever place holds it; empty for most."""
    found = []
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    if text.startswith("---\n"):
        found.append(text[4:].split("\n---\n", 1)[0])
    found += [path.read_text(encoding="utf-8") for path in FOLDER.glob(f"{name}.meta.*")]
    return [yaml.load(source, Loader=yaml.CBaseLoader) for source in found]


def day_of(day: str | None) -> date | None:
    """The day that an ISO date names, year 2000 standing for one that is left out ("--09-04")."""
    if day is None:
        return None
    assert re.fullmatch(r"(\d{4}|-)-\d\d-\d\d", day), f"{day!r} is neither YYYY-MM-DD nor --MM-DD"
    return date.fromisoformat(f"2000-{day[2:]}" if day.startswith("--") else day)


def test_there_are_at_least_eighteen_articles() -> None:
    assert len(ARTICLES) >= 18


def test_every_annotation_has_its_article() -> None:
    annotated = {path.stem for path in FOLDER.glob("*.json") if not path.stem.endswith(".meta")}
    assert annotated == set(ARTICLES)


def test_the_page_about_the_articles_lists_every_one() -> None:
    page = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
    assert [name for name in ARTICLES if name not in page] == []


def test_at_least_three_articles_carry_metadata_each_in_another_form() -> None:
    forms = {path.suffix for path in FOLDER.glob("*.meta.*")}
    front = [name for name in ARTICLES if (FOLDER / f"{name}.txt").read_text(encoding="utf-8").startswith("---\n")]
    assert forms == {".json", ".yaml"} and front


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_as_long_as_a_short_news_item(name: str) -> None:
    assert 120 <= len(body(name).split()) <= 600


@pytest.mark.parametrize("name", ARTICLES)
def test_evidence_stands_in_the_text_word_for_word(name: str) -> None:
    text = folded(body(name))
    assert [claim["evidence"] for claim in claims(name) if folded(claim["evidence"]) not in text] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_the_title_stands_in_the_text(name: str) -> None:
    title = annotation(name)["article"]["title"]
    assert title is None or folded(title) in folded(body(name))


@pytest.mark.parametrize("name", ARTICLES)
def test_each_object_has_the_keys_of_the_form_and_no_others(name: str) -> None:
    whole = annotation(name)
    assert set(whole) == {"article", "actors", "events"}
    assert set(whole["article"]) == ARTICLE_KEYS
    assert {frozenset(event) for event in whole["events"]} <= {EVENT_KEYS}
    assert {frozenset(position) for position in positions(name)} <= {PARTICIPANT_KEYS}
    assert {frozenset(figure) for figure in figures(name)} <= {FIGURE_KEYS}


@pytest.mark.parametrize("name", ARTICLES)
def test_words_come_from_the_closed_lists(name: str) -> None:
    whole = annotation(name)
    assert {actor["kind"] for actor in whole["actors"]} <= KINDS
    assert {event["type"] for event in whole["events"]} <= TYPES
    assert {event["status"] for event in whole["events"]} <= STATUSES
    assert {event["precision"] for event in whole["events"]} <= PRECISIONS
    assert {position["role"] for position in positions(name)} <= ROLES
    assert {position["status"] for position in positions(name)} <= POSITIONS
    assert {figure["kind"] for figure in figures(name)} <= FIGURE_KINDS


@pytest.mark.parametrize("name", ARTICLES)
def test_events_are_numbered_in_order_and_one_at_least_is_core(name: str) -> None:
    events = annotation(name)["events"]
    assert [event["id"] for event in events] == [f"e{number}" for number in range(1, len(events) + 1)]
    assert any(event["core"] is True for event in events)


@pytest.mark.parametrize("name", ARTICLES)
def test_dates_are_well_formed_and_do_not_end_before_they_start(name: str) -> None:
    for event in annotation(name)["events"]:
        start, end = day_of(event["start"]), day_of(event["end"])
        assert start is None or end is None or start <= end, event
        assert (event["precision"] == "unknown") >= (start is None and end is None), event


@pytest.mark.parametrize("name", ARTICLES)
def test_the_day_of_publication_is_an_interval(name: str) -> None:
    published = annotation(name)["article"]["published"]
    first, last = day_of(published["earliest"]), day_of(published["latest"])
    assert first is None or last is None or first <= last
    assert isinstance(published["year_in_text"], bool)


@pytest.mark.parametrize("name", ARTICLES)
def test_a_year_said_to_be_in_the_text_is_in_the_text(name: str) -> None:
    published = annotation(name)["article"]["published"]
    if published["year_in_text"]:
        assert published["earliest"][:4] in body(name)
    assert (
        published["earliest"] is None
        or published["year_in_text"]
        or published["earliest"].startswith("--")
        or (metadata(name))
    )


@pytest.mark.parametrize("name", ARTICLES)
def test_who_takes_part_and_who_says_so_are_actors_of_the_article(name: str) -> None:
    actors = {actor["name"] for actor in annotation(name)["actors"]}
    assert {position["actor"] for position in positions(name)} <= actors
    assert {claim["said_by"] for claim in claims(name) if claim.get("said_by")} <= actors


@pytest.mark.parametrize("name", ARTICLES)
def test_no_actor_is_listed_twice(name: str) -> None:
    names = [actor["name"] for actor in annotation(name)["actors"]]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", ARTICLES)
def test_bounds_follow_the_qualifier(name: str) -> None:
    for figure in figures(name):
        value, low, high = figure["value"], figure["low"], figure["high"]
        if figure["qualifier"] == "vague":
            assert value is None and high is None and low in VAGUE_FLOORS, figure
        elif figure["qualifier"] == "between":
            assert value is None and low < high, figure
        else:
            assert (low, high) == BOUNDS[figure["qualifier"]](value), figure


@pytest.mark.parametrize("name", ARTICLES)
def test_a_country_is_a_code_of_two_letters(name: str) -> None:
    codes = [event["country"] for event in annotation(name)["events"] if event["country"] is not None]
    assert [code for code in codes if not re.fullmatch(r"[A-Z]{2}", code)] == []


@pytest.mark.parametrize("name", [name for name in ARTICLES if metadata(name)])
def test_metadata_agrees_with_the_annotation(name: str) -> None:
    for known in metadata(name):
        article = annotation(name)["article"]
        assert set(known) <= METADATA_KEYS
        assert known["published"][:10] == article["published"]["earliest"] == article["published"]["latest"]
        assert known["publisher"] == article["publisher"]
        assert known["authors"] == article["authors"]


def test_the_second_paper_prints_the_report_of_the_first_less_one_paragraph() -> None:
    first, second = (
        [part for part in body(name).split("\n\n") if len(part) > 60]
        for name in ("07-quissanga-herald", "08-quissanga-chronicle")
    )
    assert [part for part in second if part not in first] == [
        "‘They asked for the teacher by name’: 12 die in Mozambique raids"
    ]
    assert len([part for part in first if part not in second]) == 1


def test_three_articles_tell_one_conference_from_announced_to_held() -> None:
    tellings = [annotation(name)["events"][0] for name in ARTICLES[:3]]
    assert {(event["type"], event["place"], event["start"][-5:]) for event in tellings} == {
        ("consult.conference", "Muscat", "10-24")
    }
    assert [event["status"] for event in tellings] == ["planned", "planned", "occurred"]


def test_three_articles_tell_one_bombing_with_different_tolls() -> None:
    tellings = [annotation(name)["events"][0] for name in ARTICLES[3:6]]
    assert {(event["place"], event["start"]) for event in tellings} == {("Samawa", "2008-02-19")}
    assert [event["casualties"][0]["value"] for event in tellings] == [9, 17, 22]
