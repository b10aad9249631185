"""A value is one line of text for people, and setting what was told gives the same columns again."""

from __future__ import annotations

import pytest

from loaders.store.claims import claim_rows
from loaders.store.fields import FIELDS, IDS
from loaders.store.values import (
    days_columns,
    figure_columns,
    place_columns,
    told_days,
    told_figure,
    told_place,
)
from tests.run.drawn import summit_facts


@pytest.mark.parametrize(
    "words",
    [
        "2022-05-20",
        "2022-05-20/2022-05-22",
        "/2022-05-20",
        "2022-05-20/",
        "--05-20",
        "--12-30/--01-02",
        "2022-05-01/2022-05-31 month",
        "2022-05-01/ month lasting",
        "2022-05-01/2022-05-31 month lasting",
        "--02-29",
        None,
    ],
)
def test_days_that_are_told_can_be_set_again(words: str | None) -> None:
    assert told_days(days_columns(words)) == words


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("2022-05", "2022-05-01/2022-05-31 month"),
        ("2022", "2022-01-01/2022-12-31 year"),
        ("2022-05-20/2022-05-20", "2022-05-20"),
        ("", None),
    ],
)
def test_days_may_be_written_shorter(words: str, told: str | None) -> None:
    assert told_days(days_columns(words)) == told


@pytest.mark.parametrize(
    "words", ["May 20", "2022-13-01", "2022-02-29", "2022-05-20/2022-05-19", "/", "2022-05-20 soon"]
)
def test_what_tells_no_days_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"days|calendar|begins"):
        days_columns(words)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Oslo, NO", "Oslo, NO (city:3143244, precision 1)"),
        ("Helmand", "Helmand, AF (province:AF-HEL, precision 4)"),
        ("Norway", "Norway, NO (country:NO, precision 6)"),
        ("Upper Quellomarca, PE", "Upper Quellomarca, PE (precision 1)"),
        ("Upper Quellomarca", "Upper Quellomarca (precision 1)"),
        (None, None),
    ],
)
def test_a_place_is_found_by_name_and_country_and_told_with_its_key(words: str | None, told: str | None) -> None:
    columns = place_columns(words)
    assert told_place(columns) == told
    assert place_columns(told) == columns


def test_a_place_that_may_be_several_asks_for_its_country() -> None:
    with pytest.raises(ValueError, match="add the country"):
        place_columns("Valencia")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("14", "14"),
        ("0", "0"),
        ("at least fourteen", "at least 14"),
        ("more than 1,200", "more than 1200"),
        ("nearly 50", "nearly 50"),
        ("up to 9", "up to 9"),
        ("about 30", "about 30"),
        ("10 to 15", "10 to 15"),
        ("several", "vague from 3"),
        ("vague", "vague"),
        ("none reported", "none reported"),
        ("5 (3 to 9)", "5 (3 to 9)"),
    ],
)
def test_a_figure_is_a_count_in_words(words: str, told: str) -> None:
    columns = figure_columns(words)
    assert told_figure(columns) == told
    assert figure_columns(told) == columns


@pytest.mark.parametrize("words", ["", "many more", "14 people", "-3", "12 and 14"])
def test_what_is_no_figure_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="is no figure"):
        figure_columns(words)


def test_every_field_of_every_fact_can_be_told_and_set_again() -> None:
    rows = claim_rows(summit_facts(), 1)
    for table in rows:
        for row in rows[table]:
            for name, field in FIELDS[table].items():
                changed = field.columns(field.told(row))
                kept = {column: row[column] for column in changed if column != "said_by_ordinal"}
                assert {column: changed[column] for column in kept} == kept, (table, name)
    assert set(FIELDS) == set(IDS)


def test_a_code_that_no_list_has_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ValueError, match="none of alleged"):
        FIELDS["participation"]["position"].columns("hesitant")
