"""Feasts by rule: Easter of years that tables print, and weekdays of a month counted from its start and its end."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.dates.feasts import easter, feast_day


@pytest.mark.parametrize(
    "day", ["1818-03-22", "1916-04-23", "1943-04-25", "1998-04-12", "2008-03-23", "2016-03-27", "2024-03-31"]
)
def test_easter_falls_on_the_sunday_that_tables_print(day: str) -> None:
    assert easter(int(day[:4])) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("easter-2", 2016, "2016-03-25"),
        ("thursday 4 of 11", 1999, "1999-11-25"),
        ("monday 1 of 9", 2003, "2003-09-01"),
        ("monday -1 of 5", 2004, "2004-05-31"),
    ],
)
def test_a_rule_gives_the_day_of_a_feast(rule: str, year: int, day: str) -> None:
    assert feast_day(rule, year) == date.fromisoformat(day)


def test_what_is_no_rule_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="rule is 'thursday'"):
        feast_day("thursday", 1999)
