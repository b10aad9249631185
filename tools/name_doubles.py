"""Says of a name whether it is also a common word, a given name or a surname; for the gazetteer builders only."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import names
from lemminflect import getAllLemmas
from wordfreq import zipf_frequency

WORD = 2.7
SURNAMES = 12_000


class Doubles:
    """Lists of names (US Census by way of the package names) and of words (lemminflect) to compare with."""

    def __init__(self, people: list[str]) -> None:
        self.people = frozenset(people)

    @cached_property
    def given(self) -> frozenset[str]:
        """Given names."""
        return self._listed("dist.male.first", 1500) | self._listed("dist.female.first", 3000)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The most frequent surnames."""
        return self._listed("dist.all.last", SURNAMES)

    def _listed(self, file: str, limit: int) -> frozenset[str]:
        lines = (Path(names.__file__).parent / file).read_text(encoding="utf-8").splitlines()[:limit]
        return frozenset(line.split()[0].title() for line in lines)

    def of(self, name: str) -> str:
        """word, given_name, surname or nothing."""
        if not name.isalpha():
            return ""
        if name in self.people or name in self.given:
            return "given_name"
        if getAllLemmas(name.lower()) and zipf_frequency(name.lower(), "en") >= WORD:
            return "word"
        return "surname" if name in self.surnames else ""
