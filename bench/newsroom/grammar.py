"""Lists of wordings and chance → sentences: [words] are chosen from the list of that name, as deep as they go.

In: a pattern, lists, a `Random`. Out: text whose slots in braces are still open. [Words] begin with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

Lists = Mapping[str, Sequence[str]]
CHOICE = re.compile(r"\[(\w+)\]")


@cache
def data(name: str) -> Any:
    """What a file of this folder holds."""
    return yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8"))


def expand(pattern: str, lists: Lists, chance: Random, left: dict[str, list[str]] | None = None) -> str:
    """The pattern with a choice made for each [name]. `left` holds what of each list is still unused, to be kept."""
    pools = {} if left is None else left

    def chosen(match: re.Match[str]) -> str:
        name = match[1]
        pool = pools.setdefault(name.lower(), [])
        if not pool:
            pool.extend(chance.sample(lists[name.lower()], len(lists[name.lower()])))
        words = expand(pool.pop(), lists, chance, pools)
        return capital(words) if name[0].isupper() else words

    return CHOICE.sub(chosen, pattern)


def capital(text: str) -> str:
    """The text with a capital at its head."""
    return text[:1].upper() + text[1:]
