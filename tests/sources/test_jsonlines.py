"""JSON Lines: an article a line, metadata checked, each bad line rejected by its number."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from loaders.sources import Document, Metadata, Rejection, document, sources
from tests.sources.making import ENGLISH, found, met, told
from tests.structure.tree import ROOT

WORDS = ENGLISH.decode()
FULL = {
    "text": WORDS,
    "title": "Ferry sinks",
    "url": "https://news.example/ferry",
    "outlet": "AP",
    "published": "2021-03-18T06:00:00Z",
    "authors": ["Salma Rahbi", "Bo Ek"],
    "language": "en",
}
SCHEMA = json.loads((ROOT / "docs/line.schema.json").read_text(encoding="utf-8"))


def written(path: Path, *lines: Any) -> Path:
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines))
    return path


def test_a_line_is_an_article_with_its_metadata(tmp_path: Path) -> None:
    path = written(tmp_path / "news-2020-01-01.jsonl", FULL, {"text": "Second."})
    first, second = found(tmp_path)
    day = date(2021, 3, 18)
    assert first.metadata == Metadata(
        "https://news.example/ferry", "AP", (day, day), ("Salma Rahbi", "Bo Ek"), "en", "Ferry sinks"
    )
    assert (str(first.path), first.raw, first.is_numbered) == (f"{path}#1", ENGLISH, True)
    assert (str(second.path), second.metadata) == (f"{path}#2", Metadata())
    assert first.name == ""  # the day in the file's name is not the article's
    assert isinstance(document(first), Document)


def test_the_schema_says_what_is_read(tmp_path: Path) -> None:
    jsonschema.validate(FULL, SCHEMA)
    bad: list[dict[str, Any]] = [
        {}, {"text": 1}, {"text": "a", "url": "news.example"}, {"text": "a", "published": "yesterday"},
        {"text": "a", "authors": [""]}, {"text": "a", "language": "English!"}, {"text": "a", "title": 1},
    ]  # fmt: skip
    for line in bad:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(line, SCHEMA)
    assert [what for _, what in told(sources([written(tmp_path / "a.jsonl", *bad)]), tmp_path)] == [
        "bad_line", "bad_line", *["bad_metadata"] * 5,
    ]  # fmt: skip


def test_fields_that_nothing_knows_are_counted_and_cost_nothing(tmp_path: Path) -> None:
    path = written(tmp_path / "a.ndjson", {"text": "One.", "section": "World", "n": {"deep": [1]}}, {"text": "Two."})
    assert told(sources([path]), tmp_path) == [
        ("a.ndjson#1", "other_fields"),
        ("a.ndjson#1", "source"),
        ("a.ndjson#2", "source"),
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "no JSON at character 3"),
        ("[1]", "it holds [1]"),
        ('"words"', "it holds 'words'"),
        ('{"words": "a"}', 'it has no "text"'),
        ('{"text": null}', 'its "text" is None'),
        ('{"text": "a", "text": "b"}', "it has 'text' twice"),
        ('{"text": "a", "n": ' + "9" * 5000 + "}", "Exceeds the limit"),
        ('{"text": "a", "n": ' + "[" * 100_000 + "}", "nested too deep"),
    ],
)
def test_a_bad_line_is_rejected_by_its_number_and_no_other(tmp_path: Path, line: str, why: str) -> None:
    path = written(tmp_path / "a.jsonl", {"text": "One."}, "", line, {"text": "Two."})
    one, blank, bad, two = met(path)
    assert told([one, blank, two], tmp_path) == [
        ("a.jsonl#1", "source"), ("a.jsonl#2", "blank_line"), ("a.jsonl#4", "source"),
    ]  # fmt: skip
    assert isinstance(bad, Rejection)
    assert (bad.path.name, bad.reason_code) == ("a.jsonl#3", "bad_line")
    assert why in bad.reason


def test_bytes_of_no_encoding_cost_their_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "One."}\r\n{"text": "caf\xe9"}\n{"text": "\xed\xa0\xbd"}\n{"text": "Two."}')
    words = [what for _, what in told(sources([path]), tmp_path)]
    assert words == ["source", "bad_line", "bad_line", "source"]


def test_half_a_character_written_as_an_escape_is_rejected_when_it_is_read(tmp_path: Path) -> None:
    (source,) = found(written(tmp_path / "a.jsonl", '{"text": "The ferry \\ud83d sank."}'))
    read = document(source)
    assert isinstance(read, Rejection)
    assert read.reason_code == "lone_surrogate"


def test_a_line_of_any_length_costs_no_memory_and_no_other_line(tmp_path: Path) -> None:
    long = {"text": "a" * 2000}, {"text": "a", "pad": "b" * 500_000}
    path = written(tmp_path / "a.jsonl", {"text": "One."}, *long, {"text": "Two."})
    assert [what for _, what in told(sources([path], limit=1000), tmp_path)] == [
        "source", "too_large", "too_large", "source",
    ]  # fmt: skip


def test_two_names_of_the_outlet_must_agree(tmp_path: Path) -> None:
    (rejected,) = met(written(tmp_path / "a.jsonl", {"text": "One.", "outlet": "AP", "publisher": "dpa"}))
    assert isinstance(rejected, Rejection)
    assert "publisher is 'dpa' in line 1 but 'AP' in line 1" in rejected.reason


def test_compressed_lines_that_end_too_early_are_read_up_to_there(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": f"{number} sank."}) + "\n" for number in range(30_000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines.encode())[:-1000])
    met = told(sources([tmp_path]), tmp_path)
    assert met[-1] == ("a.jsonl.gz", "damaged")
    assert len(met) > 20_000
    assert {what for _, what in met[:-1]} == {"source"}
