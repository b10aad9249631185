"""Names of one article find their person: names go in, numbers of actors come out."""

from __future__ import annotations

from loaders.threads.roster import Roster


def test_a_titled_surname_becomes_the_person_named_in_full_below() -> None:
    roster = Roster()
    headline = roster.full_name("Diaz", is_titled=True)
    report = roster.full_name("Jo Diaz")
    assert headline == report
    assert [(actor.name, actor.aliases) for actor in roster.actors] == [("Jo Diaz", ["Diaz"])]


def test_a_surname_that_two_people_have_names_neither() -> None:
    roster = Roster()
    roster.full_name("Jo Diaz")
    roster.full_name("Ana Diaz")
    assert roster.full_name("Diaz") is None


def test_two_spellings_of_a_name_are_one_person() -> None:
    roster = Roster()
    found = {roster.full_name(name) for name in ("Qasem Soltani", "Kassem Soltani", "Qassem Soltany", "Soltani")}
    assert found == {0}


def test_brothers_are_two_people() -> None:
    roster = Roster()
    assert roster.full_name("Hassan Noor") != roster.full_name("Hussein Noor")
