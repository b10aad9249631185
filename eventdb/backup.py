"""A database as one file, and back: in go URLs and paths, out come a dump, or a database that was empty before.

The dump is that of pg_dump, as of one moment while others read and write: `.dump` in its own compressed format, any
other name as SQL. Roles and their rights are no part of it. A restore is one transaction: all of it or nothing. A
password never stands among the words of a program, where others on the machine could read it.
"""

from __future__ import annotations

import gzip
import subprocess
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

import psycopg

from eventdb.digest import table_digests
from eventdb.errors import DatabaseError, SourceError
from eventdb.server import pg_tool
from eventdb.settings import conninfo, program_environment, redacted, without_password

WHAT = ("--no-owner", "--no-privileges")
CUSTOM = ".dump"
CUSTOM_BEGINS, GZIP_BEGINS = b"PGDMP", b"\x1f\x8b"
# What a newer pg_dump sets before anything else, and an older server does not know; 0 is what it would have anyway.
UNKNOWN_BEFORE_17 = b"SET transaction_timeout = 0;\n"
LINES_OF_SETTINGS = 40
LAST = b"-- PostgreSQL database dump complete\n"
HELD = """
select min(relnamespace::regnamespace::text)
from pg_class where relnamespace in (to_regnamespace('eventdb'), to_regnamespace('report'))
"""


def _address(url: str) -> tuple[str, Mapping[str, str]]:
    """What a program of PostgreSQL is told: the database, and an environment that has the password."""
    address, password = without_password(url)
    return f"--dbname={conninfo(address)}", program_environment(password)


def dump(url: str, path: Path) -> None:
    """Write a dump; a file of that name is replaced once the new one is whole."""
    unfinished = path.with_name(f"{path.name}.new")
    form = ["--format=custom"] if path.suffix == CUSTOM else []
    where, environment = _address(url)
    words = [str(pg_tool("pg_dump")), where, *WHAT, *form, f"--file={unfinished}"]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        unfinished.unlink(missing_ok=True)
        raise DatabaseError(f"{redacted(url)} cannot be dumped; pg_dump says: {_last_lines(done.stderr)}")
    unfinished.replace(path)


def restore(url: str, path: Path) -> None:
    """Fill an empty database from a dump; DatabaseError where it is not empty, or refuses."""
    if held := _held(url):
        raise DatabaseError(
            f"the database {redacted(url)} has a schema {held} already; "
            "an empty database, or another EVENTDB_HOME, would be right for a restore"
        )
    where, environment = _address(url)
    words = [str(pg_tool("psql")), where, "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1"]
    asked = subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment
    )
    assert asked.stdin
    try:
        with _script(path) as script:
            _feed(script, asked.stdin, path)
        _, said = asked.communicate()
    except BrokenPipeError:  # psql ended at an error, and says which
        said = asked.stderr.read() if asked.stderr else b""
    finally:
        asked.kill()
        asked.wait()
    if asked.returncode:
        raise DatabaseError(f"{path} cannot be restored; psql says: {_last_lines(said.decode(errors='replace'))}")


def copy(source: str, target: str) -> int:
    """Fill an empty database with what another one holds; how many rows. Nobody may write into the source meanwhile.

    DatabaseError where the copy does not say the same.
    """
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"whole{CUSTOM}"
        dump(source, file)
        restore(target, file)
    with psycopg.connect(conninfo(source)) as old, psycopg.connect(conninfo(target)) as new:
        before, after = table_digests(old), table_digests(new)
    if differing := [table for table, told in before.items() if after.get(table) != told]:
        raise DatabaseError(f"the copy differs in {', '.join(differing)}; do not use it: drop it and try again")
    return sum(told.rows for told in after.values())


def _held(url: str) -> str | None:
    try:
        with psycopg.connect(conninfo(url)) as connection:
            row = connection.execute(HELD).fetchone()
    except psycopg.Error as error:
        raise DatabaseError(f"the database {redacted(url)} cannot be reached: {str(error).strip()}") from error
    return row[0] if row else None


@contextmanager
def _script(path: Path) -> Iterator[Iterator[bytes]]:
    """The SQL of a dump in any of its forms, line by line."""
    try:
        with path.open("rb") as file:
            begins = file.read(len(CUSTOM_BEGINS))
        if begins == CUSTOM_BEGINS:
            with _from_custom(path) as script:
                yield script
            return
        with gzip.open(path) if begins.startswith(GZIP_BEGINS) else path.open("rb") as plain:
            yield iter(plain)
    except BrokenPipeError:
        raise
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(f"the dump {path} cannot be read: {error}") from None


@contextmanager
def _from_custom(path: Path) -> Iterator[Iterator[bytes]]:
    words = [str(pg_tool("pg_restore")), *WHAT, "--file=-", str(path)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as reading:
        assert reading.stdout and reading.stderr
        try:
            yield reading.stdout
        finally:
            reading.kill()


def _feed(script: Iterator[bytes], to: IO[bytes], path: Path) -> None:
    """Hand the SQL to psql, as one transaction that is committed only where the dump is whole."""
    to.write(b"begin;\n")
    is_whole = False
    for number, line in enumerate(script):
        is_whole |= line == LAST
        if number > LINES_OF_SETTINGS or line != UNKNOWN_BEFORE_17:
            to.write(line)
    if not is_whole:
        raise SourceError(f"the dump {path} breaks off before its end; another copy of it would be right")
    to.write(b"commit;\n")


def _last_lines(said: str) -> str:
    return " ".join(" ".join(said.strip().splitlines()[-3:]).split())
