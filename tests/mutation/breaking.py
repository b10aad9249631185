"""Breaks one rule while a block runs: a mutant goes in, the running program is changed and put right again.

A mutant of a lexicon changes what is read from its file; a mutant of a module gives its functions the code, and its
constants the values, that the changed source has. No file is ever written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from io import BytesIO, StringIO
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any
from unittest.mock import patch

from tests.structure.tree import ROOT


@dataclass(frozen=True, slots=True)
class Mutant:
    """`name` says what is wrong now; `old` gives way to `new`, or the entry that begins with `drop` goes."""

    name: str
    file: str
    noticed_by: tuple[str, ...]
    old: str = ""
    new: str = ""
    drop: str = ""

    @property
    def path(self) -> Path:
        """The file that it changes."""
        return ROOT / "loaders" / self.file

    @property
    def is_code(self) -> bool:
        """Whether it changes a module and no lexicon."""
        return self.path.suffix == ".py"

    def changed(self, text: str) -> str:
        """The file's text with the rule broken; a mutant that does not fit in one place alone is no mutant."""
        if self.drop:
            return _without_entry(text, self.drop)
        assert text.count(self.old) == 1, f"{self.name}: {self.old!r} stands {text.count(self.old)} times"
        return text.replace(self.old, self.new)


def _without_entry(text: str, opening: str) -> str:
    """A text without the line that begins so and the lines below it that are set deeper."""
    lines = text.splitlines(keepends=True)
    (at,) = (i for i, line in enumerate(lines) if line.lstrip().startswith(opening))
    depth = len(lines[at]) - len(lines[at].lstrip())
    after = next((i for i in range(at + 1, len(lines)) if _depth(lines[i]) <= depth), len(lines))
    return "".join(lines[:at] + lines[after:])


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip()) if line.strip() else sys.maxsize


@contextmanager
def broken(mutant: Mutant) -> Iterator[None]:
    """The program with the mutant in it."""
    with _broken_code(mutant) if mutant.is_code else _broken_words(mutant):
        yield


@contextmanager
def _broken_words(mutant: Mutant) -> Iterator[None]:
    """Readers of the file get the changed text; all that was made from the lexicons is made anew, twice."""
    text = mutant.changed(mutant.path.read_text(encoding="utf-8"))
    read_text, open_ = Path.read_text, Path.open

    def read(self: Path, *rest: Any, **options: Any) -> str:
        return text if self == mutant.path else read_text(self, *rest, **options)

    def opened(self: Path, *rest: Any, **options: Any) -> Any:
        if self != mutant.path:
            return open_(self, *rest, **options)
        mode = rest[0] if rest else options.get("mode", "r")
        return BytesIO(text.encode()) if "b" in mode else StringIO(text, newline="")

    try:
        with patch.object(Path, "read_text", read), patch.object(Path, "open", opened):
            forget()
            yield
    finally:
        forget()


@contextmanager
def _broken_code(mutant: Mutant) -> Iterator[None]:
    """The module's functions run the changed code; whoever imported a changed constant has the changed one."""
    module = import_module("loaders." + mutant.file.removesuffix(".py").replace("/", "."))
    source = mutant.changed(mutant.path.read_text(encoding="utf-8"))
    other = ModuleType(module.__name__)
    other.__file__, other.__package__ = module.__file__, module.__package__
    exec(compile(source, str(mutant.path), "exec"), other.__dict__)
    changes = [(own, new.__code__) for own, new in _functions(module, other) if own.__code__ != new.__code__]
    constants = list(_constants(module, other))
    assert changes or constants, f"{mutant.name} changes nothing"
    with ExitStack() as stack:
        stack.callback(forget, is_whole=bool(constants))
        for own, code in changes:
            stack.callback(partial(setattr, own, "__code__", own.__code__))
            own.__code__ = code
        for place, name, value in constants:
            stack.enter_context(patch.object(place, name, value))
        forget(is_whole=bool(constants))
        yield


def _functions(module: ModuleType, other: ModuleType) -> Iterator[tuple[FunctionType, FunctionType]]:
    """The functions and methods of a module, each with its counterpart."""
    for own, new in _members(module, other, module.__name__):
        if isinstance(own, type):
            yield from (pair for pair in _members(own, new, module.__name__) if isinstance(pair[0], FunctionType))
        elif isinstance(own, FunctionType):
            yield own, new


def _members(own: Any, other: Any, module: str) -> Iterator[tuple[Any, Any]]:
    for name, value in vars(own).items():
        bare, new = (_bare(vars(each).get(name)) for each in (own, other))
        if getattr(value, "__module__", None) == module and new is not None:
            yield bare, new


def _bare(value: Any) -> Any:
    """A function without its cache."""
    return getattr(value, "__wrapped__", value)


def _constants(module: ModuleType, other: ModuleType) -> Iterator[tuple[ModuleType, str, Any]]:
    """Where a constant that differs is known, and its new value."""
    for name, value in vars(module).items():
        if name.strip("_").isupper() and name in vars(other) and vars(other)[name] != value:
            for place in _modules():
                yield from ((place, n, vars(other)[name]) for n, v in list(vars(place).items()) if v is value)


def _modules() -> list[ModuleType]:
    return [module for name, module in list(sys.modules.items()) if name.partition(".")[0] == "loaders"]


def forget(*, is_whole: bool = True) -> None:
    """Empties the caches: all, or those that hold what was read in a text (they are bounded)."""
    for module in _modules():
        for value in list(vars(module).values()):
            if hasattr(value, "cache_clear") and (is_whole or value.cache_parameters()["maxsize"] is not None):
                value.cache_clear()
