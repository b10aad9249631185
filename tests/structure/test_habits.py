"""What the product never does: print, swallow errors, ask the clock or the environment, leave things half done."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.structure.tree import PACKAGES, ROOT, files, python_files, read, tree

CLI = Path("eventdb/cli")
MAY_READ_THE_ENVIRONMENT = (CLI, Path("eventdb/settings.py"))
CLOCKS = frozenset({"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.localtime"})
ENVIRONMENT = frozenset({"os.environ", "os.getenv", "os.environb", "os.putenv"})
BROAD = frozenset({"Exception", "BaseException"})
LEFT_OVERS = re.compile(r"\b(?:TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK|NotImplemented" + r"Error)\b")
MAY_SKIP = Path("tests/pictures/conftest.py")
"""Needs a browser, which not every machine has; `.ci/run` says that it must be there, and then nothing is skipped."""
EVASIONS = re.compile(r"\b(?:pytest\.(?:skip|xfail|importorskip)|mark\.(?:skip|skipif|xfail))\b")
SQL_CLOCK = re.compile(r"\b(?:current_date|current_timestamp|localtimestamp|now\(\)|clock_timestamp)", re.IGNORECASE)

PRODUCT = python_files(*PACKAGES)


def outside(places: tuple[Path, ...]) -> list[Path]:
    return [path for path in PRODUCT if not any(path == each or each in path.parents for each in places)]


def dotted(node: ast.Attribute) -> str:
    """`datetime.now` of `datetime.datetime.now`."""
    owner = node.value
    name = owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else ""
    return f"{name}.{node.attr}"


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(tree(path))


def uses(path: Path, names: frozenset[str]) -> list[str]:
    found = [node for node in nodes(path) if isinstance(node, ast.Attribute) and dotted(node) in names]
    return [f"{path}:{node.lineno} {dotted(node)}" for node in found]


def broad_handlers(path: Path) -> Iterator[int]:
    for node in nodes(path):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.walk(node.type) if node.type else iter(())
            if node.type is None or BROAD & {each.id for each in caught if isinstance(each, ast.Name)}:
                yield node.lineno


def test_only_the_command_line_prints() -> None:
    calls = [(path, node.func) for path in outside((CLI,)) for node in nodes(path) if isinstance(node, ast.Call)]
    assert calls
    printed = [f"{path}:{call.lineno}" for path, call in calls if isinstance(call, ast.Name) and call.id == "print"]
    assert printed == []


def test_no_error_is_caught_without_a_name() -> None:
    assert [f"{path}:{line}" for path in python_files() for line in broad_handlers(path)] == []


def test_only_the_command_line_asks_the_clock() -> None:
    assert [place for path in outside((CLI,)) for place in uses(path, CLOCKS)] == []


def test_no_view_depends_on_the_day_on_which_it_is_asked() -> None:
    queries = [path for path in files() if path.parts[0] == "sql"]
    assert queries
    assert [f"{path}: {word}" for path in queries for word in SQL_CLOCK.findall(read(path))] == []


def test_only_settings_and_the_command_line_read_the_environment() -> None:
    assert [place for path in outside(MAY_READ_THE_ENVIRONMENT) for place in uses(path, ENVIRONMENT)] == []


def test_nothing_is_left_to_do() -> None:
    assert [f"{path}: {word}" for path in python_files() for word in LEFT_OVERS.findall(read(path))] == []


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    others = [path for path in python_files("tests") if ROOT / path != Path(__file__) and path != MAY_SKIP]
    assert len(EVASIONS.findall(read(MAY_SKIP))) == 1
    assert [f"{path}: {word}" for path in others for word in EVASIONS.findall(read(path))] == []
