"""Who held what when: each row draws a name or an office and what the lexicon says."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.lexicons import names, offices

# office | of | day | who
HELD = """
president           | US                 | 2009-06-01 | Barack Obama
president           | US                 | 2017-01-20 | Barack Obama, Donald Trump
secretary-general   | org:united-nations | 1999-01-01 | Kofi Annan
prime minister      | PK                 | 2021-05-05 | Imran Khan
president           | AF                 | 2010-01-01 | Hamid Karzai
president           | AF                 | 2023-01-01 |
foreign minister    | RU                 | 2015-07-01 | Sergei Lavrov
supreme leader      | group:taliban      | 2016-01-01 | Akhtar Mansour
prime minister      | AU                 | 2016-06-01 | Malcolm Turnbull
foreign minister    | IN                 | 2013-06-01 | Salman Khurshid
defense minister    | DE                 | 2024-01-01 | Boris Pistorius
special representative for Somalia | org:united-nations | 2009-01-01 | Ahmedou Ould-Abdallah
special envoy for Syria | org:united-nations | 2016-02-01 | Staffan de Mistura
"""


@pytest.mark.parametrize("line", HELD.strip().splitlines())
def test_an_office_had_these_holders_on_a_day(line: str) -> None:
    office, of, day, who = (cell.strip() for cell in line.split("|"))
    terms = offices().held(office, of, date.fromisoformat(day))
    assert ", ".join(term.person for term in terms) == who


def test_a_surname_means_one_person_or_nobody() -> None:
    assert {term.person for term in offices().terms("Merkel")} == {"Angela Merkel"}
    assert offices().terms("Bush") == ()
    assert offices().holders("Bush") == ("George H.W. Bush", "George W. Bush")
    assert {term.person for term in offices().terms("Xi")} == {"Xi Jinping"}
    assert offices().terms("Nobody") == ()


def test_a_month_stands_for_all_its_days() -> None:
    envoy = next(term for term in offices().terms("Zalmay Khalilzad") if "reconciliation" in term.office)
    assert (envoy.first, envoy.last) == (date(2018, 9, 1), date(2021, 10, 31))


def test_an_open_end_covers_every_later_day() -> None:
    assert [term.last for term in offices().terms("Isaias Afwerki")] == [None]
    assert offices().terms("Isaias Afwerki")[0].covers(date(2020, 1, 1))


def test_every_term_names_a_country_or_an_actor_of_the_lexicons() -> None:
    index = names()
    terms = {term for listed in offices().by_name.values() for term in listed}
    lost = [
        term
        for term in terms
        if not (index.country(term.country) if term.country else index.actor(term.organisation or ""))
    ]
    assert len(terms) > 1300 and not lost
