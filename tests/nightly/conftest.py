"""An inbox, a connection to look with, and a night by a quick extractor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from loaders.nightly import Night, nightly
from tests.run.test_ingest import clock, inbox, link, read

__all__ = ["inbox", "link"]

Told = list[tuple[str, dict[str, Any]]]


@pytest.fixture
def told() -> Told:
    """The stages that were told, with their counts."""
    return []


@pytest.fixture
def night(database_url: str, inbox: Path, told: Told) -> Callable[..., Night]:
    """One night over the inbox."""

    def run(**options: Any) -> Night:
        def say(stage: str, _: Night, /, **counts: Any) -> None:
            told.append((stage, counts))

        return nightly(inbox, database_url, **{"clock": clock, "say": say, "extractor": read} | options)

    return run
