"""One place or none: each row draws a name, the countries of the article, and what is meant."""

from __future__ import annotations

import pytest

from loaders.lexicons import names, resolve_place

# name, countries of the article, level that the text gives, key of the place that is meant ("-": none)
MEANT = """
Herat          | AF    |          | province:AF-HER
Herat          | AF    | city     | city:1140026
Herat          |       |          | province:AF-HER
Kabul          | AF    |          | city:1138958
Kabul          | AF    | province | province:AF-KAB
Kabul          |       |          | city:1138958
Georgia        | US    |          | province:US-GA
Georgia        | GE    |          | country:GE
Georgia        |       |          | country:GE
Georgia        | GE US |          | -
Congo          | CD    |          | country:CD
Congo          | CG    |          | country:CG
London         |       |          | city:2643743
London         | CA    |          | city:6058560
Paris          |       |          | city:2988507
Moscow         | RU UA |          | city:524901
Tripoli        | LY    |          | city:2210247
Tripoli        | LB    |          | city:266826
Tripoli        | LY LB |          | -
Gaza           | PS IL |          | region:gaza-strip
Darfur         |       |          | region:darfur
Kashmir        | IN    |          | region:kashmir
Springfield    |       |          | -
Reading        |       |          | -
Reading        | GB    |          | city:2639577
Black Sea      | UA    |          | region:black-sea
"""


def _rows() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in MEANT.strip().splitlines()]


@pytest.mark.parametrize(("name", "countries", "level", "key"), _rows())
def test_a_name_means_one_place_or_none(name: str, countries: str, level: str, key: str) -> None:
    found = resolve_place(names().lookup(name), countries.split(), level=level or None)
    assert (found.key if found else "-") == key


def test_an_adjective_or_a_seat_is_no_place() -> None:
    assert resolve_place(names().lookup("Peruvian"), ["PE"]) is None
    assert resolve_place(names().lookup("Kremlin"), ["RU"]) is None
    assert resolve_place((), ["RU"]) is None
