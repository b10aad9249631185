"""Date phrases of a text, and the days that they stand for.

`find_phrases` reads a text without any anchor; `direction` tells whether a phrase's clause looks back or ahead;
`resolve` gives a phrase days, counted from the article's own day of publication and never from today.
"""

from loaders.dates.direction import direction
from loaders.dates.narrative import counts_from_an_event, is_aside
from loaders.dates.phrase import PHRASE_KINDS, DatePhrase
from loaders.dates.phrases import find_phrases
from loaders.dates.resolve import counts_from_another, resolve, ucdp_precision, undated
from loaders.dates.spans import date_spans

__all__ = [
    "PHRASE_KINDS",
    "DatePhrase",
    "counts_from_an_event",
    "counts_from_another",
    "date_spans",
    "direction",
    "find_phrases",
    "is_aside",
    "resolve",
    "ucdp_precision",
    "undated",
]
