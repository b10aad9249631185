"""Reports → groups and ids, drawn as `article kind days place [actors]`; the same letter is the same article."""

from __future__ import annotations

import random
from datetime import date

import pytest

from loaders.facts import Day
from loaders.keys import key
from loaders.link.derived import event_row
from loaders.link.groups import Judged, group
from loaders.link.names import Named, name
from loaders.link.reports import Report, day_of

# Place → country, UCDP precision, places around it.
PLACES = {
    "Oslo": ("NO", 1, ("Norway",)),
    "Bergen": ("NO", 1, ("Norway",)),
    "Norway": ("NO", 6, ()),
    "Lima": ("PE", 1, ("Callao", "Peru")),
    "Callao": ("PE", 4, ("Peru",)),
    "Peru": ("PE", 6, ()),
}
COUNTRIES = {"norway": "NO", "peru": "PE", "chile": "CL"}


def report(drawn: str, *, event_id: int | None = None, status: str = "planned", published: str = "") -> Report:
    """`b1 consult.talks 2022-05-20 Oslo peru,rebels`: article b, its report 1; `-` no days or place, `..` open.

    A day alone is known to the day, two days to the month, as is a deadline such as `../2022-05`. Words at the end:
    `=ongoing` the status, `@2022-05-04` the day of publication, `^` background.
    """
    name_, kind, days, place, *others = drawn.split()
    status = next((word[1:] for word in others if word.startswith("=")), status)
    told = next((word[1:] for word in others if word.startswith("@")), published)
    actors = [word for word in others if word[0] not in "=@^"]
    first, last = (*days.split("/"), days)[:2] if days != "-" else (None, None)
    if by_month := last is not None and last[0] == "2" and len(last) == len("2022-05"):
        last = f"{last}-31"
    country, precision, around = PLACES.get(place, (None, None, ()))
    names = tuple(actors[0].split(",")) if actors else ()
    return Report(
        report_id=key("report", name_),
        article_id=key("article", name_[0]),
        ordinal=int(name_[1:] or 0),
        event_id=event_id,
        type=kind,
        status=status,
        is_core="^" not in others,
        is_lasting=False,
        first=day_of(first if first != ".." else None),
        last=day_of(last),
        end=day_of(last),
        date_precision=None if first is None else 1 if first == last else 5 if first == ".." and not by_month else 4,
        place_id=None if place == "-" else key("place", place),
        place_name=None if place == "-" else place,
        country=country,
        place_precision=precision,
        places=frozenset() if place == "-" else frozenset(key("place", each) for each in (place, *around)),
        parties=frozenset(f"country {COUNTRIES[each]}" if each in COUNTRIES else f"actor {each}" for each in names),
        actor_names=names,
        told=day_of(told or None),
    )


def grouped(*drawn: str, judged: Judged | None = None) -> list[list[str]]:
    """The names of the reports in each group, as drawn."""
    by_id = {key("report", each.split()[0]): each.split()[0] for each in drawn}
    groups = group(map(report, drawn), judged)
    return sorted(sorted(by_id[each.report_id] for each in members) for members in groups)


SCENES = {
    "one day and one place are one event": (
        ["a consult.talks 2022-05-20 Oslo", "b consult.conference 2022-05-20 Oslo"], [["a", "b"]],
    ),
    "different days of a conference in one city are different events": (
        ["a consult.conference 2022-05-20 Oslo", "b consult.conference 2022-05-27 Oslo"], [["a"], ["b"]],
    ),
    "one day and two cities are two events": (
        ["a consult.talks 2022-05-20 Oslo", "b consult.talks 2022-05-20 Bergen"], [["a"], ["b"]],
    ),
    "a country alone meets a city in it": (
        ["a consult.talks 2022-05-20 Oslo", "b consult.talks 2022-05-20 Norway"], [["a", "b"]],
    ),
    "a province meets a city in it": (
        ["a assault.bombing 2022-05-20 Lima", "b assault.other 2022-05-20 Callao"], [["a", "b"]],
    ),
    "a country alone that could be either of two cities is linked to neither": (
        ["a consult.talks 2022-05-20 Oslo", "b consult.talks 2022-05-20 Bergen", "c consult.talks 2022-05-20 Norway"],
        [["a"], ["b"], ["c"]],
    ),
    "two families are two events": (
        ["a consult.talks 2022-05-20 Oslo", "b assault.bombing 2022-05-20 Oslo"], [["a"], ["b"]],
    ),
    "an air strike is not a bomb in a market": (
        ["a assault.airstrike 2022-05-20 Lima", "b assault.bombing 2022-05-20 Lima"], [["a"], ["b"]],
    ),
    "a day without a year meets the same day of the one year there is": (
        ["a consult.talks --05-20 Oslo", "b consult.talks 2022-05-20 Oslo"], [["a", "b"]],
    ),
    "a day without a year that fits two years is linked to neither": (
        ["a consult.talks --05-20 Oslo", "b consult.talks 2022-05-20 Oslo", "c consult.talks 2021-05-20 Oslo"],
        [["a"], ["b"], ["c"]],
    ),
    "a night of two days meets either day": (
        ["a assault.bombing 2022-05-20/2022-05-21 Lima", "b assault.bombing 2022-05-21 Lima"], [["a", "b"]],
    ),
    "two reports of one article are two events": (
        ["a1 assault.bombing 2022-05-20 Lima", "a2 assault.bombing 2022-05-20 Lima"], [["a1"], ["a2"]],
    ),
    "one bomb there and two bombs here are not guessed at": (
        ["a1 assault.bombing 2022-05-20 Lima", "a2 assault.bombing 2022-05-20 Lima",
         "b assault.bombing 2022-05-20 Lima"],
        [["a1"], ["a2"], ["b"]],
    ),
    "the better of two candidates is taken": (
        ["a1 consult.visit 2022-05-20 Oslo", "a2 consult.conference 2022-05-20 Oslo",
         "b consult.conference 2022-05-20 Oslo"],
        [["a1"], ["a2", "b"]],
    ),
    "undated reports without a place stay alone": (
        ["a agree.agreement - - peru,rebels", "b agree.agreement - - peru,rebels"], [["a"], ["b"]],
    ),
    "one month and two shared actors are one agreement": (
        ["a agree.agreement 2020-02-01/2020-02-29 - peru,rebels", "b agree.agreement 2020-02-29 - norway,peru,rebels"],
        [["a", "b"]],
    ),
    "one month and one shared actor prove nothing": (
        ["a agree.agreement 2020-02-01/2020-02-29 - peru,rebels", "b agree.agreement 2020-02-29 - peru,norway"],
        [["a"], ["b"]],
    ),
    "one deadline and one shared actor are one withdrawal, with or without the year": (
        ["a retreat.withdrawal ../2021-05-01 - peru,norway", "b retreat.withdrawal ../--05-01 - peru"], [["a", "b"]],
    ),
    "two deadlines are two withdrawals": (
        ["a retreat.withdrawal ../2021-05-01 - peru", "b retreat.withdrawal ../2021-05-31 - peru"], [["a"], ["b"]],
    ),
    "a deadline without a year that fits two years is linked to neither": (
        ["a retreat.withdrawal ../2021-05-01 - peru", "b retreat.withdrawal ../2022-05-01 - peru",
         "c retreat.withdrawal ../--05-01 - peru"],
        [["a"], ["b"], ["c"]],
    ),
    "a year has the month in which the same two signed, and no other year": (
        ["a agree.agreement 2020-01-01/2020-12-31 - peru,rebels",
         "b agree.agreement 2020-02-01/2020-02-29 - peru,rebels",
         "c agree.agreement 2019-01-01/2019-12-31 - peru,rebels"],
        [["a", "b"], ["c"]],
    ),
    "a year in which the same two signed twice is linked to neither": (
        ["a agree.agreement 2020-01-01/2020-12-31 - peru,rebels",
         "b agree.agreement 2020-02-01/2020-02-29 - peru,rebels",
         "c agree.agreement 2020-07-01/2020-07-31 - peru,rebels"],
        [["a"], ["b"], ["c"]],
    ),
    "talks of a year are not those of a month in it": (
        ["a consult.talks 2020-01-01/2020-12-31 - peru,rebels", "b consult.talks 2020-02-01/2020-02-29 - peru,rebels"],
        [["a"], ["b"]],
    ),
    "a deal known by its two parties is the one that they signed": (
        ["a agree.agreement - - peru,rebels =occurred @2021-03-09",
         "b agree.agreement 2020-02-01/2020-02-29 - peru,rebels =occurred",
         "c agree.agreement 2020-02-01/2020-02-29 - peru,chile =occurred"],
        [["a", "b"], ["c"]],
    ),
    "a deal known by its two parties that they signed twice is linked to neither": (
        ["a agree.agreement - - peru,rebels =occurred @2021-03-09",
         "b agree.agreement 2020-02-01/2020-02-29 - peru,rebels =occurred",
         "c agree.agreement 2019-02-01/2019-02-28 - peru,rebels =occurred"],
        [["a"], ["b"], ["c"]],
    ),
    "an article does not know a deal that was signed after it": (
        ["a agree.agreement - - peru,rebels =occurred @2019-03-09",
         "b agree.agreement 2020-02-29 - peru,rebels =occurred"],
        [["a"], ["b"]],
    ),
    "a deal that is planned is not the one that was signed": (
        ["a agree.agreement - - peru,rebels =planned @2021-03-09",
         "b agree.agreement 2020-02-29 - peru,rebels =occurred"],
        [["a"], ["b"]],
    ),
    "a deadline of a month is met by a day of it": (
        ["a retreat.withdrawal ../2021-05 - peru", "b retreat.withdrawal ../2021-05-01 - peru"], [["a", "b"]],
    ),
    "the deadline of a month that has two is linked to neither": (
        ["a retreat.withdrawal ../2021-05 - peru", "b retreat.withdrawal ../2021-05-01 - peru",
         "c retreat.withdrawal ../2021-05-15 - peru"],
        [["a"], ["b"], ["c"]],
    ),
    "talks that go on in one country between the same two are one, however they stand": (
        ["a consult.talks - Norway peru,rebels =ongoing @2022-01-04",
         "b consult.talks - Oslo peru,rebels =stalled @--03-09",
         "c consult.talks 2021-09-01/2021-09-30 Oslo peru,rebels =ongoing @2022-03-20"],
        [["a", "b", "c"]],
    ),
    "talks that go on between others, elsewhere, or years later are other talks": (
        ["a consult.talks - Norway peru,rebels =ongoing @2022-01-04",
         "b consult.talks - Norway chile,rebels =ongoing @2022-01-05",
         "c consult.talks - Lima peru,rebels =ongoing @2022-01-06",
         "d consult.talks - Norway peru,rebels =ongoing @2024-01-04"],
        [["a"], ["b"], ["c"], ["d"]],
    ),
    "a round that is planned is not the talks that go on": (
        ["a consult.talks - Oslo peru,rebels =ongoing @2022-01-04",
         "b consult.talks 2022-01-05 Oslo peru,rebels =planned @2022-01-04"],
        [["a"], ["b"]],
    ),
    "a meeting planned without a day is the only one planned there with the same guests": (
        ["a consult.conference - Norway peru,rebels =planned @--03-09",
         "b consult.conference 2022-04-01/2022-04-30 Norway norway,peru,rebels =planned @2022-03-14"],
        [["a", "b"]],
    ),
    "a meeting planned without a day that could be either of two is linked to neither": (
        ["a consult.conference - Norway peru,rebels =planned @2022-03-09",
         "b consult.conference 2022-04-20 Oslo peru,rebels =planned @2022-03-14",
         "c consult.conference 2022-05-20 Oslo peru,rebels =planned @2022-03-14"],
        [["a"], ["b"], ["c"]],
    ),
    "a host alone makes no two plans one, nor do articles of different seasons": (
        ["a consult.conference - Norway norway,chile =planned @2022-03-09",
         "b consult.conference 2022-04-20 Norway norway,peru =planned @2022-03-14",
         "c consult.conference - Norway peru =planned @2021-10-14"],
        [["a"], ["b"], ["c"]],
    ),
    "a plan without a day is not what had been held by then": (
        ["a consult.conference - Norway peru,rebels =planned @2022-04-09",
         "b consult.conference 2022-03-20 Norway peru,rebels =planned @2022-03-14"],
        [["a"], ["b"]],
    ),
    "what one state did in one place in a year long ago is one event in passing": (
        ["a assault.other 2001-01-01/2001-12-31 Peru chile =occurred ^",
         "b assault.other 2001-01-01/2001-12-31 Peru chile =occurred ^",
         "c assault.other 2002-01-01/2002-12-31 Peru chile =occurred ^"],
        [["a", "b"], ["c"]],
    ),
    "two blasts of one group in one town in a week stay apart, and a week has neither": (
        ["a assault.bombing 2022-05-20 Lima rebels,peru", "b assault.bombing 2022-05-23 Lima rebels,peru",
         "c assault.bombing 2022-05-19/2022-05-25 Lima rebels,peru"],
        [["a"], ["b"], ["c"]],
    ),
    "what two people say on one day is two things": (
        ["a say.accuse 2022-05-20 Lima", "b say.accuse 2022-05-20 Lima"], [["a"], ["b"]],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("drawn", "expected"), SCENES.values(), ids=SCENES.keys())
def test_reports_are_grouped_as_drawn(drawn: list[str], expected: list[list[str]]) -> None:
    assert grouped(*drawn) == expected
    assert grouped(*reversed(drawn)) == expected


def test_the_order_of_many_reports_changes_nothing() -> None:
    chosen = random.Random(7)
    kinds, days = ("consult.talks", "consult.visit", "assault.bombing"), ("2022-05-20", "2022-05-21", "--05-20", "-")
    drawn = [
        f"{chosen.choice('abcdefgh')}{n} {chosen.choice(kinds)} {chosen.choice(days)} {chosen.choice([*PLACES, '-'])}"
        for n in range(80)
    ]
    expected = grouped(*drawn)
    assert max(map(len, expected)) > 1
    for seed in range(10):
        assert grouped(*random.Random(seed).sample(drawn, len(drawn))) == expected


def test_a_group_never_holds_two_reports_of_an_article() -> None:
    drawn = [f"{article}{n} assault.bombing 2022-05-20 {place}" for article in "abcd" for n, place in enumerate(PLACES)]
    for members in grouped(*drawn):
        assert len({each[0] for each in members}) == len(members)


def test_a_human_s_word_goes_before_the_rules() -> None:
    drawn = ("a consult.talks 2022-05-20 Oslo", "b consult.talks 2022-05-20 Oslo", "c assault.bombing - -")
    a, b, c = (key("report", each) for each in "abc")
    different = Judged(different=frozenset({(min(a, b), max(a, b))}))
    same = Judged(same=frozenset({(min(a, c), max(a, c))}))
    assert grouped(*drawn, judged=different) == [["a"], ["b"], ["c"]]
    assert grouped(*drawn, judged=same) == [["a", "b", "c"]]


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
