"""Days without a year take it from the same event in another article, one year or none."""

from __future__ import annotations

import pytest

from loaders.link.names import Named
from loaders.link.years import dated, published_years
from tests.run.database import Link, ask
from tests.run.drawn_reports import report
from tests.run.test_link import HELD, LATER, load_and_link, told

ARTICLE, OTHER = report("a consult.talks - -").article_id, report("b consult.talks - -").article_id


def years_of(*groups: tuple[str, ...]) -> int | None:
    """The year of article `a`, from groups of drawn reports that tell of one event each."""
    found = published_years([Named(number, frozenset(map(report, drawn))) for number, drawn in enumerate(groups)])
    assert found.get(OTHER) is None
    return found.get(ARTICLE)


SCENES = {
    "a plan that lies ahead gives its year": (
        [("a1 consult.talks --05-20 - @--05-04", "b1 consult.talks 2022-05-20 - @2022-05-21")], 2022,
    ),
    "a plan for January gives the year before to December": (
        [("a1 consult.talks --01-03 - @--12-20", "b1 consult.talks 2023-01-03 - @2023-01-03")], 2022,
    ),
    "what happened in December gives the year after to January": (
        [("a1 consult.talks --12-20 - =occurred @--01-03", "b1 consult.talks 2022-12-20 - @2022-12-21")], 2023,
    ),
    "a deadline gives its year": (
        [("a1 retreat.withdrawal ../--05-01 - @--03-17", "b1 retreat.withdrawal ../2021-05-01 - @2021-03-18")], 2021,
    ),
    "what lies further back than a quarter gives none": (
        [("a1 consult.talks --09-01 - =ongoing @--03-17", "b1 consult.talks 2020-09-01 - =ongoing @2021-01-04")], None,
    ),
    "two years are none": (
        [("a1 consult.talks --05-20 - @--05-04", "b1 consult.talks 2022-05-20 - @2022-05-21"),
         ("a2 consult.visit --05-21 - @--05-04", "b2 consult.visit 2021-05-21 - @2022-05-21")], None,
    ),
    "an event of one article alone gives none": ([("a1 consult.talks --05-20 - @--05-04",)], None),
}  # fmt: skip


@pytest.mark.parametrize(("groups", "expected"), SCENES.values(), ids=SCENES.keys())
def test_an_article_has_the_year_that_its_events_have_elsewhere(
    groups: list[tuple[str, ...]], expected: int | None
) -> None:
    assert years_of(*groups) == expected


@pytest.mark.parametrize(
    ("drawn", "first", "last"),
    [
        ("a consult.talks --06-20 - =planned @--05-04", "2022-06-20", "2022-06-20"),
        ("a consult.talks --01-20 - =planned @--05-04", "2023-01-20", "2023-01-20"),
        ("a consult.talks --05-01 - =occurred @--05-04", "2022-05-01", "2022-05-01"),
        ("a consult.talks --09-01 - =occurred @--05-04", "2021-09-01", "2021-09-01"),
        ("a consult.talks --12-28/--01-02 - =occurred @--05-04", "2021-12-28", "2022-01-02"),
        ("a consult.talks --02-29 - =occurred @--05-04", "--02-29", "--02-29"),
        ("a consult.talks 2019-05-01 - =occurred @--05-04", "2019-05-01", "2019-05-01"),
    ],
)
def test_the_other_days_of_an_article_with_a_year_follow_from_it(drawn: str, first: str, last: str) -> None:
    event = dated(Named(1, frozenset({report(drawn)})), {ARTICLE: 2022})
    (one,) = event.reports
    assert one.first and one.last
    assert (one.first.iso(), one.last.iso()) == (first, last)


def test_without_a_year_days_stay_as_the_text_gives_them() -> None:
    event = Named(1, frozenset({report("a consult.talks --06-20 - @--05-04")}))
    assert dated(event, {}) == event


YEARLESS = told("consult.talks planned --05-20 Oslo", "agree.agreement occurred --05-02 -", published="--05-04")
DAYS = """select r.type_code, r.starts_from::text, r.starts_from_yearless, lower(a.published)::text
from eventdb.event_report r join eventdb.article a using (article_id, version)
where a.is_current and a.published_last_yearless is not null order by 1"""


def test_a_year_that_is_found_stands_beside_the_days_of_the_text(connection: Link) -> None:
    load_and_link(connection, {"a.txt": YEARLESS})
    assert ask(connection, DAYS) == [
        ("agree.agreement", None, "--05-02", None),
        ("consult.talks", None, "--05-20", None),
    ]
    load_and_link(connection, {"b.txt": told(HELD, published="2022-05-21")})
    assert ask(connection, DAYS) == [
        ("agree.agreement", "2022-05-02", "--05-02", "2022-05-04"),
        ("consult.talks", "2022-05-20", "--05-20", "2022-05-04"),
    ]
    labels = ask(connection, "select label from eventdb.event order by 1")
    assert labels == [("agreement, Ana Ruiz and Norway, 2022-05-02",), ("conference, Oslo, 2022-05-20",)]


def test_a_year_goes_with_the_article_that_gave_it(connection: Link) -> None:
    load_and_link(connection, {"a.txt": YEARLESS, "b.txt": told(HELD, published="2022-05-21")})
    load_and_link(connection, {"b.txt": told(LATER, published="2022-05-21")})
    assert [(first, published) for _, first, _, published in ask(connection, DAYS)] == [(None, None), (None, None)]


def test_a_year_that_was_found_is_no_change_of_what_an_article_tells(connection: Link) -> None:
    load_and_link(connection, {"a.txt": YEARLESS, "b.txt": told(HELD, published="2022-05-21")})
    load_and_link(connection, {"a.txt": YEARLESS}, rules="rules-2")
    assert ask(connection, "select count(*) from eventdb.fact_change") == [(0,)]
    assert [first for _, first, *_ in ask(connection, DAYS)] == ["2022-05-02", "2022-05-20"]
