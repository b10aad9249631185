"""What the groups of a matched date pattern say: the fields of a `DatePhrase`.

In goes a match, out come fields; None where the match is no date after all (a month 13, a range that runs backwards).
"""

from __future__ import annotations

import re
from typing import Final

from loaders.dates import words

YEARS_AWAY: Final = {"last": -1, "this": 0, "next": 1}
Fields = dict[str, int | str | bool | None]


def _int(value: str | None) -> int:
    return int(value) if value else 0


def _weekday(match: re.Match[str]) -> int | None:
    name = match.groupdict().get("weekday")
    return words.WEEKDAYS[name.lower()] if name else None


def _modifier(match: re.Match[str]) -> str:
    """last, next, this ...: "this past" is last, "this coming" is next."""
    words_ = (match.groupdict().get("modifier") or "").lower().split()
    return {"past": "last", "coming": "next"}.get(words_[-1], words_[0]) if words_ else ""


def full_year(digits: str | None) -> int:
    """Two digits as a year between 1970 and 2069, as a computer's clock counts; 0 for none."""
    if digits is None:
        return 0
    year = int(digits)
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def read_day(match: re.Match[str]) -> Fields:
    found = match.groupdict()
    return {
        "year": _int(found.get("year")) or full_year(found.get("short_year")),
        "month": words.month_number(found["month"]),
        "day": _int(found["day"]),
        "weekday": _weekday(match),
    }


def read_days(match: re.Match[str]) -> Fields | None:
    found = match.groupdict()
    fields = read_day(match)
    last_month = words.month_number(found["last_month"]) if found.get("last_month") else fields["month"]
    later = (last_month, _int(found["last_day"])) > (fields["month"], fields["day"])
    if last_month == fields["month"] and not later:
        return None
    first_year = _int(found.get("first_year")) or (
        _int(found.get("year")) - (0 if later else 1) if found.get("year") else 0
    )
    return fields | {
        "year": first_year,
        "last_year": _int(found.get("year")),
        "last_month": last_month,
        "last_day": _int(found["last_day"]),
    }


def read_numeric(match: re.Match[str]) -> Fields | None:
    first, second, year = int(match["first"]), int(match["second"]), full_year(match["year"])
    is_day_first = first > 12 or (match["point"] == "." and second <= 12)
    day, month = (first, second) if is_day_first else (second, first)
    return {"year": year, "month": month, "day": day} if 1 <= month <= 12 and 1 <= day <= 31 else None


def read_iso(match: re.Match[str]) -> Fields | None:
    year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    return {"year": year, "month": month, "day": day} if 1 <= month <= 12 and 1 <= day <= 31 else None


def read_month(match: re.Match[str]) -> Fields:
    found = match.groupdict()
    modifier = _modifier(match)
    year = _int(found.get("year")) or past_year(found.get("short_year"))
    return {"month": words.month_number(found["month"]), "year": year, "modifier": modifier}


def read_month_of_that_year(match: re.Match[str]) -> Fields:
    return {"month": words.month_number(match["month"]), "modifier": "that"}


def read_of_counted_year(match: re.Match[str]) -> Fields:
    found = match.groupdict()
    ago = -2 if found["before"] else -words.number(found["n"]) if found["n"] else YEARS_AWAY[found["which"].lower()]
    month, day = words.month_number(found["month"]), _int(found.get("day"))
    return {"month": month, "day": day, "modifier": "counted", "count": ago}


def read_months(match: re.Match[str]) -> Fields:
    fields = read_month(match)
    last_month, year = words.month_number(match["last_month"]), _int(match["year"])
    crosses = bool(year) and last_month < int(fields["month"] or 0)
    first_year = _int(match["first_year"]) or year - crosses
    return fields | {"year": first_year, "last_year": year, "last_month": last_month}


def read_named_weekday(match: re.Match[str]) -> Fields:
    modifier = _modifier(match)
    return {"weekday": _weekday(match), "modifier": modifier}


def read_nights(match: re.Match[str]) -> Fields | None:
    first, last = (words.WEEKDAYS[match[name].lower()] for name in ("weekday", "last_weekday"))
    return {"weekday": last, "count": (last - first) % 7 or 7}


def read_season(match: re.Match[str]) -> Fields | None:
    found = match.groupdict()
    modifier = (found.get("modifier") or "").lower()
    # the winter of 2013-14 begins in 2013
    year = _int(found.get("year") or found.get("first_year")) or past_year(found.get("short_year"))
    return {"month": words.SEASONS[found["season"].lower()], "year": year, "modifier": modifier}


def read_part_of_year(match: re.Match[str]) -> Fields:
    found = match.groupdict()
    modifier = (found.get("modifier") or "").lower()
    year = _int(found.get("year") or found.get("first_year")) or past_year(found.get("short_year"))
    return {"count": words.ORDINALS[found["nth"].lower().lstrip("q")], "year": year, "modifier": modifier}


def read_counted_quarter(match: re.Match[str]) -> Fields:
    modifier = match["modifier"].lower()
    same = {"current": "this", "coming": "next", "following": "next", "next": "next", "this": "this"}
    return {"modifier": same.get(modifier, "last")}


def read_latest_quarter(match: re.Match[str]) -> Fields:
    return {"modifier": "last"}


def read_year_earlier_quarter(match: re.Match[str]) -> Fields:
    return {"modifier": "year-earlier"}


def read_year_earlier(match: re.Match[str]) -> Fields:
    return {"count": -1, "unit": "year"}


def read_fiscal_year(match: re.Match[str]) -> Fields:
    found = match.groupdict()
    return {"year": _int(found.get("year")) or past_year(found.get("short_year"))}


def past_year(digits: str | None) -> int:
    """The year of "'68": what is written so lies behind more often than ahead; 0 for none."""
    return 0 if digits is None else int(digits) + (2000 if int(digits) < 40 else 1900)


def read_year(match: re.Match[str]) -> Fields:
    found = match.groupdict()
    year, last = int(found.get("year") or past_year(found["short_year"])), found.get("last_year")
    if last is None:
        return {"year": year}
    return {"year": year, "last_year": int(last) if len(last) == 4 else year - year % 100 + int(last)}


def read_decade(match: re.Match[str]) -> Fields:
    named = match.groupdict().get("named")
    return {"year": words.DECADES[named.lower()] if named else decade_year(match["year"])}


def decade_year(digits: str) -> int:
    """ "1980" or "80" → 1980; of two digits those of a hundred years up to the 2010s."""
    year = int(digits)
    return year if year > 99 else year + (2000 if year < 20 else 1900)


def read_century(match: re.Match[str]) -> Fields:
    return {"year": (int(match["nth"]) - 1) * 100 + 1}


def read_shift(match: re.Match[str]) -> Fields:
    found = match.groupdict()
    way = found["way"].lower()
    back = way.startswith(("earlier", "before", "prior", "previous", "preceding", "eve"))
    amount = words.number(found["n"]) if found.get("n") else int(not way.startswith(("same", "that")))
    return {"count": -amount if back else amount, "unit": (found.get("unit") or "day").lower()}


def read_nothing(match: re.Match[str]) -> Fields:
    return {"is_refused": True}
