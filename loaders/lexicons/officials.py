"""Who held which office when: rows of offices.csv → terms, by which a text that names a holder can be dated.

In: the user's folders. Out: `Term` values by the name of a person or of an office. Only terms that are sure are listed;
an open end means that no end was known when the row was written. It never reads a sentence.
"""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from loaders.lexicons.reading import Folders, Row, checked, read_table, several
from loaders.lexicons.spelling import fold

COLUMNS = ("term", "person", "aliases", "office", "country", "organisation", "from", "to")
Key = TypeVar("Key")
_SURNAME_FIRST = ("CN", "TW", "KR", "KP")
_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Term:
    """One term of office. `country` is an ISO code or None, `organisation` a lexicon key such as org:nato or None.

    `first` and `last` are the earliest and the latest day that the row allows: a month or a year stands for all its
    days. `last` None: still in office as far as known.
    """

    person: str
    aliases: tuple[str, ...]
    office: str
    country: str | None
    organisation: str | None
    first: date
    last: date | None

    def covers(self, day: date) -> bool:
        """Whether the person may have held the office on that day."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Offices:
    """All terms, by names of people and by office."""

    by_name: dict[str, tuple[Term, ...]]
    by_office: dict[tuple[str, str], tuple[Term, ...]]

    def terms(self, name: str) -> tuple[Term, ...]:
        """Terms of the one person of that full name or alias, or of that surname; empty if none or several have it."""
        found = self.by_name.get(fold(name), ())
        return found if len({term.person for term in found}) == 1 else ()

    def holders(self, name: str) -> tuple[str, ...]:
        """Everybody whom that name may mean, sorted: `Bush` is two presidents."""
        return tuple(sorted({term.person for term in self.by_name.get(fold(name), ())}))

    def held(self, office: str, of: str, day: date | None = None) -> tuple[Term, ...]:
        """Terms of an office ("president") of a country's code or an organisation's key, in order; on that day only."""
        terms = self.by_office.get((office.lower(), of), ())
        return tuple(term for term in terms if day is None or term.covers(day))


@functools.cache
def offices(folders: Folders = ()) -> Offices:
    """The terms of offices.csv; `folders` hold files that add or replace rows. Raises LexiconError."""
    rows = read_table("offices.csv", COLUMNS, folders).values()
    terms = sorted((_term(row) for row in rows), key=lambda term: (term.first, term.person, term.office))
    by_name: dict[str, list[Term]] = {}
    by_office: dict[tuple[str, str], list[Term]] = {}
    for term in terms:
        by_office.setdefault((term.office.lower(), term.country or term.organisation or ""), []).append(term)
        for name in _names(term):
            by_name.setdefault(name, []).append(term)
    return Offices(_frozen(by_name.items()), _frozen(by_office.items()))


def _frozen(items: Iterable[tuple[Key, list[Term]]]) -> dict[Key, tuple[Term, ...]]:
    return {key: tuple(terms) for key, terms in items}


def _names(term: Term) -> set[str]:
    """Full names, aliases, and the surname: the last word that is no numeral, the first one of a Chinese name."""
    words = term.person.split()
    surname = words[0] if term.country in _SURNAME_FIRST else words[-1]
    spoken = {term.person, *term.aliases} | ({surname} if not re.fullmatch(r"[IVX]+|Jr\.?|Un|Il", surname) else set())
    return {fold(name) for name in spoken}


def _term(row: Row) -> Term:
    _, person, aliases, office, country, organisation, first, last = checked(row, COLUMNS)
    if bool(country) == bool(organisation):
        raise row.fault(f"country is {country!r} and organisation {organisation!r}; exactly one would be right")
    begin = _day(row, "from", first, is_last=False)
    end = _day(row, "to", last, is_last=True) if last else None
    if end and end < begin:
        raise row.fault(f"to is {last}, before from {first}; a later day would be right")
    return Term(person, tuple(several(aliases)), office, country or None, organisation or None, begin, end)


def _day(row: Row, field: str, cell: str, *, is_last: bool) -> date:
    """The first or the last day of an ISO day, month or year."""
    match = _PARTIAL.fullmatch(cell)
    if not match:
        raise row.fault(f"{field} is {cell!r}; a day, month or year such as 2021-01-20, 2021-01, 2021 would be right")
    year, month, day = (int(part) if part else None for part in match.groups())
    month = month or (12 if is_last else 1)
    try:
        return date(int(year or 0), month, day or (calendar.monthrange(int(year or 0), month)[1] if is_last else 1))
    except ValueError as error:
        raise row.fault(f"{field} is {cell!r}, which the calendar does not have") from error
