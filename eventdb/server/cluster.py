"""The cluster on disk: in goes a layout; then `home/data` is a complete cluster, or an error says why not.

A cluster is made beside its final place, with the database `eventdb` already in it, and renamed when it is
complete; so an interrupted making leaves nothing that looks like a cluster. Collation is PostgreSQL's builtin
C.UTF-8 and the time zone UTC, whatever the caller's environment says, so that databases do not differ.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from eventdb.errors import ServerError
from eventdb.server.account import Account, Outcome, run_as
from eventdb.server.binaries import MAJOR_VERSION
from eventdb.server.layout import Layout

OWNER = "eventdb"
DATABASE = "eventdb"
_INITDB = (
    f"--username={OWNER}",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--text-search-config=english",
    "--set=timezone=UTC",
    "--set=log_timezone=UTC",
    "--auth=reject",  # replaced by the entrance rules that `write_entrance` writes
    "--no-instructions",
)


def has_cluster(layout: Layout) -> bool:
    """Whether `home/data` holds a cluster; raise ServerError if it holds something else or another version's."""
    try:
        version = (layout.data / "PG_VERSION").read_text().strip()
    except FileNotFoundError:
        if layout.data.exists() and any(layout.data.iterdir()):
            raise ServerError(
                f"{layout.data} is not empty and holds no PostgreSQL cluster (no PG_VERSION): move it away, or "
                "choose another EVENTDB_HOME"
            ) from None
        return False
    if version != str(MAJOR_VERSION):
        raise ServerError(
            f"{layout.data} was written by PostgreSQL {version}; this version of eventdb runs PostgreSQL "
            f"{MAJOR_VERSION} and does not convert it: dump it with the eventdb that made it (eventdb db dump), "
            "move the folder away, start again and restore the dump (psql)"
        )
    return True


def make_cluster(layout: Layout, account: Account, programs: Path, *, lock: int, is_durable: bool) -> None:
    """Make the cluster; the descriptor `lock` stays open in the programs, so that nobody starts a second making."""
    _make_empty(layout, account)
    sync = () if is_durable else ("--no-sync",)
    folder = str(layout.unfinished)
    initdb, postgres = (str(programs / "bin" / name) for name in ("initdb", "postgres"))
    _succeed(layout, run_as(account, [initdb, "-D", folder, *_INITDB, *sync], kept_open=[lock]))
    alone = [postgres, "--single", "-D", folder, "-c", "exit_on_error=on", "postgres"]
    statement = f"create database {DATABASE} owner {OWNER}\n"
    _succeed(layout, run_as(account, alone, said_to_it=statement, kept_open=[lock]))
    layout.unfinished.rename(layout.data)
    _sync(layout.home)


def _make_empty(layout: Layout, account: Account) -> None:
    if layout.unfinished.exists():
        shutil.rmtree(layout.unfinished)
    layout.unfinished.mkdir(mode=0o700)
    os.chown(layout.unfinished, account.uid, account.gid)


def _succeed(layout: Layout, outcome: Outcome) -> None:
    if outcome.code:
        shutil.rmtree(layout.unfinished, ignore_errors=True)
        tail = "\n".join(outcome.said.strip().splitlines()[-12:])
        raise ServerError(f"the cluster {layout.data} cannot be made (is the disk full?); PostgreSQL says:\n{tail}")


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_entrance(layout: Layout, caller_name: str) -> None:
    """Write who may enter: the caller as owner by the kernel's word for it, everybody else by password only."""
    _replace(
        layout.entrance,
        f"local  all  {OWNER}                    peer map=owner\n"
        "local  all  all                        scram-sha-256\n"
        "host   all  all     127.0.0.1/32       scram-sha-256\n",
    )
    _replace(layout.names, f'owner  "{caller_name}"  {OWNER}\n')


def _replace(path: Path, text: str) -> None:
    if path.exists() and path.read_text() == text:
        return
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.write_text(text)
    unfinished.chmod(0o644)  # the server's user reads it; it holds no secret
    unfinished.replace(path)
