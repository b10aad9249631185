"""Files and functions stay small enough to be read at one go, and names say what is inside."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.structure.tree import PACKAGES, files, python_files, read, tree

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
SHORT_FUNCTION = 12
SHARE_OF_SHORT_FUNCTIONS = 0.75
DRAWERS = frozenset({"util", "utils", "helper", "helpers", "common", "misc", "base", "shared", "stuff"})
LONGEST_GUIDE = 150

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> list[Function]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, Function)]


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_no_file_is_longer_than_300_lines() -> None:
    lengths = {str(path): len(read(path).splitlines()) for path in files() if path.suffix in {".py", ".sql"}}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_longer_than_40_lines() -> None:
    lengths = {f"{path}:{each.name}": length(each) for path in python_files() for each in functions(path)}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def test_most_functions_fit_in_twelve_lines() -> None:
    lengths = [length(each) for path in python_files(*PACKAGES) for each in functions(path)]
    short = sum(each <= SHORT_FUNCTION for each in lengths)
    assert short / len(lengths) >= SHARE_OF_SHORT_FUNCTIONS


def test_a_module_opens_by_saying_what_it_is() -> None:
    silent = [str(path) for path in python_files() if read(path).strip() and not ast.get_docstring(tree(path))]
    assert silent == []


def test_no_module_or_folder_is_a_drawer() -> None:
    words = {word for path in files() for word in (*path.parts[:-1], path.stem)}
    assert words & DRAWERS == set()


def test_the_guide_to_the_design_stays_short() -> None:
    assert len(read(Path("ARCHITECTURE.md")).splitlines()) <= LONGEST_GUIDE
