"""An office told of several is each one's: "presidents Ada Obi and Lars Holm".

In: a sentence and the people known so far. Out: roles of those named behind the first. The names must stand in a row; a
name between other words has no part in it.
"""

from __future__ import annotations

import re

from loaders.annotate.atoms import Known
from loaders.annotate.masked import Masked
from loaders.facts import Role
from loaders.patterns.kinds import number_of
from loaders.threads.countries import country_name
from loaders.threads.offices import PLURAL, looks_like_person, named_in, title_of, token
from loaders.threads.people import People
from loaders.threads.reading import Reading

MOST_NAMES = 4


def share_offices(cast: People, reading: Reading) -> None:
    """Roles of all whom a plural office or "his counterparts" stands before."""
    for number, mask in enumerate(reading.masked.masks):
        if mask.kind == "person" and (office := _plural_office(reading, number)) is not None:
            for name in _row(reading.masked, number, is_first_apart=False):
                if looks_like_person(reading, name) and (person := cast.named(reading, name)) is not None:
                    cast.add_role(reading, office, person)
        elif mask.kind == "group" and reading.masked.words(number).endswith("counterparts"):
            _share_counterparts(cast, reading, number)


def _plural_office(reading: Reading, number: int) -> int | None:
    named = named_in(reading, number)
    offices = named[1] if named else ()
    return next((n for n in offices if PLURAL.search(title_of(reading, n).split(" of ")[0].lower())), None)


def _row(masked: Masked, number: int, *, is_first_apart: bool) -> list[int]:
    """Numbers of the names behind a mask, joined by commas and "and", the last by "and"."""
    name = f"[{masked.kinds.codes['name']}{masked.kinds.codes['person']}]."
    opening = r",\s+" if is_first_apart else r"(?:,\s+|,?\s+and\s+)"
    at = masked.string.find(token(masked, number))
    row = re.compile(rf"\s*{opening}{name}(?:,\s+{name}){{0,{MOST_NAMES}}}(?:,?\s+and\s+{name})?", re.S)
    found = row.match(masked.string, at + 2) if at >= 0 else None
    is_list = found is not None and (" and " in found[0])
    return [number_of(one[1]) for one in re.findall(name, found[0], re.S)] if found and is_list else []


def _share_counterparts(cast: People, reading: Reading, number: int) -> None:
    """ "Minister Ada Obi and his Greek and Cypriot counterparts, Lars Holm and Kofi Obuya": a minister each."""
    masked = reading.masked
    names = _row(masked, number, is_first_apart=True)
    states = [
        m.value.entry.country for m in masked.below(number) if isinstance(m.value, Known) and m.value.entry.country
    ]
    before = cast.actors[cast.last_titled].roles if cast.last_titled is not None else []
    if len(names) != len(states) or not before:
        return
    for name, country in zip(names, states, strict=True):
        person = cast.named(reading, name) if masked.masks[name].kind == "name" else None
        if person is not None and not cast.actors[person].roles:
            cast.actors[person].roles.append(Role(before[0].title, country_name(country), *reading.span(number)))
