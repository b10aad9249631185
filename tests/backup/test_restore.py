"""What is dumped and restored says the same; a dump that is not whole changes nothing."""

from __future__ import annotations

import gzip
from pathlib import Path

import psycopg
import pytest

from eventdb import schema
from eventdb.backup import copy, dump, restore
from eventdb.cli import run
from eventdb.digest import table_digests, whole
from eventdb.errors import DatabaseError, SourceError
from tests.conftest import conninfo
from tests.schema.dumps import dump as lines_of
from tests.schema.dumps import execute, query


def digest(url: str) -> str:
    with psycopg.connect(conninfo(url)) as link:
        return whole(table_digests(link))


@pytest.mark.parametrize("name", ["all.dump", "all.sql"])
def test_a_restored_database_is_the_dumped_one(filled_url: str, empty_url: str, tmp_path: Path, name: str) -> None:
    dump(filled_url, tmp_path / name)
    restore(empty_url, tmp_path / name)
    assert digest(empty_url) == digest(filled_url)
    assert lines_of(empty_url) == lines_of(filled_url)
    assert schema.upgrade(empty_url) is False
    assert schema.drift(empty_url) == []
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_dump_packed_by_gzip_is_read_as_it_is(filled_url: str, empty_url: str, tmp_path: Path) -> None:
    dump(filled_url, tmp_path / "all.sql")
    (tmp_path / "all.sql.gz").write_bytes(gzip.compress((tmp_path / "all.sql").read_bytes()))
    restore(empty_url, tmp_path / "all.sql.gz")
    assert digest(empty_url) == digest(filled_url)


def test_a_database_that_holds_something_is_not_restored_into(filled_url: str, tmp_path: Path) -> None:
    dump(filled_url, tmp_path / "all.dump")
    with pytest.raises(DatabaseError, match="has a schema eventdb already"):
        restore(filled_url, tmp_path / "all.dump")


@pytest.mark.parametrize("name", ["all.dump", "all.sql", "all.sql.gz"])
def test_a_dump_that_was_cut_off_changes_nothing(filled_url: str, empty_url: str, tmp_path: Path, name: str) -> None:
    dump(filled_url, tmp_path / name.removesuffix(".gz"))
    content = (tmp_path / name.removesuffix(".gz")).read_bytes()
    content = gzip.compress(content) if name.endswith(".gz") else content
    (tmp_path / name).write_bytes(content[: -len(content) // 3])
    with pytest.raises((SourceError, DatabaseError)):
        restore(empty_url, tmp_path / name)
    assert query(empty_url, "select count(*) from pg_namespace where nspname in ('eventdb', 'report')") == [(0,)]


def test_an_error_in_the_middle_changes_nothing_and_is_told(filled_url: str, empty_url: str, tmp_path: Path) -> None:
    dump(filled_url, tmp_path / "all.sql")
    content = (tmp_path / "all.sql").read_text().replace("-- PostgreSQL database dump complete", "select 1/0;\n\\g")
    (tmp_path / "all.sql").write_text(content + "-- PostgreSQL database dump complete\n")
    with pytest.raises(DatabaseError, match="division by zero"):
        restore(empty_url, tmp_path / "all.sql")
    assert query(empty_url, "select count(*) from pg_namespace where nspname in ('eventdb', 'report')") == [(0,)]


def test_a_database_that_is_not_there_leaves_the_older_dump(tmp_path: Path) -> None:
    (tmp_path / "all.dump").write_text("older")
    with pytest.raises(DatabaseError, match="cannot be dumped; pg_dump says: .*failed") as refusal:
        dump("postgresql://me:secret@127.0.0.1:1/nowhere", tmp_path / "all.dump")
    assert (tmp_path / "all.dump").read_text() == "older"
    assert "secret" not in str(refusal.value)


def test_a_copy_says_the_same(filled_url: str, empty_url: str) -> None:
    assert copy(filled_url, empty_url) > 20
    assert digest(empty_url) == digest(filled_url)


def test_the_commands_move_dump_and_restore(
    filled_url: str, empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVENTDB_URL", filled_url)
    assert run(["db", "dump", "-o", str(tmp_path / "all.dump")]) == 0
    assert run(["db", "move", conninfo(empty_url)]) == 0
    assert "both databases say the same. From now on: export EVENTDB_URL=postgresql://" in capsys.readouterr().out
    execute(empty_url, "drop schema eventdb cascade; drop schema report cascade")
    monkeypatch.setenv("EVENTDB_URL", empty_url)
    assert run(["db", "restore", str(tmp_path / "all.dump")]) == 0
    assert digest(empty_url) == digest(filled_url)
    assert run(["db", "restore", str(tmp_path / "all.dump")]) == 6
