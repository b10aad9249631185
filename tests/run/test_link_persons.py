"""Persons of several articles: spellings of one name, namesakes, changing offices, bare family names."""

from __future__ import annotations

import random

import pytest

from loaders.keys import key
from loaders.link.callings import is_held_by_one, sphere
from loaders.link.persons import Person, resolve
from loaders.link.spelling import alike, is_shorter, nearly_alike
from tests.run.database import Link, ask
from tests.run.test_link import TALKS, load_and_link, told

SPELLINGS = """
Mohammad Rahimi    | Muhammed Raheemi
Hussein            | Husayn
Khaled             | Khalid
Yusuf              | Yousef
Shah Wali Nazari   | Shahwali Nazary
al-Awlaki          | al-Aulaqi
Zelensky           | Zelenskyy
Noor               | Nur
Osman              | Othman
Gamal              | Jamal
José Cárdenas      | Jose Cardenas
Seydou Diallo      | Seidou Djallo
Mustapha           | Mustafa
"""
OTHERS = """
Karimi             | Karami
Mahmud             | Mohammed
Hassan             | Hussein
Rahimi             | Rahmani
Ahmed              | Hamed
Diarra             | Diallo
Nawaz Khan         | Nawaz Kayani
"""


def pairs(drawn: str) -> list[list[str]]:
    return [[each.strip() for each in line.split("|")] for line in drawn.strip().splitlines()]


@pytest.mark.parametrize(("one", "other"), pairs(SPELLINGS))
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    assert alike(one, other) and alike(other, one)


@pytest.mark.parametrize(("one", "other"), pairs(OTHERS))
def test_other_names_are_not(one: str, other: str) -> None:
    assert not alike(one, other) and not alike(other, one)
    assert not is_shorter(one, other)


def test_names_that_an_office_can_prove_one() -> None:
    assert nearly_alike("Bashir Whitcomb", "Bashir Whitcombs")
    assert nearly_alike("Emeka Inuwa", "Chukwuemeka Inuwa")
    assert is_shorter("Wali Nazari", "Shah Wali Nazari")
    assert not nearly_alike("Ali Hassan", "Ali Hussein")
    assert nearly_alike("Omar al-Jabouri", "Omar al-Jubouri", in_a_vowel=True)
    assert not nearly_alike("Omar Sani", "Umaru Sana", in_a_vowel=True)
    assert not is_shorter("Nazari", "Shah Wali Nazari")


@pytest.mark.parametrize(
    ("title", "kind", "expected"),
    [
        ("governor", None, "official"),
        ("spokesman", "armed_group", "armed"),
        ("spokesman", "government", "official"),
        ("spokesman", None, None),
        ("surgeon at the main hospital", None, "private"),
        ("rebel commander", None, "armed"),
        ("analyst", "ngo", None),
    ],
)
def test_a_title_tells_the_sphere_or_nothing(title: str, kind: str | None, expected: str | None) -> None:
    assert sphere(title, kind) == expected


def test_some_offices_have_one_holder() -> None:
    assert is_held_by_one("foreign minister, peru")
    assert not is_held_by_one("spokesman, peru")


def person(drawn: str, number: int) -> Person:
    """`name | country | sphere | title, body`; a dash for nothing. All are of one family."""
    name, country, told_sphere, title = (each.strip() for each in drawn.split("|"))
    countries, spheres, titles = (frozenset({each} - {"-"}) for each in (country, told_sphere, title))
    actor_id, is_fixed = (9, True) if name.startswith("*") else (None, False)
    return Person(
        number,
        1,
        0,
        actor_id,
        is_fixed,
        name.strip("*"),
        "n",
        countries,
        spheres,
        titles,
        is_told_of=drawn.count("-") < 3,
    )


SCENES = {
    "two spellings with one office are one": (
        ["Yusuf Nur | KE | official | governor, Lamu", "Yousef Noor | KE | official | governor, Lamu"], "aa"),
    "two spellings in one country are one": (
        ["Yusuf Nur | KE | official | mayor", "Yousef Noor | KE | official | senator"], "aa"),
    "two spellings of whom nothing agrees stay two": (
        ["Yusuf Nur | - | - | teacher", "Yousef Noor | KE | - | senator"], "ab"),
    "who moves up stays who he was": (
        ["Yusuf Nur | KE | official | police chief, Lamu", "Yusuf Nur | KE | official | senator, Kenya"], "aa"),
    "a governor and a surgeon of one name are two, and one of whom nothing is told is neither": (
        ["Yusuf Nur | KE | official | governor, Lamu", "Yusuf Nur | KE | private | surgeon", "Yusuf Nur | KE | - | -"],
        "ab-"),
    "a rebel and a minister of one name are two": (
        ["Yusuf Nur | KE | armed | spokesman, Free Lamu", "Yusuf Nur | KE | official | minister"], "ab"),
    "namesakes of two countries are two in any spelling": (
        ["Yusuf Nur | KE | official | senator", "Yousef Noor | EG | official | senator"], "ab"),
    "a spelling joins the namesake who holds the office": (
        ["Yusuf Nur | KE | official | governor, Lamu", "Yusuf Nur | KE | private | surgeon, Lamu",
         "Yusuf Noor | KE | private | surgeon, Lamu"], "abb"),
    "a name without one of its parts joins by its office": (
        ["Wali Nur | KE | official | governor, Lamu", "Shah Wali Nur | KE | official | governor, Lamu"], "aa"),
    "another vowel is the same man only in an office that one man holds": (
        ["Omar Nuri | KE | official | governor, Lamu", "Omar Nura | KE | official | governor, Lamu",
         "Ali Naruk | KE | official | spokesman, Kenya", "Ali Nuruk | KE | official | spokesman, Kenya"], "abcd"),
    "a bare family name is the only one with that title": (
        ["Yusuf Nur | KE | official | governor, Lamu", "Nur | KE | official | governor, Lamu",
         "Nur | KE | official | senator"], "aa-"),
    "a bare family name that two could have is neither": (
        ["Yusuf Nur | KE | official | senator, Kenya", "Omar Nur | KE | official | senator, Kenya",
         "Nur | KE | official | senator, Kenya"], "ab-"),
    "a spelling joins whom a lexicon knows": (
        ["*Yusuf Nur | KE | official | president, Kenya", "Yousef Noor | KE | official | president, Kenya"], "aa"),
}  # fmt: skip


@pytest.mark.parametrize(("drawn", "expected"), SCENES.values(), ids=SCENES.keys())
def test_persons_are_told_apart_as_drawn(drawn: list[str], expected: str) -> None:
    persons = [person(each, number) for number, each in enumerate(drawn)]
    for seed in range(4):
        found = resolve(random.Random(seed).sample(persons, len(persons)))
        ids = [actor.actor_id if (actor := found[each]) else None for each in persons]
        letters: dict[int, str] = {}
        shown = "".join("-" if each is None else letters.setdefault(each, "abcdef"[len(letters)]) for each in ids)
        assert shown == expected


def test_a_lexicon_s_actor_stays_the_one() -> None:
    persons = [person(each, number) for number, each in enumerate(SCENES["a spelling joins whom a lexicon knows"][0])]
    assert {actor.actor_id for actor in resolve(persons).values() if actor} == {9}


def test_an_actor_keeps_its_id_when_another_spelling_joins() -> None:
    from dataclasses import replace

    old = replace(person("Yusuf Nur | KE | official | governor, Lamu", 1), actor_id=77)
    new = person("Abu Yusuf Nur | KE | official | governor, Lamu", 0)
    assert {actor.actor_id for actor in resolve([old, new]).values() if actor} == {77}
    assert key("actor", "person", "yusuf nur") != 77


def test_spellings_of_several_articles_are_names_of_one_actor(connection: Link) -> None:
    load_and_link(connection, {"a.txt": told(TALKS, person="Yusuf Nur"), "b.txt": told(TALKS, person="Yousef Noor")})
    assert ask(connection, "select name from eventdb.actor where kind_code = 'person'") == [("Yousef Noor",)]
    names = "select name from eventdb.actor_name inner join eventdb.actor using (actor_id) where kind_code = 'person'"
    assert sorted(ask(connection, names.replace("select name", "select actor_name.name"))) == [
        ("Yousef Noor",),
        ("Yusuf Nur",),
    ]
    load_and_link(connection, {"b.txt": told(TALKS, person="Ola Dahl")})
    assert sorted(ask(connection, names.replace("select name", "select actor_name.name"))) == [
        ("Ola Dahl",),
        ("Yusuf Nur",),
    ]
