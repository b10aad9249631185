"""What a night did: in go the outcomes of its stages, out come lines of text and a JSON object. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from eventdb.schema import Breach, breach_lines

from ..link import Linked
from ..store import Rejected
from .archive import Archived
from .refresh import Refreshed

VERDICTS = ("inserted", "updated", "kept", "rejected")


@dataclass(slots=True)
class Night:
    """What a night did; it grows stage by stage."""

    inbox: str
    started_at: datetime
    finished_at: datetime | None = None
    run: int | None = None
    counts: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    rejected: list[Rejected] = field(default_factory=list)
    linked: Linked | None = None
    refreshed: Refreshed | None = None
    breaches: tuple[Breach, ...] = ()
    archived: Archived | None = None
    is_stopped: bool = False
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def read(self) -> int:
        """Files met that should be articles."""
        return sum(self.counts.values())

    @property
    def is_well(self) -> bool:
        """Whether no file was rejected and no check failed; warnings are well enough."""
        return not self.rejected and not any(breach.is_failure for breach in self.breaches)


def night_json(night: Night) -> dict[str, Any]:
    """A night as JSON has it."""
    return {
        "run": night.run,
        "inbox": night.inbox,
        "started_at": night.started_at.isoformat(),
        "finished_at": night.finished_at.isoformat() if night.finished_at else None,
        "is_well": night.is_well,
        "is_stopped": night.is_stopped,
        "files": {"read": night.read, **{verdict: night.counts[verdict] for verdict in VERDICTS}},
        "skipped": dict(sorted(night.skipped.items())),
        "rejected": [{"file": each.path, "reason": each.reason} for each in night.rejected],
        "linked": asdict(night.linked) if night.linked else None,
        "refreshed": asdict(night.refreshed) if night.refreshed else None,
        "checks": [asdict(breach) for breach in night.breaches],
        "archived": asdict(night.archived) if night.archived else None,
        "seconds": {stage: round(seconds, 3) for stage, seconds in night.seconds.items()},
    }


def night_lines(night: Night) -> list[str]:
    """A night as lines for a person."""
    files = " + ".join(f"{night.counts[verdict]} {verdict}" for verdict in VERDICTS)
    lines = [f"run {night.run} of {night.inbox}, begun {night.started_at:%Y-%m-%d %H:%M:%S %Z}"]
    lines.append(f"read {night.read} = {files}")
    if night.skipped:
        lines.append("skipped " + ", ".join(f"{number} {why}" for why, number in sorted(night.skipped.items())))
    if night.linked:
        lines.append(
            f"linked {night.linked.reports} reports: {night.linked.events_written} events written, "
            f"{night.linked.events_gone} gone, {night.linked.actors_linked} persons linked"
        )
    if night.archived:
        lines.append(f"archived {night.archived.moved} files, left {night.archived.left}")
    lines += [f"rejected {each.path}: {each.reason}" for each in night.rejected]
    if night.is_stopped:
        return [*lines, "stopped before its end; the next night goes on"]
    return [*lines, *breach_lines(night.breaches)]
