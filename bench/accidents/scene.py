"""A database as it was before, a folder as it was or was edited, and a load that runs. In: a home. Out: processes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from bench.accidents.driver import Load, begin
from bench.newsroom.corpus import write
from eventdb.digest import table_digests, whole
from eventdb.schema import run_checks, upgrade
from eventdb.server import EmbeddedServer
from loaders.ingest.writer import await_server

DATABASE = "eventdb"
Link = psycopg.Connection[Any]
EDITED = "\n\nLate on Monday, a bomb killed seven people in Kandahar, police said.\n"


class Scene:
    """A server of its own, and a folder of articles that a load reads in batches of `batch` files."""

    def __init__(self, home: Path, inbox: Path, *, batch: int) -> None:
        self.server = EmbeddedServer(home)
        self.inbox, self.batch = inbox, batch

    @contextmanager
    def open(self, *, is_durable: bool = False) -> Iterator[None]:
        """Run the server, and make a database that is empty; it is started again where an accident ended it.

        Where processes are killed, not the machine, it need not be durable: the machine keeps what was written.
        """
        self.server.start()
        try:
            with self.link() as link:
                link.execute(f"alter system set fsync = {'on' if is_durable else 'off'}")
                link.execute("select pg_reload_conf()")
            upgrade(self.server.url(DATABASE))
            self.keep("empty")
            yield
        finally:
            self.server.revived()
            self.server.stop()

    @contextmanager
    def link(self, database: str = DATABASE) -> Iterator[Link]:
        """A connection that commits each statement."""
        self.server.revived()
        await_server(self.server.url(database))
        with psycopg.connect(self.server.conninfo(database), autocommit=True) as link:
            yield link

    def keep(self, name: str) -> None:
        """Keep the database as it is under a name."""
        self._copy(DATABASE, name)

    def back_to(self, name: str) -> None:
        """Have the database as it was kept."""
        self._copy(name, DATABASE)

    def _copy(self, old: str, new: str) -> None:
        with self.link("postgres") as link:
            link.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(new)))
            link.execute(sql.SQL("create database {} template {}").format(sql.Identifier(new), sql.Identifier(old)))

    def begin(self, workers: int) -> Load:
        """A load that begins; nobody waits for it."""
        words = ["ingest", "--workers", str(workers), str(self.inbox)]
        said = self.inbox.parent / "said"
        return begin(words, home=self.server.layout.home, batch=self.batch, said=said)

    def load(self, workers: int) -> Load:
        """A load, run to its end."""
        load = self.begin(workers)
        load.end()
        return load

    def digest(self) -> str:
        """What the database says, in one hash."""
        with self.link() as link:
            return whole(table_digests(link))

    def tables(self) -> dict[str, str]:
        """The same, a hash a table."""
        with self.link() as link:
            return {name: f"{each.rows} {each.digest}" for name, each in table_digests(link).items()}

    def breaches(self) -> list[str]:
        """Rules that the database breaks."""
        with self.link() as link:
            return [each.name for each in run_checks(link)]


def fill(inbox: Path, count: int, seed: int) -> None:
    """A folder of invented articles, among them copies of some."""
    write(count, inbox, seed)
    texts = sorted(inbox.glob("*.txt"))
    for path in texts[::7]:
        path.with_name(f"copy-{path.name}").write_bytes(path.read_bytes())


def edit(inbox: Path, seed: int) -> None:
    """Change a third of the articles, and take one away."""
    texts = sorted(inbox.glob("0*.txt"))
    for path in texts[seed % 3 :: 3]:
        path.write_text(path.read_text(encoding="utf-8") + EDITED, encoding="utf-8")
    texts[-1].unlink()
