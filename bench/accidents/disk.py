"""A disk that is full in the midst of a load. In: how many articles. Out: a line that says how it ended.

The database lies in a small file system in memory, which a file fills up while a load runs. Mounting one needs rights
that not everybody has.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.accidents.scene import Scene
from bench.accidents.stories import lay_out, prepare
from eventdb.server.temporary import temporary_home

SIZE = "400m"
BATCH = 2
LEFT = 1_000_000  # bytes: some batches still fit


def full_disk(articles: int, seed: int) -> str:
    """Fill the disk under a load; then make room, load again, compare."""
    with temporary_home() as home:
        place = home / "disk"
        place.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=0711", "tmpfs", str(place)],
            capture_output=True,
            text=True,
        )
        if mounted.returncode:
            return f"left out: {mounted.stderr.strip()}"
        try:
            with TemporaryDirectory() as corpora:
                return _told(Scene(place / "home", Path(corpora) / "inbox", batch=BATCH), Path(corpora), articles, seed)
        finally:
            subprocess.run(["umount", str(place)], check=True)


def _told(scene: Scene, corpora: Path, articles: int, seed: int) -> str:
    with scene.open():
        truth = prepare(scene, corpora, articles=articles, seed=seed)
        scene.back_to("empty")
        lay_out(scene, corpora / "empty")
        with _filled(scene.server.layout.home.parent / "filler"):
            full = scene.load(1)
            said = (full.words.strip().splitlines() or [""])[-1][-200:]
        again = scene.load(1)
        is_right = again.end() == 0 and scene.digest() == truth.digests["empty"]
    verdict = "right" if is_right else "WRONG"
    return f"{verdict}: ended with {full.end()} ({said}); the next load ended with {again.end()}"


@contextmanager
def _filled(path: Path) -> Iterator[None]:
    """A file that leaves little room, for a block."""
    about = os.statvfs(path.parent)
    with path.open("wb") as stream:
        os.posix_fallocate(stream.fileno(), 0, about.f_bavail * about.f_frsize - LEFT)
    try:
        yield
    finally:
        path.unlink()
        time.sleep(1)
