"""What a name can stand for: the values that the lexicons hand out.

Keys: `country:AF` (ISO 3166-1 alpha-2; states that are no more: ISO 3166-3, `country:SUHH`), `province:AF-HER`
(ISO 3166-2), `city:1138336` (GeoNames id), `region:sahel`, `group:taliban`, `org:united-nations`,
`body:AF:foreign-ministry` (a state's office or force, put together from a demonym and a noun).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

KINDS = ("country", "place", "actor")
FORMS = ("name", "alias", "acronym", "adjective", "people", "capital", "seat")
ACTOR_KINDS = ("government", "armed_group", "igo", "ngo", "media", "party", "company", "group")
CAUTIONS = ("word", "given_name", "surname")


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a name.

    `name` is the canonical name, whatever the text wrote. `form` says what the written words are of it (FORMS:
    `capital` is a capital that may stand for its state, `seat` a house such as the Kremlin that does). `country` is
    its ISO code, or None (the United Nations). `tag`: of a country state, territory or historical; of a place
    capital, city, province, region, sea or site; of an actor one of ACTOR_KINDS. `caution` is empty, or says why
    the words alone prove nothing: a common word, a given name or a surname is written the same way.
    """

    key: str
    name: str
    kind: str
    form: str
    country: str | None
    tag: str
    caution: str = ""


@dataclass(frozen=True, slots=True)
class NameHit:
    """Words `[start, stop)` of a text and all that they can stand for, the most important first."""

    start: int
    stop: int
    entries: tuple[Entry, ...]

    @property
    def entry(self) -> Entry:
        """The first reading: a state before an actor before a capital before other places, then by population."""
        return self.entries[0]


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer's row; latitude and longitude in degrees (WGS 84).

    `kind`: country, province, city, region, sea or site. `precision` is UCDP's where_prec (GED 23.1, p. 9). `parent` is
    the key of the place around it. `valid_from`/`valid_to` bound the days on which the unit exists.
    """

    key: str
    name: str
    kind: str
    country: str | None
    parent: str | None
    latitude: float | None
    longitude: float | None
    population: int
    precision: int
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A group or organisation; `nouns` are the words by which texts call it back ("militant group", "movement").

    `part_of` is the key of what it is an armed wing or a branch of; it is an actor of its own all the same.
    """

    key: str
    name: str
    kind: str
    countries: tuple[str, ...]
    nouns: tuple[str, ...]
    part_of: str | None = None
