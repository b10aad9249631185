"""Reports that look alike and are two events, and reports that look apart and are one, drawn as in test_link_groups."""

from __future__ import annotations

import pytest

from tests.run.test_link_groups import grouped

SCENES = {
    "a place that a text does not tell from its namesakes is the one that another text tells": (
        ["a assault.bombing 2022-05-20 Lima?", "b assault.bombing 2022-05-20 Lima",
         "c assault.bombing 2022-05-20 Oslo?"],
        [["a", "b"], ["c"]]),
    "that place is one of the month's conference, too": (
        ["a consult.conference 2022-05-01/2022-05-31 Oslo?", "b consult.conference 2022-05-20 Oslo"], [["a", "b"]]),
    "such a place that fits two countries' towns is neither": (
        ["a assault.bombing 2022-05-20 Lima", "b assault.bombing 2022-05-20 Norway",
         "c assault.bombing 2022-05-20 Oslo?"],
        [["a"], ["b"], ["c"]]),
    "the toll of a whole country on a day is not that of one town": (
        ["a assault.bombing 2022-05-20 Lima #killed:27", "b assault.bombing 2022-05-20 Peru #killed:359"],
        [["a"], ["b"]]),
    "nor that of a province": (
        ["a assault.bombing 2022-05-20 Lima #killed:4", "b assault.bombing 2022-05-20 Callao #killed:16"],
        [["a"], ["b"]]),
    "a toll of one size in the country is that of the town": (
        ["a assault.bombing 2022-05-20 Lima #killed:44", "b assault.bombing 2022-05-20 Peru #killed:54"],
        [["a", "b"]]),
    "the toll of one town grows": (
        ["a assault.bombing 2022-05-20 Lima #killed:9", "b assault.bombing 2022-05-20 Lima #killed:21"],
        [["a", "b"]]),
    "two blasts in one town in a week, each with its reports": (
        ["a assault.bombing 2022-05-16 Lima =occurred @2022-05-17 #killed:12",
         "b assault.bombing 2022-05-16 Lima =occurred @2022-05-20 #killed:12 ^",
         "b1 assault.bombing 2022-05-19 Lima =occurred @2022-05-20 #killed:4",
         "c assault.bombing 2022-05-19 - =occurred @2022-05-21 #killed:4"],
        [["a", "b"], ["b1", "c"]]),
    "a total over several attacks of a month is none of them": (
        ["a assault.bombing 2022-05-16 Lima #killed:12", "b assault.bombing 2022-05-19 Lima #killed:4",
         "c assault.bombing 2022-05-01/2022-05-31 Lima #killed:16"],
        [["a"], ["b"], ["c"]]),
    "a conference in a country in a month is the one that a city of it saw": (
        ["a consult.conference 2018-11-01/2018-11-30 Norway", "b consult.conference 2018-11-09 Oslo chile,rebels",
         "c consult.conference 2021-11-18 Oslo chile,rebels"],
        [["a", "b"], ["c"]]),
    "a suicide bombing is a bombing of that toll in that month": (
        ["a assault.bombing 2022-05-01/2022-05-31 Lima #killed:54",
         "b assault.suicide_bombing 2022-05-20 Lima #killed:54"],
        [["a", "b"]]),
    "a person is killed once, whatever the week": (
        ["a assault.assassination 2022-05-20 Lima !ruiz", "b assault.bombing 2022-05-16/2022-05-22 Lima !ruiz",
         "c assault.bombing 2022-05-16/2022-05-22 Lima !vega"],
        [["a", "b"], ["c"]]),
    "who was killed in another year was another, or not killed": (
        ["a assault.shooting 2022-05-20 Lima !ruiz", "b assault.shooting 2019-01-01/2019-12-31 Lima !ruiz"],
        [["a"], ["b"]]),
    "an undated murder of somebody is the dated one, if there is one": (
        ["a assault.assassination - - =occurred @2022-06-20 !ruiz",
         "b assault.shooting 2022-05-20 Lima =occurred @2022-05-21 !ruiz",
         "c assault.shooting 2022-07-20 Lima =occurred @2022-07-21 !ruiz"],
        [["a", "b"], ["c"]]),
    "one who is arrested in two months is arrested twice": (
        ["a coerce.arrest 2022-05-20 Lima !ruiz", "b coerce.arrest 2022-05-01/2022-05-31 - !ruiz",
         "c coerce.arrest 2022-06-01/2022-06-30 - !ruiz"],
        [["a", "b"], ["c"]]),
}  # fmt: skip


@pytest.mark.parametrize(("drawn", "expected"), SCENES.values(), ids=SCENES.keys())
def test_look_alikes_are_told_apart_and_what_looks_apart_is_one(drawn: list[str], expected: list[list[str]]) -> None:
    assert grouped(*drawn) == expected
    assert grouped(*reversed(drawn)) == expected
