"""A capital is the city of the gazetteer, whether the text names it or only its country's adjective."""

from __future__ import annotations

import pytest

from loaders.facts import PlaceFact
from loaders.lexicons import names, resolve_place
from loaders.threads.places import capital, fact


@pytest.mark.parametrize(("country", "name"), [("OM", "Muscat"), ("AF", "Kabul"), ("PE", "Lima"), ("RU", "Moscow")])
def test_a_capital_has_the_key_of_its_city(country: str, name: str) -> None:
    found = capital(country)
    assert found is not None
    assert (found.name, found.country, found.precision) == (name, country, 1)
    assert str(found.key).startswith("city:")
    place = names().place(str(found.key))
    assert place is not None
    assert place.latitude is not None
    named = resolve_place(names().lookup(name), (country,))
    assert named is not None
    assert fact(named) == found


def test_a_capital_that_the_gazetteer_lacks_has_no_key_rather_than_its_countrys() -> None:
    assert capital("MN") == PlaceFact("Ulaanbaatar", "MN", 1)


def test_what_has_no_capital_gives_no_place() -> None:
    assert capital("AQ") is None
