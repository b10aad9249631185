"""States and territories, past ones too: rows of countries.csv → their names, adjectives, peoples, capitals and seats.

In: the user's folders. Out: `Country` values and (spelling, Entry) pairs. It never decides what a name means in a text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.lexicons.entries import Entry, Place
from loaders.lexicons.reading import Folders, Row, checked, number, read_table, several

COLUMNS = (
    "code", "iso3", "name", "tag", "aliases", "acronyms", "adjectives", "people", "capitals", "seats", "latitude",
    "longitude", "population",
)  # fmt: skip
TAGS = ("state", "territory", "historical")
_FORMS = {"alias": "aliases", "acronym": "acronyms", "adjective": "adjectives", "people": "people"}
_LATER = {"capital": "capitals", "seat": "seats"}


@dataclass(frozen=True, slots=True)
class Country:
    """A row of countries.csv; `code` is ISO 3166-1 alpha-2, or ISO 3166-3 alpha-4 for a state that is no more."""

    code: str
    iso3: str
    name: str
    tag: str
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    latitude: float
    longitude: float
    population: int

    @property
    def key(self) -> str:
        """Its key in the gazetteer."""
        return f"country:{self.code}"

    @property
    def adjective(self) -> str:
        """The word that stands before its ministries: Afghan; without one, the name in the genitive."""
        return self.adjectives[0] if self.adjectives else f"{self.name}'s"


def read_countries(folders: Folders = ()) -> dict[str, Country]:
    """Every country by its code."""
    rows = read_table("countries.csv", COLUMNS, folders)
    return {code: _country(row) for code, row in rows.items()}


def _country(row: Row) -> Country:
    code, iso3, name, tag, *lists, latitude, longitude, population = checked(row, COLUMNS)
    if tag not in TAGS:
        raise row.fault(f"tag is {tag!r}; one of {', '.join(TAGS)} would be right")
    if not (code.isupper() and len(code) in (2, 4)):
        raise row.fault(f"code is {code!r}; an ISO 3166-1 alpha-2 or ISO 3166-3 alpha-4 code would be right")
    aliases, acronyms, adjectives, people, capitals, seats = (tuple(several(cell)) for cell in lists)
    return Country(
        code, iso3, name, tag, aliases, acronyms, adjectives, people, capitals, seats,
        number(row, "latitude", latitude), number(row, "longitude", longitude),
        int(number(row, "population", population)),
    )  # fmt: skip


def country_names(country: Country) -> Iterator[tuple[str, Entry]]:
    """What a text may call the state by: its name and the forms that are nothing else."""
    yield country.name, _entry(country, "name")
    yield from _forms(country, _FORMS)


def state_seats(country: Country) -> Iterator[tuple[str, Entry]]:
    """Capitals and houses that stand for the state, though they are places as well."""
    yield from _forms(country, _LATER)


def _forms(country: Country, forms: dict[str, str]) -> Iterator[tuple[str, Entry]]:
    for form, field in forms.items():
        entry = _entry(country, form)
        for name in getattr(country, field):
            yield name, entry


def _entry(country: Country, form: str) -> Entry:
    return Entry(country.key, country.name, "country", form, country.code, country.tag)


def country_place(country: Country) -> Place:
    """The country as a place; UCDP's where_prec 6: nothing but the country is known."""
    return Place(
        key=country.key,
        name=country.name,
        kind="country",
        country=country.code,
        parent=None,
        latitude=country.latitude,
        longitude=country.longitude,
        population=country.population,
        precision=6,
    )
