"""Whom an event struck and who took part in it, by a name or by what they are: a mask goes in, actors come out.

A number is no name: "nine people" are nobody, "two policemen" are the police, and thousands who march are protesters.
"""

from __future__ import annotations

import re

from loaders.threads.cast import Cast
from loaders.threads.figures import victims_of
from loaders.threads.reading import Reading

COUNTED = ("people", "individual", "number")
TOO_MANY_WORDS = 5
"""People who need so many words are described, not called."""
POLICE = re.compile(r"\b(?:policem[ae]n|policewom[ae]n|police officers?|constables?)$", re.I)
ANYBODY = re.compile(
    r"(?:.*\s)?(?:people|persons?|others|attackers|m[ae]n|wom[ae]n|boys?|girls?|child|sons?|daughters?|brothers?"
    r"|sisters?|wife|wives|husband|family|friends?|deaths?|dead|victims?|bod(?:y|ies)|them|whom|suspects?|members?)",
    re.I,
)
"""Words that tell of no office, trade or side for which somebody was struck."""
NAMELESS = re.compile(r"\b(?:men|women|man|woman|boys|girls|suspects|members)$", re.I)
"""Words that tell who was held where nobody has a name."""


def held(cast: Cast, reading: Reading, number: int, speaker: tuple[int, ...] = ()) -> tuple[int, ...]:
    """The actors of a mask of people arrested, kidnapped or freed: "two men" who were held are those two."""
    words = reading.masked.words(number)
    if reading.masked.masks[number].kind in COUNTED and NAMELESS.search(words):
        return (cast.note(words, "group"),)
    return struck(cast, reading, number, speaker)


def struck(cast: Cast, reading: Reading, number: int, speaker: tuple[int, ...] = ()) -> tuple[int, ...]:
    """The actors of a mask of people hit, held or freed."""
    if reading.masked.masks[number].kind not in COUNTED:
        return cast.resolve(reading, number, speaker)
    words = POLICE.sub("police", victims_of(reading, number))
    if ANYBODY.fullmatch(words) or len(words.split()) >= TOO_MANY_WORDS:
        return ()
    found = cast.group(words)
    return () if found is None else (found,)


def marchers(cast: Cast, reading: Reading, number: int, speaker: tuple[int, ...] = ()) -> tuple[int, ...]:
    """The actors of a mask of people who protest: those of no name are protesters."""
    mask = reading.masked.masks[number]
    if mask.kind in COUNTED and ANYBODY.fullmatch(victims_of(reading, number)):
        found = cast.group("protesters")
        return () if found is None else (found,)
    return cast.resolve(reading, number, speaker)


GARRISON = re.compile(
    r"\b(army|military|police|navy)\s+(?:posts?|outposts?|checkpoints?|check posts?|bases?|positions?|convoys?|patrols?"
    r"|barracks|headquarters|stations?|camps?|vehicles?|trucks?|garrison|compound|academy)\b",
    re.I,
)
"""A site that stands for those who hold it: "stormed an army post"."""


def garrison(cast: Cast, words: str) -> tuple[int, ...]:
    """The army or the police whose post the words say was hit."""
    found = GARRISON.search(words)
    whose = {"military": "army"}.get(found[1].lower(), found[1].lower()) if found else ""
    actor = cast.group(whose) if whose else None
    return () if actor is None else (actor,)
