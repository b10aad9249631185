"""Imports go one way: the map in `loaders/__init__.py` is the rule that this proves."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.structure.tree import imported, python_files, tree

MAP = Path("loaders/__init__.py")
MODELS_AND_SESSIONS = frozenset({"plan", "store", "link", "decide", "ingest", "importing", "nightly"})
FREE = frozenset({"eventdb", "eventdb.errors", "eventdb.markup", "eventdb.__version__"})


def order() -> list[str]:
    """The stages in the order of the map: the first words of its lines, padded to one width."""
    lines = (ast.get_docstring(tree(MAP)) or "").splitlines()
    width = max(match.end() for line in lines if (match := re.match(r"[a-z]+ {2,}", line)))
    return [line.split()[0] for line in lines if re.match(r"[a-z]+ +$", line[:width])]


def stage_of(path: Path) -> str:
    return path.parts[1].removesuffix(".py")


def loaders_modules() -> list[Path]:
    return [path for path in python_files("loaders") if path != MAP]


def test_every_module_of_loaders_is_on_the_map_and_the_map_has_no_other() -> None:
    assert {stage_of(path) for path in loaders_modules()} == set(order())
    assert len(order()) == len(set(order()))


def test_a_stage_imports_only_stages_before_it() -> None:
    ranks = {stage: rank for rank, stage in enumerate(order())}
    steps = [(path, stage_of(path), stage) for path in loaders_modules() for stage in stages_used(path)]
    assert steps  # the reader of imports reads some
    assert [f"{path} imports {used}" for path, own, used in steps if ranks[used] > ranks[own]] == []


def test_only_stages_that_know_the_database_import_it() -> None:
    free = FREE | {f"eventdb.{module}.{name}" for module in ("errors", "markup") for name in names_of(module)}
    pure = [path for path in loaders_modules() if stage_of(path) not in MODELS_AND_SESSIONS]
    assert {f"{path} imports {name}" for path in pure for name in imported_from("eventdb", path) - free} == set()


def test_of_eventdb_only_the_command_line_imports_loaders() -> None:
    inside = [path for path in python_files("eventdb") if path.parts[1] != "cli"]
    assert [str(path) for path in inside if imported_from("loaders", path)] == []


def test_the_product_imports_nothing_of_tests_tools_or_benchmarks() -> None:
    product = python_files("eventdb", "loaders")
    assert [
        f"{path}: {place}" for path in product for place in ("tests", "tools", "bench") if imported_from(place, path)
    ] == []


def imported_from(package: str, path: Path) -> set[str]:
    return {name for name in imported(path) if name.split(".")[0] == package}


def stages_used(path: Path) -> set[str]:
    """The stages that a module imports from."""
    return {name.split(".")[1] for name in imported_from("loaders", path) if "." in name}


def names_of(module: str) -> set[str]:
    """The classes and functions of a module of eventdb that knows no database."""
    defined = tree(Path(f"eventdb/{module}.py")).body
    return {node.name for node in defined if isinstance(node, ast.ClassDef | ast.FunctionDef)}
