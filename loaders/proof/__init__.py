"""A user's own lexicons prove themselves: every entry is read, every example of theirs is run.

    load_lexicons()                           read all words and frames now; LexiconError names what is wrong
    entries(folder) -> list[Entered]          what a folder adds and overrides, entry by entry
    trials(folder) -> Iterator[Trial]         each example and counter-example with what came of it

In: folders that `loaders.lexicons.choose` was given. Out: frozen values. Nothing here prints or stores.
"""

from loaders.proof.entered import Entered, entries
from loaders.proof.everything import load_lexicons
from loaders.proof.trials import Trial, trials

__all__ = ["Entered", "Trial", "entries", "load_lexicons", "trials"]
