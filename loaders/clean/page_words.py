"""Words that lines of a page are made of. In: a section of page_words.yaml. Out: its words, read once."""

from __future__ import annotations

from functools import cache

from loaders.lexicons.reading import BUILT_IN, read_yaml


@cache
def page_words(section: str) -> frozenset[str]:
    """The words of `months`, `days`, `zones`, `stamp`, `byline` or `openings`, in small letters."""
    return frozenset(read_yaml(BUILT_IN / "page_words.yaml")[section].split())
