"""The measure of inputs reads each kind whole."""

from __future__ import annotations

import pytest

from bench.inputs import KINDS, _read


@pytest.mark.parametrize("kind", KINDS)
def test_every_item_of_every_kind_is_met(kind: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("measure") / kind
    KINDS[kind](path, 7)
    items, seconds, megabytes = _read(path)
    assert items == 7
    assert min(seconds, megabytes) >= 0
