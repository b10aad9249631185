"""A night as a text file that Prometheus' node exporter collects: in go a night and counts, out comes the file.

The file is replaced as a whole, so that a collector never reads half of it. A night that ended with an error leaves
`eventdb_night_success` 0 and keeps no older figure.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from psycopg import Connection

from .record import VERDICTS, Night

HELD = """
select 'articles', count(*) from eventdb.article where is_current
union all select 'events', count(*) from eventdb.event where merged_into_id is null
union all select 'rejected_files', count(*) from eventdb.source_file where state_code = 'rejected'
"""


def held(connection: Connection) -> dict[str, int]:
    """How many articles, events and rejected files the database holds."""
    return dict(connection.execute(HELD).fetchall())


def write_metrics(path: Path, night: Night | None, holds: dict[str, int], *, at: float) -> None:
    """Write the figures of a night; None: it ended with an error at that time, in seconds since 1970."""
    from prometheus_client import CollectorRegistry, write_to_textfile  # only who asks for a file needs it

    registry = CollectorRegistry()
    _one(
        registry, "night_success", "1: all well, or warnings; 0: rejected files, failed checks, or an error", _ok(night)
    )
    _one(registry, "night_end_timestamp_seconds", "When the latest night ended", at)
    for name, count in holds.items():
        _one(registry, name, f"{name.replace('_', ' ').capitalize()} that the database holds", count)
    if night:
        _of_night(registry, night)
    write_to_textfile(str(path), registry)


def _ok(night: Night | None) -> bool:
    return night is not None and night.is_well and not night.is_stopped


def _of_night(registry: Any, night: Night) -> None:
    files = {(verdict,): night.counts[verdict] for verdict in VERDICTS}
    _many(registry, "night_files", "Files of the latest night", ("verdict",), files)
    _many(registry, "night_stage_seconds", "How long each stage took", ("stage",), _keyed(night.seconds))
    rows = {(breach.name, str(breach.severity)): breach.rows for breach in night.breaches}
    _many(registry, "night_check_rows", "Rows that break a rule", ("check", "severity"), rows)


def _keyed(values: dict[str, float]) -> dict[tuple[str, ...], float]:
    return {(name,): value for name, value in values.items()}


def _one(registry: Any, name: str, about: str, value: float) -> None:
    from prometheus_client import Gauge

    Gauge(f"eventdb_{name}", about, registry=registry).set(value)


def _many(registry: Any, name: str, about: str, labels: tuple[str, ...], values: Mapping[Any, float]) -> None:
    from prometheus_client import Gauge

    gauge = Gauge(f"eventdb_{name}", about, labels, registry=registry)
    for key, value in values.items():
        gauge.labels(*key).set(value)
