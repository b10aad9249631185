"""Why a fact was found, or missed: an extraction goes in; what each sentence was read as, and led to, comes out.

    explain(named) -> Explanation       a document, stretch by stretch and sentence by sentence
    page(explanations) -> str           one self-contained HTML page of several

The values are the pipeline's own, never a second reading. Nothing here prints or writes.
"""

from loaders.explain.explained import Explanation, Match, Piece, Sentence, Stretch, explain
from loaders.explain.page import page
from loaders.explain.words import event_words, figure_words, participation_words, published_words

__all__ = [
    "Explanation",
    "Match",
    "Piece",
    "Sentence",
    "Stretch",
    "event_words",
    "explain",
    "figure_words",
    "page",
    "participation_words",
    "published_words",
]
