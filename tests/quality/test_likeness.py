"""When an annotated and an extracted thing are one: names, days, places, figures, drawn by hand."""

from __future__ import annotations

from typing import Any

import pytest

from bench.measures import likeness

Json = dict[str, Any]


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("U.S. officials", "United States", True),
        ("Kabul", "the Afghan government", True),
        ("Washington’s", "America", True),
        ("Dawood Ahmadzai", "Ahmadzai", True),
        ("Zoë Brânză", "zoe branza", True),
        ("Ministry of Defence", "Defence Ministry", True),
        ("North Army", "South Army", False),
        ("Russia", "Ukraine", False),
        ("the government", "government", True),
        ("", "Russia", False),
        (None, "Russia", False),
    ],
)
def test_names_are_the_same_by_the_words_that_tell(one: str | None, other: str, is_same: bool) -> None:
    assert likeness.same_name(one, other) is is_same
    assert likeness.same_name(other, one) is is_same


def test_an_alias_is_a_name() -> None:
    assert likeness.same_name({"name": "Rapid Guard", "aliases": ["RG"]}, {"name": "RG"})


@pytest.mark.parametrize(
    ("gold", "read", "agree", "exact"),
    [
        (("2001-03-05", "2001-03-05"), ("2001-03-05", None), True, True),
        (("2001-03-05", "2001-03-05"), ("2001-03-06", "2001-03-06"), True, False),
        (("2001-03-05", "2001-03-05"), ("2001-03-07", "2001-03-07"), False, False),
        (("--03-05", "--03-05"), ("2001-03-05", "2001-03-05"), True, True),
        (("2001-02", "2001-02"), ("2001-02-01", "2001-02-28"), True, True),
        ((None, "2001-05-01"), ("2001-05-01", "2001-05-01"), True, True),
        ((None, None), ("2001-05-01", "2001-05-01"), None, False),
    ],
)
def test_days_agree_if_they_touch_and_are_exact_if_both_ends_are(
    gold: tuple[str | None, str | None], read: tuple[str | None, str | None], agree: bool | None, exact: bool
) -> None:
    one, other = ({"start": days[0], "end": days[1]} for days in (gold, read))
    assert (likeness.dates_agree(one, other), likeness.dates_exact(one, other)) == (agree, exact)


@pytest.mark.parametrize(
    ("read", "is_right"),
    [
        (("2001-03-05", "2001-03-05"), True),
        (("2001-03-03", "2001-03-06"), True),
        (("2001-03-02", "2001-03-06"), False),
        (("--03-05", "--03-05"), False),
        ((None, None), False),
    ],
)
def test_a_day_of_publication_may_be_three_days_wider(read: tuple[str | None, str | None], is_right: bool) -> None:
    gold = {"earliest": "2001-03-05", "latest": "2001-03-05"}
    assert likeness.same_day_of_publication(gold, {"earliest": read[0], "latest": read[1]}) is is_right


def test_places_agree_by_a_word_and_differ_by_country() -> None:
    oslo, bergen = {"place": "Oslo", "country": "NO"}, {"place": "Bergen", "country": "NO"}
    assert likeness.places_agree(oslo, {"place": "central Oslo", "country": None}) is True
    assert likeness.places_agree(oslo, bergen) is None
    assert likeness.places_agree(oslo, {"place": "Lima", "country": "PE"}) is False


def test_two_events_need_evidence_or_day_and_place_in_common() -> None:
    gold = {"type": "assault.bombing", "start": "2001-03-05", "place": "Oslo", "evidence": "bomb in Oslo on Monday"}
    assert likeness.event_score(gold, gold) == 1 + 1 + 1.5 + 2 + 0.5
    shooting = gold | {"type": "assault.shooting", "evidence": "entirely different"}
    assert likeness.event_score(gold, shooting) == 1 + 1 + 1.5
    assert likeness.event_score(gold, shooting | {"place": None}) == 0
    assert likeness.event_score(gold, gold | {"type": "coerce.arrest"}) == 0
    assert likeness.event_score(gold, gold | {"start": "2001-04-05"}) == 0


@pytest.mark.parametrize(
    ("read", "loosely", "strictly"),
    [
        ({"value": 8, "qualifier": "at_least"}, 2, 2),
        ({"value": 8, "qualifier": "more_than"}, 2, 2),
        ({"value": 8, "qualifier": "exact"}, 1, 0),
        ({"value": 9, "qualifier": "at_least"}, 0, 0),
        ({"value": None, "qualifier": "vague"}, 0, 0),
        ({"value": 8, "qualifier": "at_least", "kind": "injured"}, 0, 0),
    ],
)
def test_a_figure_agrees_by_kind_and_number_and_strictly_by_qualifier(read: Json, loosely: int, strictly: int) -> None:
    gold = {"kind": "killed", "value": 8, "qualifier": "at_least"}
    got = {"kind": "killed"} | read
    assert likeness.figure_score(gold, got, with_qualifier=False) == loosely
    assert likeness.figure_score(gold, got, with_qualifier=True) == strictly


def test_vague_figures_agree_by_their_lower_bound() -> None:
    dozens = {"kind": "killed", "value": None, "low": 24, "qualifier": "vague"}
    assert likeness.figure_score(dozens, dozens, with_qualifier=True) == 1
    assert likeness.figure_score(dozens, dozens | {"low": 40}, with_qualifier=True) == 0
