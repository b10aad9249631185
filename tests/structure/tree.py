"""The checkout as data: in goes nothing, out come its files and their syntax trees. Writes nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("eventdb", "loaders")
PYTHON_PLACES = (*PACKAGES, "migrations", "tests", "tools", "bench", ".ci")
TEXT_SUFFIXES = frozenset({".py", ".md", ".sql", ".toml", ".yml", ".yaml", ".csv", ".json", ".txt", ".mako", ""})


def ignored_folders() -> frozenset[str]:
    """Names of folders that version control does not see."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    return frozenset({".git", *(line.strip("/") for line in lines if line.endswith("/"))})


@cache
def files() -> tuple[Path, ...]:
    """All files of the project, as paths from its root."""
    return tuple(sorted(_below(ROOT, ignored_folders())))


def _below(folder: Path, ignored: frozenset[str]) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir():
            if path.name not in ignored and not path.name.endswith(".egg-info"):
                yield from _below(path, ignored)
        else:
            yield path.relative_to(ROOT)


def python_files(*places: str) -> list[Path]:
    """The Python files below these folders; of the whole project without any."""
    chosen = places or PYTHON_PLACES
    return [path for path in files() if path.suffix == ".py" and (path.parts[0] in chosen or _is_program(path, places))]


def _is_program(path: Path, places: tuple[str, ...]) -> bool:
    return not places and len(path.parts) == 1


def text_files() -> list[Path]:
    """Files that a person wrote or could read."""
    return [path for path in files() if path.suffix in TEXT_SUFFIXES and path.name != ".venv.lock"]


def read(path: Path) -> str:
    """The text of a file of the project."""
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a Python file of the project."""
    return ast.parse(read(path), filename=str(path))


def imported(path: Path) -> set[str]:
    """Dotted names that a module imports, anywhere in it; `from a import b` counts as `a` and as `a.b`."""
    return {name for node in ast.walk(tree(path)) for name in _names(node, path)}


def _names(node: ast.AST, path: Path) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        start = path.parts[: len(path.parts) - node.level] if node.level else ()
        module = ".".join((*start, *filter(None, [node.module])))
        yield module
        yield from (f"{module}.{alias.name}" for alias in node.names)
