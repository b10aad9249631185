"""An article while its tables are read: in go the words of facts, out come its text and their places in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from tests.views.tables import Row


@dataclass
class Draft:
    """An article whose text grows with its facts until it is written."""

    row: Row
    sentences: list[str] = field(default_factory=list)
    numbers: dict[str, Iterator[int]] = field(default_factory=dict)
    actors: dict[str, int] = field(default_factory=dict)
    reports: dict[str, int] = field(default_factory=dict)

    def say(self, words: str) -> tuple[int, int]:
        """Add a sentence and tell where the words stand."""
        start = sum(len(sentence) + 1 for sentence in self.sentences)
        self.sentences.append(f"{words}.")
        return start, start + len(words)

    def number(self, kind: str) -> int:
        """The next running number of a kind of fact."""
        return next(self.numbers.setdefault(kind, count()))

    @property
    def text(self) -> str:
        """The article's text so far."""
        return " ".join(self.sentences) or "Nothing happened."
