"""Reports → groups that tell of one event, each scene drawn as `article kind days place [actors]`."""

from __future__ import annotations

import random

import pytest

from loaders.keys import key
from loaders.link.groups import Judged, group
from tests.run.drawn_reports import PLACES, report


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
    "a month without a year is that of an article of the same season, and of no other": (
        ["a consult.talks --09-01/--09-30 - peru,rebels @--03-17",
         "b consult.talks 2020-09-01/2020-09-30 - peru,rebels @2021-01-04",
         "c consult.talks --09-04 Oslo peru,rebels @--08-31"],
        [["a", "b"], ["c"]],
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
    "talks that go on between two are those that another article places, and no others if it has two": (
        ["a consult.talks - - peru,rebels =ongoing @2022-01-04",
         "b consult.talks - Oslo peru,rebels =stalled @2022-03-09",
         "c1 consult.talks - Oslo chile,rebels =ongoing @2022-03-09",
         "d consult.talks - - chile,rebels =ongoing @2022-01-04",
         "c2 consult.talks - Lima chile,rebels =ongoing @2022-03-09"],
        [["a", "b"], ["c1"], ["c2"], ["d"]],
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
    "a weekday that cannot be placed better is the day on which that town was hit": (
        ["a assault.bombing 2022-05-20 Lima #killed:9 @2022-05-20",
         "b assault.bombing --05-15/--05-21 Lima #killed:11 @--05-21"],
        [["a", "b"]]),
    "a weekday that lies days before the article is another blast than the news": (
        ["a assault.bombing 2022-05-20 Lima", "b assault.bombing --05-19/--05-25 Lima =occurred @--05-25"],
        [["a"], ["b"]]),
    "tolls that are not of one size are two blasts, where a day is vague": (
        ["a assault.bombing 2022-05-20 Lima #killed:9", "b assault.bombing 2022-05-15/2022-05-21 Lima #killed:40 ^"],
        [["a"], ["b"]]),
    "one toll tells which of two blasts of a month is meant": (
        ["a assault.bombing 2022-05-20 Lima #killed:12", "b assault.bombing 2022-05-24 Lima #killed:31",
         "c assault.bombing 2022-05-01/2022-05-31 Lima #killed:31 ^"],
        [["a"], ["b", "c"]]),
    "one toll on one day is one battle, though one article says nowhere": (
        ["a assault.clash 2022-05-20 Lima #killed:33", "b assault.clash 2022-05-20 - #killed:33",
         "c assault.clash 2022-05-20 - #killed:2"],
        [["a", "b"], ["c"]]),
    "a report that confuses two tolls proves nothing by them": (
        ["a assault.bombing 2022-05-20 Lima #killed:12",
         "b assault.bombing 2022-05-01/2022-05-31 Lima #killed:12 #killed:31"],
        [["a"], ["b"]]),
    "a conference of a month is the only one that its city saw": (
        ["a consult.conference 2022-05-20 Oslo", "b consult.conference 2022-05-01/2022-05-31 Oslo"], [["a", "b"]]),
    "a conference of other guests in that city and month is another one": (
        ["a consult.conference 2022-05-20 Oslo peru,rebels",
         "b consult.conference 2022-05-01/2022-05-31 Oslo chile,miners"],
        [["a"], ["b"]]),
    "a visit of a month needs the guest": (
        ["a consult.visit 2022-05-20 Lima envoy", "b consult.visit 2022-05-01/2022-05-31 Lima envoy",
         "c consult.visit 2022-05-01/2022-05-31 Lima bishop"],
        [["a", "b"], ["c"]]),
    "last year's conference there with those guests is the one that had a day": (
        ["a consult.conference 2022-05-20 Oslo peru,rebels",
         "b consult.conference 2022-01-01/2022-12-31 Oslo peru,rebels"],
        [["a", "b"]]),
    "a vote of a month is the one that the country held": (
        ["a vote.election 2022-05-20 Peru", "b vote.election 2022-05-01/2022-05-31 Peru"], [["a", "b"]]),
    "news without a day is what had happened there in the week before": (
        ["a assault.shooting - Lima =occurred @2022-05-22", "b assault.shooting 2022-05-20 Lima =occurred @2022-05-21",
         "c assault.shooting - Lima =occurred @2022-06-22"],
        [["a", "b"], ["c"]]),
    "a toll of the year that two papers give in one week is one, and not that of another month": (
        ["a assault.other - - #killed:480 @2022-05-20",
         "b assault.other 2022-01-01/2022-12-31 - #killed:480 @2022-05-21",
         "c assault.other - - #killed:480 @2022-07-21", "d assault.other - - #killed:500 @2022-05-20"],
        [["a", "b"], ["c"], ["d"]]),
    "an article that tells of last May cannot plan what was held in it": (
        ["a consult.conference --05-01/--05-31 Oslo @--04-09 >2022-05-20",
         "b consult.conference 2022-05-20 Oslo @2022-05-04", "c consult.conference 2023-05-22 Oslo @2023-05-04"],
        [["a", "c"], ["b"]]),
    "records of a data set are events of their own, though all else agrees": (
        ["a assault.bombing 2022-05-20 Lima *gtd", "b assault.bombing 2022-05-20 Lima *gtd"], [["a"], ["b"]]),
    "an article and a record of each of two data sets are one event": (
        ["a assault.bombing 2022-05-20 Lima", "b assault.other 2022-05-20 Lima *ucdp-ged",
         "c assault.bombing 2022-05-20 Lima *gtd"], [["a", "b", "c"]]),
    "an article that two records of a data set fit equally well is neither": (
        ["a assault.bombing 2022-05-20 Lima", "b assault.bombing 2022-05-20 Lima *gtd",
         "c assault.bombing 2022-05-20 Lima *gtd"], [["a"], ["b"], ["c"]]),
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
