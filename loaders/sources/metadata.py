"""What stands beside an article. In: fields as words from JSON, YAML, CSV or front matter. Out: `Metadata`.

Strict: an unknown key, a malformed value or two places that disagree raise MetadataError, which says where, what
stands there and what would be right. Never reads a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from eventdb.errors import MetadataError


@dataclass(frozen=True, slots=True)
class Metadata:
    """Fields of an article; None or () where nothing is known.

    `published` are the first and the last day, both included, on which it may have been published.
    """

    url: str | None = None
    publisher: str | None = None
    published: tuple[date, date] | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    title: str | None = None


NO_METADATA = Metadata()
KEYS = tuple(field.name for field in fields(Metadata))
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:?\d\d.*)?")
MONTH = re.compile(r"(\d{4})-(\d\d)")
YEAR = re.compile(r"\d{4}")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
NO_CHARACTERS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
MOST_CHARACTERS = 2000
EARLIEST_YEAR, LATEST_YEAR = 1600, 2199


def metadata(given: Mapping[Any, Any], where: str) -> Metadata:
    """The metadata that a mapping gives; empty values count as absent. `where` names file and line in errors."""
    unknown = [str(key) for key in given if key not in KEYS]
    if unknown:
        raise MetadataError(f"{where}: unknown key {', '.join(map(repr, unknown))}; known are {', '.join(KEYS)}")
    values = {key: _value(key, value, f"{where}: {key}") for key, value in given.items() if not _is_empty(value)}
    return Metadata(**values)


def agreed(parts: Sequence[tuple[str, Metadata]]) -> Metadata:
    """One value from several places, each with its name; two that contradict each other raise."""
    merged: dict[str, tuple[str, Any]] = {}
    for where, part in parts:
        for key in KEYS:
            value = getattr(part, key)
            if value in (None, ()):
                continue
            first, known = merged.setdefault(key, (where, value))
            if known != value:
                clash = f"{key} is {_shown(known)} in {first} but {_shown(value)} in {where}"
                raise MetadataError(f"{clash}; the same in both, or one of them, would be right")
    return Metadata(**{key: value for key, (_, value) in merged.items()})


def _shown(value: Any) -> str:
    if isinstance(value, tuple) and value and isinstance(value[0], date):
        return repr("/".join(day.isoformat() for day in dict.fromkeys(value)))
    return repr("; ".join(value) if isinstance(value, tuple) else value)


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and value.strip() in ("", "null", "~")) or value == []


def _fault(where: str, value: Any, right: str) -> MetadataError:
    return MetadataError(f"{where} is {value!r:.200}; {right} would be right")


def _value(key: str, value: Any, where: str) -> Any:
    """What a field's words stand for, unless a part is too long to be a name or holds what no database stores."""
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, str) and (found := NO_CHARACTERS.search(part)):
            raise _fault(where, part, f"the same without {found[0]!r}")
        if isinstance(part, str) and len(part) > MOST_CHARACTERS:
            raise _fault(where, f"{part[:40]}…", f"at most {MOST_CHARACTERS} characters and not {len(part)}")
    return READERS[key](value, where)


def _words(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise _fault(where, value, "a word or phrase")
    return " ".join(value.split())


def _url(value: Any, where: str) -> str:
    address = str(value).strip()
    parts = _split(address)
    if not parts or parts[0] not in ("http", "https") or not parts[1] or re.search(r"\s", address):
        raise _fault(where, value, "a web address such as https://example.org/a")
    return address


def _split(address: str) -> tuple[str, str] | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return parts.scheme, parts.hostname or ""


def _authors(value: Any, where: str) -> tuple[str, ...]:
    names = value.split(";") if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) and name.strip() for name in names):
        raise _fault(where, value, "a list of names, or names with ; between them")
    return tuple(" ".join(name.split()) for name in names)


def _language(value: Any, where: str) -> str:
    if not isinstance(value, str) or not LANGUAGE.fullmatch(value.strip()):
        raise _fault(where, value, "a language code such as en or pt-BR")
    return value.strip().replace("_", "-")


def _published(value: Any, where: str) -> tuple[date, date]:
    first, slash, last = (value if isinstance(value, str) else "").strip().partition("/")
    start, stop = _days(first.strip(), where, value), _days(last.strip(), where, value) if slash else None
    bounds = (start[0], (stop or start)[1])
    if bounds[0] > bounds[1]:
        raise _fault(where, value, "an interval whose first day is not after its last")
    return bounds


def _days(words: str, where: str, value: Any) -> tuple[date, date]:
    """First and last day of a day, a month or a year."""
    try:
        days = _calendar_days(words)
    except ValueError:
        days = None
    if days is None or not EARLIEST_YEAR <= days[0].year <= LATEST_YEAR:
        raise _fault(where, value, "a day such as 2021-03-18, a month 2021-03, or an interval 2021-03-13/2021-03-17")
    return days


def _calendar_days(words: str) -> tuple[date, date] | None:
    if found := DAY.fullmatch(words):
        day = date(*map(int, found.groups()))
        return day, day
    if found := MONTH.fullmatch(words):
        first = date(int(found[1]), int(found[2]), 1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return (date(int(words), 1, 1), date(int(words), 12, 31)) if YEAR.fullmatch(words) else None


READERS: dict[str, Callable[[Any, str], Any]] = {
    "url": _url,
    "publisher": _words,
    "published": _published,
    "authors": _authors,
    "language": _language,
    "title": _words,
}
