"""Keys and the version of the rules are made from content alone."""

from __future__ import annotations

from pathlib import Path

from loaders.keys import digest, key
from loaders.rules import rule_files, rules_version


def test_a_key_is_the_same_on_every_machine() -> None:
    assert key("place", "NO", "Oslo") == 5_499_969_050_065_257_057
    assert 0 < key("place", "NO", "Oslo") < 2**63


def test_the_namespace_and_the_borders_of_parts_are_part_of_a_key() -> None:
    assert len({key("place", "ab", "c"), key("place", "a", "bc"), key("actor", "ab", "c")}) == 3


def test_a_digest_tells_where_a_part_ends() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("ab") == digest(b"ab")


def test_a_user_s_own_lexicon_changes_the_version_of_the_rules(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, words in ((first, "- name: Reef Guard\n"), (second, "- name: Reef Watch\n")):
        folder.mkdir()
        (folder / "actors.yaml").write_text(words, encoding="utf-8")
    assert len({rules_version(), rules_version(first), rules_version(second)}) == 3


def test_stages_that_only_write_rows_are_no_rules() -> None:
    root = Path(__file__).parents[2] / "loaders"
    names = {path.relative_to(root).as_posix() for path in rule_files(root)}
    assert "facts.py" in names
    assert {"plan.py", "export.py", "ingest.py"} & names == set()
