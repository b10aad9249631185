"""What goes wrong, one test each: killed processes, damaged files, interrupted starts."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from eventdb.errors import ServerError
from eventdb.server import EmbeddedServer, stop_server, temporary_server
from eventdb.server.account import server_account
from eventdb.server.postmaster import read_postmaster
from tests.server.people import Child
from tests.server.test_life import answer


def postmaster_pid(server: EmbeddedServer) -> int:
    found = read_postmaster(server.layout)
    assert found is not None
    return found.pid


def test_after_a_client_was_killed_the_next_clean_exit_stops_the_server(home: Path) -> None:
    def use(child: Child) -> None:
        EmbeddedServer(home).start()
        child.tell("started")
        child.wait_for_word()

    child = Child(use)
    assert child.hear() == "started"
    child.kill()
    server = EmbeddedServer(home)
    assert server.is_running()
    server.start()
    assert server.stop() is True
    assert not server.is_running()


def test_after_the_server_was_killed_the_next_start_works_at_once_and_nothing_is_lost(home: Path) -> None:
    server = EmbeddedServer(home)
    with server.running():
        with psycopg.connect(server.conninfo()) as connection:
            connection.execute("create table survivor as select generate_series(1, 1000) as number")
        os.kill(postmaster_pid(server), signal.SIGKILL)
        begun = time.monotonic()
        other = EmbeddedServer(home)
        with other.running():
            assert answer(other, "select count(*) from survivor") == 1000
        assert time.monotonic() - begun < 30


def test_a_busy_session_of_a_killed_server_does_not_block_the_next_start(home: Path) -> None:
    server = EmbeddedServer(home)
    with server.running():
        connection = psycopg.connect(server.conninfo(), autocommit=True)
        connection.pgconn.send_query(b"select count(*) from generate_series(1, 10000000000)")
        time.sleep(0.1)
        os.kill(postmaster_pid(server), signal.SIGKILL)
        begun = time.monotonic()
        other = EmbeddedServer(home)
        with other.running():
            assert answer(other, "select 1") == 1
        assert time.monotonic() - begun < 30
        connection.close()


def sleeper() -> int:
    """A live process of the server's user that has nothing to do with PostgreSQL."""
    who = server_account()
    pid = os.fork()
    if pid == 0:
        if who.is_other:
            os.setgid(who.gid)
            os.setuid(who.uid)
        os.execv("/bin/sleep", ["sleep", "60"])
    return pid


def zombie() -> int:
    """A process that has ended and that nobody has waited for."""
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    return pid


def clean_up(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


@pytest.mark.parametrize("unrelated", [sleeper, zombie])
def test_the_pid_of_an_unrelated_process_is_not_taken_for_the_server(home: Path, unrelated: Callable[[], int]) -> None:
    server, pid = EmbeddedServer(home), unrelated()
    lines = f"{pid}\n{home}/data\n1700000000\n5432\n{home}/run\n\n 1 2\nready   \n"
    (home / "data" / "postmaster.pid").write_text(lines)
    assert not server.is_running()
    with server.running():
        assert answer(server, "select 1") == 1
    clean_up(pid)


def test_the_pid_of_another_databases_server_is_not_taken_for_ours(home: Path) -> None:
    with temporary_server() as other:
        shutil.copy(other.layout.data / "postmaster.pid", home / "data" / "postmaster.pid")
        server = EmbeddedServer(home)
        assert not server.is_running()
        with server.running() as url:
            assert url != other.url()
        assert answer(other, "select 1") == 1


@pytest.mark.parametrize("left", ["", "\n", "41", "nonsense\nmore\n", "-5\n\n\n\n\n\n\n\n", "\x00\x00\x00"])
def test_a_damaged_pid_file_does_not_prevent_a_start(home: Path, left: str) -> None:
    (home / "data" / "postmaster.pid").write_text(left)
    server = EmbeddedServer(home)
    with server.running():
        assert answer(server, "select 1") == 1


def test_a_live_server_with_a_damaged_pid_file_is_replaced(home: Path) -> None:
    first = EmbeddedServer(home)
    with first.running():
        begun = answer(first, "select pg_postmaster_start_time()")
        (home / "kept").write_text("unreadable")
        (home / "data" / "postmaster.pid").write_text("")
        with pytest.raises(ServerError, match="end the other eventdb commands"):
            EmbeddedServer(home).start()
        first._share.release()  # type: ignore[union-attr]  # as if its user had been killed
        first._share = None
    second = EmbeddedServer(home)
    with second.running():
        assert answer(second, "select pg_postmaster_start_time()") != begun


def test_a_server_whose_socket_was_swept_away_is_replaced(home: Path) -> None:
    first = EmbeddedServer(home)
    with first.running():
        first.layout.kept.write_text("")
        (home / "run" / ".s.PGSQL.5432").unlink()
        assert not first.is_running()
    second = EmbeddedServer(home)
    with second.running():
        assert answer(second, "select 1") == 1


def test_rests_of_an_interrupted_making_are_no_hindrance(empty_home: Path) -> None:
    (empty_home / "data.new" / "base").mkdir(parents=True)
    (empty_home / "data.new" / "PG_VERSION").write_text("18\n")
    server = EmbeddedServer(empty_home, is_durable=False)
    with server.running():
        assert answer(server, "select 1") == 1
    assert not (empty_home / "data.new").exists()


def test_a_making_killed_in_the_middle_is_made_anew(empty_home: Path) -> None:
    child = Child(lambda _: EmbeddedServer(empty_home).start())
    while not (empty_home / "data.new" / "global").exists():
        time.sleep(0.005)
    child.kill()
    assert not (empty_home / "data").exists()
    server = EmbeddedServer(empty_home, is_durable=False)
    with server.running():
        assert answer(server, "select current_database()") == "eventdb"


def test_a_full_disk_is_an_error_with_the_servers_words_and_the_next_start_works(empty_home: Path) -> None:
    def use(child: Child) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))
        try:
            EmbeddedServer(empty_home).start()
        except ServerError as error:
            child.tell(str(error).replace("\n", " | "))

    child = Child(use)
    said = child.hear()
    assert child.end() == 0
    assert "cannot be made (is the disk full?); PostgreSQL says: | " in said
    assert "child process" in said
    server = EmbeddedServer(empty_home, is_durable=False)
    with server.running():
        assert answer(server, "select 1") == 1


def test_a_server_that_does_not_start_says_why_from_its_log(home: Path) -> None:
    server = EmbeddedServer(home, options={"shared_buffers": "a lot"})
    with pytest.raises(ServerError, match='invalid value for parameter "shared_buffers"'):
        server.start()
    assert not server.is_running()


def test_a_cluster_of_another_version_is_refused_and_untouched(empty_home: Path) -> None:
    (empty_home / "data").mkdir()
    (empty_home / "data" / "PG_VERSION").write_text("16\n")
    with pytest.raises(ServerError, match="(?s)PostgreSQL 16.*PostgreSQL 18.*dump.*restore"):
        EmbeddedServer(empty_home).start()
    assert [path.name for path in (empty_home / "data").iterdir()] == ["PG_VERSION"]


def test_a_folder_with_other_things_in_it_is_refused_and_untouched(empty_home: Path) -> None:
    (empty_home / "data").mkdir()
    (empty_home / "data" / "letters.txt").write_text("mine")
    with pytest.raises(ServerError, match="no PG_VERSION"):
        EmbeddedServer(empty_home).start()
    assert (empty_home / "data" / "letters.txt").read_text() == "mine"


def test_a_start_that_fails_leaves_the_way_free_for_the_next(home: Path) -> None:
    with pytest.raises(ServerError):
        EmbeddedServer(home, options={"wal_level": "unknown"}).start()
    with EmbeddedServer(home).running() as url:
        assert url.startswith("postgresql+psycopg://eventdb@/eventdb?host=")
    assert stop_server(home) is False
