"""The place of an item leads back to the file that has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.sources import file_of
from loaders.sources.met import inside, numbered


def test_a_place_leads_to_its_file(tmp_path: Path) -> None:
    for name in ("a.zip", "b.jsonl", "c#1.txt"):
        (tmp_path / name).touch()
    archive, lines = tmp_path / "a.zip", tmp_path / "b.jsonl"
    nested = numbered(inside(archive, "n/l.jsonl"), 12)
    for place in (archive, inside(archive, "n/a.txt"), numbered(archive, 4), nested):
        assert file_of(place) == archive
    assert file_of(numbered(lines, 3)) == lines
    assert file_of(tmp_path / "c#1.txt") == tmp_path / "c#1.txt"


@pytest.mark.parametrize("place", ["/dev/stdin#3f2a", "/dev/stdin#2-3f2a", "/no/such.zip!/a.txt", "/"])
def test_what_is_gone_or_passed_has_no_file(place: str) -> None:
    assert file_of(Path(place)) is None
