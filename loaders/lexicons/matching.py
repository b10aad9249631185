"""Finds the lexicon's names in a text, leftmost and longest, at borders of words.

In: a text of any length. Out: NameHit values with offsets into exactly that text. It compares spellings only: which
of several readings is meant, the caller decides (`loaders.lexicons.resolving` helps with places).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import ahocorasick_rs

from loaders.lexicons.actors import slug
from loaders.lexicons.countries import Country
from loaders.lexicons.entries import Actor, Entry, NameHit, Place
from loaders.lexicons.spelling import fold, is_bounded

Names = Mapping[str, tuple[Entry, ...]]
_SHOUTED = re.compile(r"[A-Z][A-Z'.]{2,}(?:[ -][A-Z'.]+)*")
_WORD = re.compile(r"[A-Z'.]*[A-Z]")
_LONGEST = 5
_OWNERS = ("name", "alias", "acronym", "adjective")
_LEVELS = {
    "province": "province|region|oblast|state|governorate|department|prefecture|county|emirate|canton|krai|republic",
    "city": "city|town|village|municipality",
}
_BEHIND = re.compile(rf" (?:(?P<province>{_LEVELS['province']})|(?P<city>{_LEVELS['city']}))(?!\w)", re.IGNORECASE)
_BEFORE = re.compile(rf"(?:(?P<province>{_LEVELS['province']})|(?P<city>{_LEVELS['city']})) of $", re.IGNORECASE)


@dataclass(frozen=True)
class NameIndex:
    """Every name of the lexicons, ready to be found; build it with `loaders.lexicons.names()`."""

    names: Names
    countries: Mapping[str, Country]
    actors: Mapping[str, Actor]
    find_place: Callable[[str], Place | None]
    bodies: Mapping[str, str]

    def find(self, text: str) -> list[NameHit]:
        """All names of the text from left to right, none overlapping another.

        A genitive's 's stays outside the hit. Capital letters count, but words in nothing but capitals are read as
        names too ("KABUL"). "Herat province" and "the city of Herat" leave only the readings of that level, and the
        word behind a name belongs to the hit. A demonym right before a body or an actor of the same state belongs to
        it ("Iranian Quds Force").
        """
        folded = self._unshout(fold(text))
        return list(self._joined(folded, self._plain(folded)))

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """All readings of exactly this name; empty if no lexicon has it."""
        return self.names.get(fold(name), ())

    def actor(self, key: str) -> Actor | None:
        """The group or organisation of that key."""
        return self.actors.get(key)

    def place(self, key: str) -> Place | None:
        """The country, province, city or region of that key."""
        return self.find_place(key)

    def country(self, code: str) -> Country | None:
        """The country of that ISO code."""
        return self.countries.get(code)

    @cached_property
    def _spellings(self) -> list[str]:
        return list(self.names)

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        kind = ahocorasick_rs.MatchKind.LeftmostLongest
        return ahocorasick_rs.AhoCorasick(self._spellings, matchkind=kind, store_patterns=False)

    @cached_property
    def _capitals(self) -> dict[str, str]:
        return {name.upper(): name for name in reversed(self._spellings) if len(name) > 3 and not name.isupper()}

    @cached_property
    def _body(self) -> re.Pattern[str]:
        nouns = "|".join(sorted(map(re.escape, self.bodies), key=len, reverse=True))
        return re.compile(rf"(?:'s?)? (?P<noun>{nouns or '(?!)'})(?![\w])")

    def _plain(self, folded: str) -> Iterator[NameHit]:
        for number, start, stop in self._automaton.find_matches_as_indexes(folded):
            if is_bounded(folded, start, stop):
                yield _levelled(folded, NameHit(start, stop, self.names[self._spellings[number]]))
            elif is_bounded(folded, start, start) and (shorter := self._shorter(folded, start, stop)):
                yield _levelled(folded, shorter)

    def _shorter(self, folded: str, start: int, stop: int) -> NameHit | None:
        """The longest name that begins at `start` and ends at a border of words before `stop`."""
        for border in range(stop - 1, start, -1):
            if is_bounded(folded, start, border) and (entries := self.names.get(folded[start:border])):
                return NameHit(start, border, entries)
        return None

    def _joined(self, folded: str, hits: Iterable[NameHit]) -> Iterator[NameHit]:
        previous: NameHit | None = None
        for hit in hits:
            if previous and hit.start < previous.stop:
                continue
            if previous and not self._is_one(folded, previous, hit):
                yield previous
            elif previous:
                hit = NameHit(previous.start, hit.stop, hit.entries)
            previous = self._with_body(folded, hit)
        if previous:
            yield previous

    def _is_one(self, folded: str, demonym: NameHit, hit: NameHit) -> bool:
        """`Iranian` + `Quds Force`: a demonym of the state that the next actor belongs to, or vouches for."""
        first = hit.entry
        adjacent = folded[demonym.stop : hit.start] == " " and first.kind == "actor" and first.tag != "group"
        return adjacent and any(_is_demonym(entry) and entry.country == first.country for entry in demonym.entries)

    def _with_body(self, folded: str, hit: NameHit) -> NameHit:
        if hit.entry.kind != "country":
            return hit
        state = hit.entry
        match = self._body.match(folded, hit.stop) if state.form in _OWNERS and not state.caution else None
        if not match:
            return hit
        return NameHit(hit.start, match.end(), (self._body_entry(state, self.bodies[match["noun"]]),))

    def _body_entry(self, state: Entry, noun: str) -> Entry:
        code = state.country or ""
        country = self.countries.get(code)
        name = f"{country.adjective if country else state.name} {noun}"
        return Entry(f"body:{code}:{slug(noun)}", name, "actor", "name", code, "government")

    def _unshout(self, folded: str) -> str:
        """Gives names in capital letters their own case, so that KABUL is found as Kabul; the length stays."""
        return _SHOUTED.sub(lambda run: self._lowered(run[0]), folded)

    def _lowered(self, run: str) -> str:
        words = list(_WORD.finditer(run))
        pieces, at, first = [], 0, 0
        while first < len(words):
            last, name = self._longest(run, words, first)
            if name:
                pieces += [run[at : words[first].start()], name]
                at = words[last].end()
            first = last + 1
        return "".join(pieces) + run[at:]

    def _longest(self, run: str, words: list[re.Match[str]], first: int) -> tuple[int, str]:
        for last in range(min(len(words), first + _LONGEST) - 1, first - 1, -1):
            shouted = run[words[first].start() : words[last].end()]
            if shouted in self.names:
                return last, ""
            if name := self._capitals.get(shouted):
                return last, name
        return first, ""


def _levelled(folded: str, hit: NameHit) -> NameHit:
    """The hit with the readings that "province", "city" and the like beside it leave; such a word ends every doubt."""
    if hit.entries[-1].kind != "place":
        return hit
    behind = _BEHIND.match(folded, hit.stop)
    beside = behind or _BEFORE.search(folded, max(0, hit.start - 20), hit.start)
    if not beside:
        return hit
    tags = ("province",) if beside["province"] else ("city", "capital")
    left = tuple(replace(entry, caution="") for entry in hit.entries if entry.tag in tags)
    return NameHit(hit.start, behind.end() if behind else hit.stop, left) if left else hit


def _is_demonym(entry: Entry) -> bool:
    return entry.kind == "country" and entry.form in ("adjective", "acronym")
