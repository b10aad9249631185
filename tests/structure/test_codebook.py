"""docs/codebook.md says of every code what it means, and of no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from eventdb.models.codes import EVENT_TYPES, LISTS
from tests.structure.tree import ROOT, read

PAGE = read(Path("docs/codebook.md"))
SECTION = re.compile(r"^### [^\n]*`(\w+)`\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
FIRST_CELL = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)


def lexicon(name: str) -> Any:
    return yaml.load((ROOT / "loaders" / "lexicons" / name).read_bytes(), Loader=yaml.CBaseLoader)


def section(title: str) -> str:
    return PAGE.partition(f"\n### {title}\n")[2].partition("\n##")[0]


def test_every_code_of_every_closed_list_stands_in_the_codebook_and_no_other() -> None:
    written = {name: FIRST_CELL.findall(text) for name, text in SECTION.findall(PAGE)}
    assert written == {name: [str(entry.code) for entry in entries] for name, entries in LISTS.items()}


def test_the_equivalents_of_event_types_are_those_of_the_code() -> None:
    cells = [row.split(" | ")[:3] for row in re.findall(r"^\| (`[a-z_.]+` .+) \|$", PAGE, re.MULTILINE)]
    written = {tuple(row) for row in cells if "." in row[0] or row[0] == "`other`"}
    kept = {
        (
            f"`{each.code}`",
            ", ".join(filter(None, [each.plover_type, each.plover_mode])) or "–",
            each.cameo_root or "–",
        )
        for each in EVENT_TYPES
    }
    assert written == kept


def test_every_vague_word_stands_in_the_codebook_with_its_number() -> None:
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in section("Vague words").splitlines()]
    written = {(row[at], row[at + 1]) for row in rows if len(row) == 5 for at in (0, 3) if row[at + 1].isdigit()}
    assert written == set(lexicon("numbers.yaml")["vague"].items())


def test_every_deviation_from_a_source_of_date_phrases_stands_in_the_codebook() -> None:
    deviating = {row["key"] for row in lexicon("date_phrases.yaml")["rows"] if row.get("printed")}
    assert set(FIRST_CELL.findall(section("Date phrases"))) == deviating
