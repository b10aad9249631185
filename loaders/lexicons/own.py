"""Folders of a user's own lexicons: which of their files count, and which folders this process reads.

In: folders, in the order in which they add and override. Out: `chosen()`, which every reader of lexicons asks behind
the built-in folder. The choice is made once a process, before anything is read, because what is read is kept for good;
that keeps facts a function of text, metadata, rules and lexicons. A file that no lexicon reads is refused: none is
passed over in silence.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from eventdb.errors import LexiconError

BUILT_IN = Path(__file__).parent
Folders = tuple[Path, ...]
SUFFIXES = (".yaml", ".csv")
FIXED = ("chunks.yaml", "languages.yaml", "page_words.yaml", "frames/parts.yaml")
"""Files that are grammar rather than words; a folder of a user's own cannot change them."""


@dataclass(slots=True)
class _Choice:
    """The folders of this process, and whether something was read with them."""

    folders: Folders = ()
    is_read: bool = False


_CHOICE = _Choice()


def choose(folders: Folders) -> None:
    """Have every lexicon read these folders behind the built-in one. LexiconError where that is not possible."""
    for folder in folders:
        own_files(folder)
    if _CHOICE.is_read and folders != _CHOICE.folders:
        raise LexiconError("lexicons are read already in this process; folders of your own must be chosen before")
    _CHOICE.folders = folders


def chosen() -> Folders:
    """The user's folders of this process; from now on they cannot be changed."""
    _CHOICE.is_read = True
    return _CHOICE.folders


def extensible() -> tuple[str, ...]:
    """Names of the files that a user's folder may hold."""
    found = (path.relative_to(BUILT_IN).as_posix() for path in BUILT_IN.rglob("*") if path.suffix in SUFFIXES)
    return tuple(sorted(name for name in found if name not in FIXED))


def own_files(folder: Path) -> tuple[Path, ...]:
    """The lexicons in a user's folder. LexiconError where it is no folder, has none, or one that nothing reads."""
    if not folder.is_dir():
        raise LexiconError(f"{folder} is no folder; a folder with lexicons of your own would be right")
    found = sorted(path for path in folder.rglob("*") if path.suffix in (*SUFFIXES, ".yml") and path.is_file())
    names = extensible()
    for path in found:
        if path.relative_to(folder).as_posix() not in names:
            raise LexiconError(f"{path} is read by nothing; a lexicon is one of {', '.join(names)}")
    if not found:
        raise LexiconError(f"{folder} holds no lexicon; one of {', '.join(names)} would be right")
    return tuple(found)


def own_paths(name: str, folders: Folders = ()) -> list[Path]:
    """The files of that name in the chosen folders, then in `folders`; a folder need not have one."""
    return [folder / name for folder in (*chosen(), *folders) if (folder / name).is_file()]


def shown(path: Path) -> str:
    """A lexicon's name for messages: a built-in one by its name, a user's by its path."""
    return path.relative_to(BUILT_IN).as_posix() if path.is_relative_to(BUILT_IN) else str(path)
