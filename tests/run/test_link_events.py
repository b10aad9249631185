"""Groups of reports → events: which id each gets, and what its row says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loaders.facts import Day
from loaders.link.derived import event_row
from loaders.link.names import Named, name
from loaders.link.reports import Report, day_of
from tests.run.drawn_reports import report


def ids(groups: list[frozenset[Report]]) -> dict[str, tuple[int, tuple[int, ...]]]:
    """The id of each group, by its members' article ids, and what was merged into it."""
    return {
        "".join(sorted(str(each.ordinal) for each in named.reports)): (named.event_id, named.merged)
        for named in name(groups)
    }


def test_an_event_keeps_its_id_when_a_report_joins() -> None:
    old = report("a1 consult.talks 2022-05-20 Oslo", event_id=77)
    for joining in ("b2", "c2", "d2", "e2"):
        new = report(f"{joining} consult.talks 2022-05-20 Oslo")
        assert ids([frozenset({old, new})]) == {"12": (77, ())}


def test_a_merge_keeps_the_smallest_id_and_tells_the_others() -> None:
    one, two = report("a1 consult.talks - -", event_id=90), report("b2 consult.talks - -", event_id=50)
    assert ids([frozenset({one, two})]) == {"12": (50, (90,))}


def test_a_merge_keeps_the_id_of_the_larger_event() -> None:
    parts = [report(f"{letter}{n} consult.talks - -", event_id=90) for n, letter in enumerate("ab")]
    late = report("c2 consult.talks - -", event_id=50)
    assert ids([frozenset({*parts, late})]) == {"012": (90, (50,))}


def test_of_equal_events_the_founder_s_id_stays() -> None:
    one, two = report("a1 consult.talks - -"), report("b2 consult.talks - -")
    (named,) = name([frozenset({one, two})])
    apart = [replace(one, event_id=named.event_id), replace(two, event_id=1)]
    (again,) = name([frozenset(apart)])
    assert (again.event_id, again.merged) == (named.event_id, (1,))


def test_after_a_split_the_larger_part_keeps_the_id() -> None:
    parts = [report(f"{letter}{n} consult.talks - -", event_id=77) for n, letter in enumerate("abc")]
    found = ids([frozenset(parts[:1]), frozenset(parts[1:])])
    assert found["12"] == (77, ())
    assert found["0"][0] not in (77, None)


def test_new_ids_do_not_depend_on_the_order_of_groups() -> None:
    groups = [frozenset({report(f"{letter}{n} consult.talks - -")}) for n, letter in enumerate("abcdef")]
    assert ids(groups) == ids(groups[::-1])


def row(*reports: Report) -> dict[str, object]:
    return event_row(Named(1, frozenset(reports)))


def test_an_event_is_labelled_by_kind_place_and_day() -> None:
    assert row(report("a consult.conference 2022-05-20 Oslo"))["label"] == "conference, Oslo, 2022-05-20"
    assert row(report("a agree.agreement - - Peru,Rebels"))["label"] == "agreement, Peru and Rebels"
    assert row(report("a consult.talks --05-20 Oslo"))["label"] == "talks, Oslo, --05-20"
    assert row(report("a consult.talks 2022-05-01/2022-05-31 -"))["label"] == "talks, 2022-05"


def test_an_event_takes_the_days_that_its_reports_have_in_common() -> None:
    both = row(report("a consult.talks 2022-05-01/2022-05-31 Oslo"), report("b consult.talks 2022-05-20 Norway"))
    assert (both["starts_from"], both["starts_to"], both["date_precision_code"]) == (
        date(2022, 5, 20), date(2022, 5, 20), 1,
    )  # fmt: skip
    assert (both["place_name"], both["country_code"]) == ("Oslo", "NO")


def test_an_event_takes_the_year_from_the_report_that_has_one() -> None:
    both = row(report("a consult.talks --05-20 Oslo"), report("b consult.talks 2022-05-20 Oslo"))
    assert (both["starts_from"], both["starts_from_yearless"]) == (date(2022, 5, 20), None)
    alone = row(report("a consult.talks --05-20 Oslo"))
    assert (alone["starts_from"], alone["starts_from_yearless"]) == (None, "--05-20")


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ("planned 2022-05-04, occurred 2022-05-21", "occurred"),
        ("occurred 2022-05-21, planned 2022-05-22", "occurred"),
        ("planned 2022-05-04, cancelled 2022-05-10", "cancelled"),
        ("ongoing 2022-05-20, stalled 2022-05-25", "stalled"),
        ("ongoing -, occurred -", "occurred"),
    ],
)
def test_the_latest_report_tells_the_status_and_a_plan_outweighs_nothing(statuses: str, expected: str) -> None:
    drawn = (each.split() for each in statuses.split(", "))
    reports = [
        report(f"{letter} consult.talks - -", status=status, published=day.strip("-") and day)
        for letter, (status, day) in zip("ab", drawn, strict=True)
    ]
    assert row(*reports)["status_code"] == expected


def test_a_day_is_a_value_that_compares() -> None:
    assert day_of("--05-20") == Day(0, 5, 20)
    assert day_of(None) is None
