"""Which place is meant, of several of one name: one or none, never a guess.

In: the readings of a name and the countries that the article is about. Out: one Entry or None. It sees no text; the
conventions are UCDP's (GED 23.1, pp. 35-38): where the level is ambiguous, the higher one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from loaders.lexicons.entries import Entry, Place

DOMINANCE = 10
_LEVELS = ("country", "region", "sea", "province", "city", "site")


def resolve_place(
    candidates: Sequence[Entry],
    countries: Sequence[str],
    *,
    level: str | None = None,
    place: Callable[[str], Place | None] | None = None,
) -> Entry | None:
    """The one place that these readings mean in an article about `countries` (ISO codes), or None.

    1. Readings in the article's countries come first; in two of those countries alike, none is chosen.
    2. Without such a reading: the only one; else a state; else a national capital that no namesake exceeds; else a
       place with more than ten times the people of its next namesake.
    3. A name that is also a common word or a person's name needs rule 1.
    4. A province and its own city share a name: the province, as UCDP has it; the city where it is the national
       capital, or where `level` ("city", "province") says what the text calls it.
    `place` looks a key up; it defaults to the built-in lexicons.
    """
    where = place or _built_in
    places = [entry for entry in candidates if _is_place(entry) and level in (None, _level(entry, where))]
    near = [entry for entry in places if entry.country in countries]
    if near:
        return _highest(near, where) if len({entry.country for entry in near}) == 1 else None
    sure = [entry for entry in places if not entry.caution]
    return _dominant(sure, where)


def _built_in(key: str) -> Place | None:
    from loaders.lexicons import names

    return names().place(key)


def _is_place(entry: Entry) -> bool:
    return entry.kind == "place" or (entry.kind == "country" and entry.form in ("name", "alias", "acronym"))


def _level(entry: Entry, where: Callable[[str], Place | None]) -> str:
    found = where(entry.key)
    return found.kind if found else "country"


def _size(entry: Entry, where: Callable[[str], Place | None]) -> int:
    found = where(entry.key)
    return found.population if found else 0


def _highest(entries: Sequence[Entry], where: Callable[[str], Place | None]) -> Entry | None:
    """Of readings in one country: the state, its capital, the highest level, or of several there the dominant."""
    for entry in entries:
        if entry.kind == "country" or entry.tag == "capital":
            return entry
    top = min((_LEVELS.index(_level(entry, where)) for entry in entries), default=0)
    highest = [entry for entry in entries if _LEVELS.index(_level(entry, where)) == top]
    return highest[0] if len(highest) == 1 else _largest(highest, where)


def _dominant(entries: Sequence[Entry], where: Callable[[str], Place | None]) -> Entry | None:
    if len({entry.country for entry in entries}) == 1:
        return _highest(entries, where)
    for entry in entries:
        if entry.kind == "country":
            return entry
    for entry in entries:
        rivals = [_size(other, where) for other in entries if other.country != entry.country]
        if entry.tag == "capital" and _size(entry, where) >= max(rivals):
            return entry
    winner = _largest(_foremost(entries, where), where)
    return winner and _highest([entry for entry in entries if entry.country == winner.country], where)


def _foremost(entries: Sequence[Entry], where: Callable[[str], Place | None]) -> list[Entry]:
    """The largest reading of each country: a province is no rival of its own city."""
    largest: dict[str | None, Entry] = {}
    for entry in sorted(entries, key=lambda entry: -_size(entry, where)):
        largest.setdefault(entry.country, entry)
    return list(largest.values())


def _largest(entries: Sequence[Entry], where: Callable[[str], Place | None]) -> Entry | None:
    """The reading with more than DOMINANCE times the people of the next one."""
    ranked = sorted(entries, key=lambda entry: -_size(entry, where))
    if not ranked or (len(ranked) > 1 and _size(ranked[0], where) <= DOMINANCE * _size(ranked[1], where)):
        return None
    return ranked[0]
