"""`-` is standard input, and --jsonl says what it holds."""

from __future__ import annotations

import io
import json

import pytest

from eventdb.cli import run

TEXT = "The envoy of Oman said on Monday that the talks in Muscat will go on."


@pytest.fixture
def passing(monkeypatch: pytest.MonkeyPatch) -> io.BytesIO:
    """What stands in standard input."""
    stream = io.BytesIO()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream))
    return stream


def give(stream: io.BytesIO, *lines: str) -> None:
    stream.write("".join(f"{line}\n" for line in lines).encode())
    stream.seek(0)


def test_a_text_is_read_from_standard_input(passing: io.BytesIO, capsys: pytest.CaptureFixture[str]) -> None:
    give(passing, TEXT)
    assert run(["extract", "-"]) == 0
    (told,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert told["file"].startswith("/dev/stdin#")
    assert told["actors"][0]["name"] == "Oman"


def test_json_lines_are_read_from_standard_input_and_bad_ones_told(
    passing: io.BytesIO, capsys: pytest.CaptureFixture[str]
) -> None:
    give(passing, json.dumps({"text": TEXT, "outlet": "AP"}), "{}")
    assert run(["extract", "--jsonl", "-"]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out)["article"]["publisher"] == "AP"
    assert printed.err.startswith("eventdb: /dev/stdin#2: The line is no article")


@pytest.mark.parametrize("words", [["extract", "--jsonl", "news"], ["extract", "-", "-"], ["ingest", "-", "-"]])
def test_words_that_do_not_fit_together_are_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 2
    assert "standard input" in capsys.readouterr().err
