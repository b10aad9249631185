"""Each rule broken on purpose is noticed by the examples, drawn sentences, pages and articles said to prove it.

In: `mutants.yaml`. A mutant that nobody notices shows a rule that could be lost without a test failing.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.mutation.breaking import Mutant, broken
from tests.mutation.witnesses import WITNESSES, notices

ROWS = yaml.load(Path(__file__).with_name("mutants.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
MUTANTS = sorted((Mutant(**row | {"noticed_by": tuple(row["noticed_by"])}) for row in ROWS), key=lambda m: m.is_code)
"""Lexicons first: behind each of them they are made anew."""


@pytest.mark.parametrize("name", WITNESSES)
def test_a_witness_notices_nothing_where_nothing_is_broken(name: str) -> None:
    assert notices(name) == ""


@pytest.mark.parametrize("mutant", MUTANTS, ids=[mutant.name for mutant in MUTANTS])
def test_a_broken_rule_is_noticed(mutant: Mutant) -> None:
    with broken(mutant):
        asleep = [name for name in mutant.noticed_by if not notices(name)]
    assert asleep == [], f"nothing there notices that {mutant.name}"


def test_all_is_well_again_afterwards() -> None:
    assert [name for name in WITNESSES if notices(name)] == []


def test_mutants_are_many_have_names_of_their_own_and_break_every_stage() -> None:
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS) >= 25
    stages = {mutant.file.partition("/")[0] for mutant in MUTANTS}
    assert stages >= {"annotate", "clean", "dates", "frames", "lexicons", "segment.py", "threads"}
    assert {name for mutant in MUTANTS for name in mutant.noticed_by} <= WITNESSES.keys()
