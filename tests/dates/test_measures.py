"""The measures of date sets on rows whose figures can be counted by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bench.measures import date_phrases, wikiwars
from bench.measures.figure import Figure


def _written(folder: Path, rows: list[dict[str, Any]]) -> Path:
    path = folder / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _shares(figures: list[Figure]) -> dict[str, tuple[float, int]]:
    return {figure.name: (figure.value, figure.rows) for figure in figures}


def _phrase(sentence: str, phrase: str, days: tuple[str | None, str | None]) -> dict[str, Any]:
    return {"anchor": "2019-05-14", "sentence": sentence, "phrase": phrase, "from": days[0], "to": days[1]}


def test_a_phrase_is_right_inside_its_days_and_a_date_where_none_is_counts_as_spurious(tmp_path: Path) -> None:
    rows = [
        _phrase("It fell in early May.", "early May", ("2019-05-01", "2019-05-31")),
        _phrase("It fell on Monday.", "Monday", ("2019-05-20", "2019-05-20")),
        _phrase("A ten-day truce held.", "ten-day", (None, None)),
        _phrase("It fell in June.", "June", (None, None)),
    ]
    found = _shares(date_phrases.measure(_written(tmp_path, rows)))
    assert found == {"date phrases right": (0.5, 4), "date phrases spurious": (1 / 3, 3)}


def _war(offset: int, text: str, expression: str, value: str, *, relative: bool) -> dict[str, Any]:
    gold = {"expression": expression, "value": value, "mod": None, "granularity": "month", "relative": relative}
    return {"id": f"wikiwars:01_X:{offset}", "text": text, "dct": "2009-12-19", "gold": gold}


def test_a_date_of_a_history_counts_from_the_one_before_it_in_its_text(tmp_path: Path) -> None:
    rows = [
        _war(900, "In July the fort fell.", "July", "1912-07", relative=True),
        _war(20, "It began in May 1912.", "May 1912", "1912-05", relative=False),
        _war(70, "It was a time of need.", "a time of need", "1912-05", relative=True),
    ]
    found = _shares(wikiwars.measure(_written(tmp_path, rows)))
    assert found == {
        "wikiwars explicit": (1.0, 1),
        "wikiwars by narrative": (0.5, 2),
        "wikiwars found": (2 / 3, 3),
    }
