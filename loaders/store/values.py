"""Values that take several columns, as one line of text that a person can read and write, and back.

days    `2021-03-18` · `2021-03-18/2021-03-20` · `2021-03` · `2021` · `/2021-05-01` (by then) · `--03-18` (no year);
        a unit and "lasting" may follow: `2021-03-01/ month lasting`
day of publication `2021-03-18` · `2021-03-13/2021-03-17` · `--03-18`; its basis may follow: `2021-03-18 (byline)`
place   `Moscow, RU`; with the gazetteer's key and UCDP's where_prec behind it: `Moscow, RU (city:524901, precision 1)`
figure  `12` · `at least 12` · `10 to 15` · `several` · `none reported` · `5 (3 to 9)`, as coded

In: rows as dicts of columns, or text. Out: text, or columns. ValueError says what is wrong with a text. Pure: what a
row tells can be set again, and gives the same columns.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from ..annotate.numbers import Quantity, bounded, counts
from ..facts import Day, PlaceFact, Published, Window
from ..keys import key
from ..lexicons import names, resolve_place
from ..threads.places import fact
from .claims import best
from .days import dated
from .days import published_columns as days_of_publication

Columns = dict[str, Any]

DAY = r"(?:\d{4}|-)-\d{2}-\d{2}"
DAYS = re.compile(rf"(?P<one>{DAY})|(?P<year>\d{{4}})(?:-(?P<month>\d{{2}}))?|(?P<first>{DAY})?/(?P<last>{DAY})?")
UNITS = ("day", "week", "month", "season", "year", "unknown")
PLACE = re.compile(
    r"(?P<name>.+?)(?:, (?P<country>[A-Z]{2}(?:[A-Z]{2})?))?"
    r"(?: \((?:(?P<key>[a-z_]+:[^,()]+), )?precision (?P<precision>[1-7])\))?"
)
CODED = re.compile(r"(?P<best>\d+) \((?P<low>\d+) to (?P<high>\d+)\)")
NONE_REPORTED = "none reported"
VAGUE = re.compile(r"vague(?: from (?P<low>\d+))?(?: to (?P<high>\d+))?")
WORDS = {
    "exact": "{}",
    "at_least": "at least {}",
    "more_than": "more than {}",
    "nearly": "nearly {}",
    "up_to": "up to {}",
    "about": "about {}",
}


def told_days(row: Columns) -> str | None:
    """The days of a row of `Dated`, as its text gave them: without a year that linking found."""
    first, last = _day_of(row, "starts_from"), _day_of(row, "ends_to")
    if first is None and last is None:
        return None
    unit, is_lasting = row["window_precision_code"], row["is_lasting"]
    days = str(first) if first == last and unit == "day" and not is_lasting else f"{first or ''}/{last or ''}"
    return days + ("" if unit == "day" else f" {unit}") + (" lasting" if is_lasting else "")


def _day_of(row: Columns, name: str) -> Any:
    return row[f"{name}_yearless"] or row[name]


def days_columns(words: str | None) -> Columns:
    """The columns of `Dated` for the days that a text tells; None: no days."""
    when = _window(words) if words else None
    return {
        "is_lasting": when.is_lasting if when else False,
        "window_precision_code": when.precision if when else None,
        **dated(when),
    }


def _window(words: str) -> Window:
    days, *rest = words.split()
    found = DAYS.fullmatch(days)
    if not found or set(rest) - {*UNITS, "lasting"} or days == "/":
        raise ValueError(f"{words!r} tells no days; write 2021-03-18, 2021-03-18/2021-03-20, 2021-03 or /2021-05-01")
    first, last, unit = _bounds(found)
    if first and last and last < first and bool(first.year) == bool(last.year) and last.year:
        raise ValueError(f"{words!r} ends before it begins")
    named = next((each for each in rest if each in UNITS), unit)
    return Window(first, last, named, is_lasting="lasting" in rest)


def _bounds(found: re.Match[str]) -> tuple[Day | None, Day | None, str]:
    if found["one"]:
        return _day(found["one"]), _day(found["one"]), "day"
    if found["year"] and found["month"]:
        year, month = int(found["year"]), int(found["month"])
        first = _day(f"{found['year']}-{found['month']}-01")
        return first, Day(year, month, monthrange(year, month)[1]), "month"
    if found["year"]:
        return Day(int(found["year"]), 1, 1), Day(int(found["year"]), 12, 31), "year"
    return _day(found["first"]), _day(found["last"]), "day"


def _day(iso: str | None) -> Day | None:
    """A day of the calendar; one without a year may be a 29 February."""
    if iso is None:
        return None
    year, month, number = iso.rsplit("-", 2)
    day = Day(int(year) if year != "-" else 0, int(month), int(number))
    try:
        date(day.year or 2000, day.month, day.day)
    except ValueError:
        raise ValueError(f"{iso} is no day of the calendar") from None
    return day


def told_published(row: Columns) -> str | None:
    """The day of publication with its basis, as it was read: without a year that linking found."""
    if row["published_basis_code"] == "unknown":
        return None
    bounds = row["published"]
    first = row["published_first_yearless"] or (bounds and bounds.lower)
    last = row["published_last_yearless"] or (bounds and bounds.upper and bounds.upper - timedelta(days=1))
    days = str(first) if first == last else f"{first or ''}/{last or ''}"
    return f"{days} ({row['published_basis_code']})"


def published_columns(words: str | None) -> Columns:
    """The columns of a day of publication; a person's, where the text names no other basis."""
    days, _, basis = (words or "").partition(" (")
    if not days:
        return days_of_publication(Published(None, None, "unknown"))
    found = DAYS.fullmatch(days)
    if not found or days == "/":
        raise ValueError(f"{words!r} is no day of publication; write 2021-03-18, 2021-03-13/2021-03-17 or --03-18")
    first, last, _unit = _bounds(found)
    if first and last and last < first and first.year and last.year:
        raise ValueError(f"{words!r} ends before it begins")
    return days_of_publication(Published(first, last, basis.rstrip(")") or "human"))


def told_place(row: Columns) -> str | None:
    """The place of a row of `Located`."""
    if row["place_name"] is None:
        return None
    name = f"{row['place_name']}, {row['country_code']}" if row["country_code"] else row["place_name"]
    lexicon_key = _key_of(row)
    return f"{name} ({lexicon_key + ', ' if lexicon_key else ''}precision {row['place_precision_code']})"


def _key_of(row: Columns) -> str | None:
    """The gazetteer's key behind the hash that the row has, found by the row's name."""
    readings = {entry.key for entry in names().lookup(row["place_name"])}
    around = {place.parent for each in readings if (place := names().place(each)) and place.parent}
    return next((each for each in sorted(readings | around) if key("place", each) == row["place_id"]), None)


def place_of(words: str | None) -> PlaceFact | None:
    """The place that a text names: the gazetteer's, or one by name alone. ValueError where it could be several."""
    if not words:
        return None
    found = PLACE.fullmatch(words)
    if not found:
        raise ValueError(f"{words!r} is no place; write Moscow, RU")
    if found["key"] or found["precision"]:
        return PlaceFact(found["name"], found["country"], int(found["precision"]), found["key"])
    readings = [each for each in names().lookup(found["name"]) if each.kind != "actor"]
    one = resolve_place(readings, (found["country"],) if found["country"] else ())
    if one and found["country"] in (None, one.country):
        return fact(one)
    if readings and not found["country"]:
        raise ValueError(f"{words!r} may be several places; add the country, as in Moscow, RU")
    return PlaceFact(found["name"], found["country"], 1)


def place_columns(words: str | None) -> Columns:
    """The columns of `Located` for the place that a text names; None: no place."""
    place = place_of(words)
    return {
        "place_id": key("place", place.key) if place and place.key else None,
        "place_name": place.name if place else None,
        "country_code": place.country if place else None,
        "place_precision_code": place.precision if place else None,
    }


def told_figure(row: Columns) -> str | None:
    """The figure of a row of `casualty_figure`."""
    qualifier, value, low, high = row["qualifier_code"], row["value"], row["low"], row["high"]
    if qualifier == "stated_none":
        return NONE_REPORTED
    if qualifier == "between":
        return f"{low} to {high}"
    if qualifier == "coded":
        return f"{value} ({low} to {high})"
    if qualifier == "vague":
        return "vague" + (f" from {low}" if low is not None else "") + (f" to {high}" if high is not None else "")
    return WORDS[qualifier].format(value)


def figure_columns(words: str | None) -> Columns:
    """The columns of a casualty figure for the count that a text tells."""
    quantity = _quantity((words or "").strip())
    return {
        "value": quantity.value,
        "qualifier_code": quantity.qualifier,
        "low": quantity.low,
        "best": best(quantity.value, quantity.qualifier, quantity.low, quantity.high),
        "high": quantity.high,
    }


def _quantity(words: str) -> Quantity:
    if words == NONE_REPORTED:
        return Quantity(0, "stated_none", 0, 0)
    if coded := CODED.fullmatch(words):
        return Quantity(int(coded["best"]), "coded", int(coded["low"]), int(coded["high"]))
    if vague := VAGUE.fullmatch(words):
        low, high = (int(each) if each else None for each in vague.groups())
        return Quantity(None, "vague", low, high)
    if words.isdecimal():
        return bounded(int(words), "exact")
    found = [each.quantity for each in counts(words) if (each.start, each.stop) == (0, len(words))]
    if len(found) != 1:
        raise ValueError(f"{words!r} is no figure; write 12, at least 12, 10 to 15, several, none reported …")
    return found[0]
