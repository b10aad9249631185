"""Examples and counter-examples of a user's entries: a folder goes in, each line comes out with what became of it.

Each file of lexicons that has examples has one function here or in the modules beside this one. A trial never raises
because an example is wrong: it tells so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from loaders.lexicons.own import own_files
from loaders.proof.lines import cue_trials, line_trials, phrase_trials, tense_trials
from loaders.proof.named import actor_trials, outlet_trials, place_trials
from loaders.proof.sentences import frame_trials, noun_trials, verb_trials
from loaders.proof.trial import Trial

OF_FILE: Mapping[str, Callable[[str, Path], Iterator[Trial]]] = {
    "verbs.yaml": verb_trials,
    "event_words.yaml": noun_trials,
    "date_phrases.yaml": phrase_trials,
    "date_tenses.yaml": tense_trials,
    "credit_cues.yaml": cue_trials,
    "clutter.yaml": line_trials,
    "page_lines.yaml": line_trials,
    "groups.yaml": actor_trials,
    "organisations.yaml": actor_trials,
    "regions.yaml": place_trials,
    "cities.csv": place_trials,
    "outlets.csv": outlet_trials,
}


def trials(folder: Path) -> Iterator[Trial]:
    """Every example and counter-example of a folder's entries, and every name of them, in the order of its files."""
    for path in own_files(folder):
        name = path.relative_to(folder).as_posix()
        if name.startswith("frames/"):
            yield from frame_trials(name, path)
        elif name in OF_FILE:
            yield from OF_FILE[name](name, path)


__all__ = ["Trial", "trials"]
