"""Reads every lexicon at once, so that a wrong entry is told before the first article and not in the middle of a load.

In: the folders chosen. Out: nothing, or LexiconError with file and line.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from eventdb.errors import LexiconError
from loaders.annotate.chunks import chunks
from loaders.annotate.verbs import moods
from loaders.clean.citations import cues as credit_cues
from loaders.clean.outlets import outlets
from loaders.clean.shapes import shapes
from loaders.dates.conventions import named_days, table
from loaders.dates.direction import cues as tense_cues
from loaders.frames import frames
from loaders.lexicons import names, offices
from loaders.lexicons.given_names import given_names
from loaders.lexicons.own import chosen
from loaders.lexicons.words import event_nouns, load, verb_forms

READERS: tuple[Callable[[], object], ...] = (
    names, offices, outlets, credit_cues, shapes, table, named_days, tense_cues, given_names, verb_forms, event_nouns,
    moods, chunks, frames,
)  # fmt: skip
LATER = ("cues.yaml", "names.yaml", "numbers.yaml")
"""Files that the stages read when they first need them."""


def load_lexicons() -> None:
    """Read all words and frames; without folders of a user's own there is nothing to be told early."""
    if not chosen():
        return
    try:
        for read in READERS:
            read()
        for name in LATER:
            load(name)
    except re.error as error:
        folders = ", ".join(map(str, chosen()))
        raise LexiconError(f"a pattern in {folders} is no regular expression: {error} in {error.pattern!r}") from error
