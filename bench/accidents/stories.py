"""Some accidents one after the other, then a load that ends. In: a scene, chance. Out: what happened, what was left.

A story begins with an empty database, or with one that a load has filled and whose articles were then edited.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from shutil import copytree, rmtree

from bench.accidents.driver import Load
from bench.accidents.kinds import KINDS, SURVIVED
from bench.accidents.scene import Scene, edit, fill

MOST_ACCIDENTS = 4
STARTS = ("empty", "loaded")


@dataclass(frozen=True, slots=True)
class Truth:
    """What a database without accidents says after each start, and how long a load takes."""

    digests: dict[str, str]
    tables: dict[str, dict[str, str]]
    breaches: dict[str, list[str]]
    seconds: dict[str, float]


@dataclass(slots=True)
class Story:
    """Accidents that happened, which loads survived theirs, and what differs at the end."""

    start: str
    accidents: list[str] = field(default_factory=list)
    survived: list[str] = field(default_factory=list)
    fell: list[str] = field(default_factory=list)
    differs: list[str] = field(default_factory=list)
    breaches: list[str] = field(default_factory=list)

    @property
    def is_right(self) -> bool:
        """Whether nothing was lost or doubled."""
        return not self.differs and not self.breaches


def prepare(scene: Scene, corpora: Path, *, articles: int, seed: int) -> Truth:
    """Make the folders of both starts, and load them without accidents."""
    fill(corpora / "empty", articles, seed)
    copytree(corpora / "empty", corpora / "loaded")
    edit(corpora / "loaded", seed)
    digests, tables, breaches, seconds = {}, {}, {}, {}
    for start in STARTS:
        lay_out(scene, corpora / start)
        seconds[start] = _whole_load(scene)
        digests[start], tables[start], breaches[start] = scene.digest(), scene.tables(), scene.breaches()
        if start == "empty":
            scene.keep("loaded")
    return Truth(digests, tables, breaches, seconds)


def lay_out(scene: Scene, corpus: Path) -> None:
    """Have a corpus in the folder that loads read."""
    rmtree(scene.inbox, ignore_errors=True)
    copytree(corpus, scene.inbox)


def _whole_load(scene: Scene) -> float:
    begun = time.monotonic()
    load = scene.load(1)
    if load.end():
        raise SystemExit(f"a load without accidents ended with {load.end()}: {load.words}")
    return time.monotonic() - begun


def story(scene: Scene, corpora: Path, truth: Truth, kinds: Sequence[str], chance: Random) -> Story:
    """Tell a story: a start, some accidents at moments of chance, a load that ends."""
    told = Story(chance.choice(STARTS))
    scene.back_to(told.start)
    lay_out(scene, corpora / told.start)
    pause = truth.seconds[told.start] / (1 + len(list(scene.inbox.glob("*.txt"))) // scene.batch)
    load = scene.begin(2)
    for _ in range(chance.randint(1, MOST_ACCIDENTS)):
        load = _accident(scene, load, told, chance.choice(kinds), chance, pause)
    if load.end():
        load = scene.load(1)
    if load.end():
        told.differs.append(f"the last load ended with {load.end()}: {load.words[-500:]}")
    if scene.digest() != truth.digests[told.start]:
        tables = scene.tables()
        told.differs += [name for name, found in truth.tables[told.start].items() if tables[name] != found]
    told.breaches += [each for each in scene.breaches() if each not in truth.breaches[told.start]]
    return told


def _accident(scene: Scene, load: Load, told: Story, kind: str, chance: Random, pause: float) -> Load:
    """What befalls a load while it reads, writes or links: after some batches, and a moment more. The load after it."""
    if not load.is_running and load.end():
        load = scene.begin(chance.choice((1, 2)))
    until = load.batches + chance.randint(0, 2)
    while load.is_running and load.batches < until:
        time.sleep(0.005)
    time.sleep(chance.uniform(0.0, 0.7) * pause)
    if load.is_running and KINDS[kind](scene, load, chance):
        told.accidents.append(kind)
        if kind in SURVIVED:
            time.sleep(chance.uniform(0.0, 0.5))
            fell = not load.is_running and load.end() != 0
            (told.fell if fell else told.survived).append(f"{kind}: {load.words[-300:]}" if fell else kind)
        else:
            load.end()
    return load
