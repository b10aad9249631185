"""Appendix 2 of the codebook of UCDP GED 23.1, phrase by phrase, reported on Wednesday, 15 May 2019."""

from __future__ import annotations

import pytest

from loaders.dates import find_phrases, resolve, ucdp_precision
from loaders.facts import Day
from tests.dates.drawn import shown

REPORTED = Day(2019, 5, 15)
APPENDIX = """
1 | on [14th January]                      | 2019-01-14
1 | [today]                                | 2019-05-15
1 | [yesterday]                            | 2019-05-14
1 | [last Tuesday]                         | 2019-05-14
1 | on [Monday night]                      | 2019-05-13
1 | [last night]                           | 2019-05-14
1 | [the other day]                        | 2019-05-14
2 | [recently]                             | 2019-05-12..2019-05-14
2 | the toll of [recent attacks]           | 2019-05-12..2019-05-14
2 | over [the past few days]               | 2019-05-12..2019-05-14
2 | over [the last few days]               | 2019-05-12..2019-05-14
2 | around [2 July]                        | 2019-07-01..2019-07-03
2 | over [the weekend]                     | 2019-05-11..2019-05-12
2 | [this week]                            | 2019-05-13..2019-05-15
2 | [since the beginning of the week]      | 2019-05-13..2019-05-15
2 | in [the night between Sunday and Monday] | 2019-05-12..2019-05-13
2 | a [night-long battle]                  | 2019-05-14..2019-05-15
2 | in [the past 24 hours]                 | 2019-05-14..2019-05-15
2 | in [the past 48 hours]                 | 2019-05-13..2019-05-15
2 | in [the past 72 hours]                 | 2019-05-13..2019-05-15
2 | in [the past 2 days]                   | 2019-05-13..2019-05-14
2 | since [Saturday]                       | 2019-05-11..2019-05-15
2 | a [five-day offensive]                 | 2019-05-11..2019-05-15
2 | on [13–16 February]                    | 2019-02-13..2019-02-16
2 | in [the last 6 days of January]        | 2019-01-25..2019-01-30
2 | [late last week]                       | 2019-05-10..2019-05-12
3 | [last week]                            | 2019-05-06..2019-05-12
3 | in [the past week]                     | 2019-05-09..2019-05-15
3 | a [week-old] offensive                 | 2019-05-09..2019-05-15
3 | in [the first week of August]          | 2018-08-01..2018-08-07
4 | in [early March]                       | 2019-03-01..2019-03-10
4 | in [the middle of March]               | 2019-03-10..2019-03-20
4 | in [late March]                        | 2019-03-15..2019-03-31
4 | at [the end of March]                  | 2019-03-15..2019-03-31
4 | in [early May]                         | 2019-05-01..2019-05-10
4 | in [recent weeks]                      | 2019-04-24..2019-05-15
4 | for [a number of weeks]                | 2019-04-24..2019-05-15
4 | for [several weeks]                    | 2019-04-24..2019-05-15
4 | [earlier this month]                   | 2019-05-01..2019-05-14
4 | [last month]                           | 2019-04-01..2019-04-30
4 | [a fortnight ago]                      | 2019-05-02..2019-05-15
5 | in [1995]                              | 1995-01-01..1995-12-31
5 | [last year]                            | 2018-01-01..2018-12-31
5 | in [the past year]                     | 2019-01-01..2019-05-15
5 | in [early 1999]                        | 1999-01-01..1999-04-30
5 | in [mid 1999]                          | 1999-05-01..1999-08-31
5 | in [late 1999]                         | 1999-09-01..1999-12-31
5 | in [the past 3 months]                 | 2019-02-15..2019-05-15
5 | in [the past few months]               | 2019-02-15..2019-05-15
"""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in APPENDIX.strip().splitlines()]


@pytest.mark.parametrize(("precision", "words", "days"), ROWS)
def test_a_phrase_means_the_days_that_the_appendix_prints(precision: str, words: str, days: str) -> None:
    (phrase,) = find_phrases(words.replace("[", "").replace("]", ""))
    window = resolve(phrase, REPORTED, convention="ucdp")
    assert f"[{phrase.surface}]" in words
    assert shown(window) == days
    assert window is not None and ucdp_precision(window, phrase) == int(precision)


@pytest.mark.parametrize(("precision", "words", "days"), ROWS)
def test_the_house_differs_in_the_four_documented_places_only(precision: str, words: str, days: str) -> None:
    (phrase,) = find_phrases(words.replace("[", "").replace("]", ""))
    deviates = {"the past 72 hours", "Saturday", "the last 6 days of January", "late March", "the end of March"}
    assert (shown(resolve(phrase, REPORTED)) != days) == (phrase.surface in deviates)
