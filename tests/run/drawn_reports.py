"""Reports drawn as `article kind days place [actors]`, for the tests of linking; the same letter is the same article.

In: a line. Out: a `Report`. It reads no file.
"""

from __future__ import annotations

from typing import Any

from loaders.keys import key
from loaders.link.reports import Report, day_of

# Place → country, UCDP precision, places around it.
PLACES = {
    "Oslo": ("NO", 1, ("Norway",)),
    "Bergen": ("NO", 1, ("Norway",)),
    "Norway": ("NO", 6, ()),
    "Lima": ("PE", 1, ("Callao", "Peru")),
    "Callao": ("PE", 4, ("Peru",)),
    "Peru": ("PE", 6, ()),
}
COUNTRIES = {"norway": "NO", "peru": "PE", "chile": "CL"}


def report(drawn: str, *, event_id: int | None = None, status: str = "planned", published: str = "") -> Report:
    """`b1 consult.talks 2022-05-20 Oslo peru,rebels`: article b, its report 1; `-` no days or place, `..` open.

    A day alone is known to the day, two days to the month, as is a deadline such as `../2022-05`. Then: `=ongoing` the
    status, `@2022-05-04` when published, `^` background, `#killed:12` a toll, `>2021-09-04` was seen, `*gtd` a set,
    `!name` a person to whom it was done. `Oslo?` is a place known by name alone.
    """
    name_, kind, days, place, *others = drawn.split()
    status = next((word[1:] for word in others if word.startswith("=")), status)
    told = next((word[1:] for word in others if word.startswith("@")), published)
    actors = [word for word in others if word[0] not in "=@^#>*!"]
    first, last = (*days.split("/"), days)[:2] if days != "-" else (None, None)
    if by_month := last is not None and last[0] == "2" and len(last) == len("2022-05"):
        last = f"{last}-31"
    names = tuple(actors[0].split(",")) if actors else ()
    return Report(
        report_id=key("report", name_),
        article_id=key("article", name_[0]),
        ordinal=int(name_[1:] or 0),
        event_id=event_id,
        type=kind,
        status=status,
        is_core="^" not in others,
        is_lasting=False,
        first=day_of(first if first != ".." else None),
        last=day_of(last),
        end=day_of(last),
        date_precision=None if first is None else 1 if first == last else 5 if first == ".." and not by_month else 4,
        **_located(place),
        parties=frozenset(f"country {COUNTRIES[each]}" if each in COUNTRIES else f"actor {each}" for each in names),
        tolls=frozenset(word[1:].replace(":", " ") for word in others if word[0] == "#"),
        actor_names=names,
        told=day_of(told or None),
        since=day_of(next((word[1:] for word in others if word[0] == ">"), None)),
        dataset=next((word[1:] for word in others if word[0] == "*"), None),
        targets=frozenset(word[1:] for word in others if word[0] == "!"),
    )


def _located(drawn: str) -> dict[str, Any]:
    """The columns of a place."""
    place, is_open = drawn.removesuffix("?"), drawn.endswith("?")
    country, precision, around = (None, 5, ()) if is_open else PLACES.get(place, (None, None, ()))
    is_known = drawn != "-" and not is_open
    return {
        "place_id": key("place", place) if is_known else None,
        "place_name": None if place == "-" else place,
        "country": country,
        "place_precision": precision,
        "places": frozenset(key("place", each) for each in (place, *around) if is_known),
    }
