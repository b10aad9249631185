"""A server's ordinary life: it starts with its first user and stops with its last, unless it is to stay."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest
import sqlalchemy

from eventdb.errors import ServerError
from eventdb.server import EmbeddedServer, start_and_keep, stop_server, temporary_server
from tests.server.people import ME, Child, people


def answer(server: EmbeddedServer, question: str) -> object:
    """The first value of a query's first row."""
    with psycopg.connect(server.conninfo()) as connection:
        row = connection.execute(question).fetchone()
        return row[0] if row else None


BEGUN = "select pg_postmaster_start_time()"


def test_the_first_start_silently_makes_a_database_that_later_starts_find_again(
    empty_home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with EmbeddedServer(empty_home).running() as url, sqlalchemy.create_engine(url).begin() as connection:
        connection.execute(sqlalchemy.text("create table kept as select 7 as number"))
    again = EmbeddedServer(empty_home)
    with again.running():
        assert answer(again, "select number from kept") == 7
        assert answer(again, "select current_database() || ' ' || current_user") == "eventdb eventdb"
    assert capfd.readouterr() == ("", "")


def test_a_second_user_joins_the_running_server_and_the_last_one_stops_it(home: Path) -> None:
    first, second = EmbeddedServer(home), EmbeddedServer(home)
    first.start()
    begun = answer(first, BEGUN)
    second.start()
    assert answer(second, BEGUN) == begun
    assert first.stop() is False
    assert second.is_running()
    assert second.stop() is True
    assert not second.is_running()


def test_one_share_cannot_be_taken_twice(home: Path) -> None:
    server = EmbeddedServer(home)
    with server.running(), pytest.raises(ServerError, match="another EmbeddedServer"):
        server.start()


def test_a_server_that_does_not_run_has_no_url(home: Path) -> None:
    with pytest.raises(ServerError, match="start it first"):
        EmbeddedServer(home).url()


def test_a_url_holds_no_password_and_names_another_database(home: Path) -> None:
    server = EmbeddedServer(home)
    with server.running("postgres") as url:
        assert sqlalchemy.make_url(url).password is None
        assert sqlalchemy.make_url(url).database == "postgres"


def test_eight_processes_that_start_at_once_get_one_server(empty_home: Path) -> None:
    def use(child: Child) -> None:
        server = EmbeddedServer(empty_home, is_durable=False)
        with server.running():
            child.tell(answer(server, BEGUN))
            child.wait_for_word()

    children = [Child(use) for _ in range(8)]
    begun = [child.hear() for child in children]
    assert len(set(begun)) == 1 and begun[0]
    assert [child.go_on() for child in children] == [0] * 8
    assert not EmbeddedServer(empty_home).is_running()


def test_every_user_of_the_machine_has_a_server_of_his_own_at_the_same_time() -> None:
    def use(child: Child) -> None:
        with temporary_server() as server:
            child.tell(answer(server, BEGUN))
            child.wait_for_word()
            child.tell(answer(server, "select count(*) from pg_stat_activity where pid = pg_backend_pid()"))

    children = [Child(use, person=person) for person in [*people(), ME][:2]]
    begun = [child.hear() for child in children]
    assert len(set(begun)) == len(children) and all(begun)
    assert [child.go_on() for child in children] == [0] * len(children)


def test_a_forked_copy_of_a_user_does_not_stop_the_server(home: Path) -> None:
    server = EmbeddedServer(home)
    with server.running():
        child = Child(lambda child: child.tell(server.stop()))
        assert child.hear() == "False"
        assert child.end() == 0
        assert answer(server, "select 1") == 1


def test_a_kept_server_stays_up_after_its_users_until_it_is_stopped(home: Path) -> None:
    start_and_keep(home)
    server = EmbeddedServer(home)
    begun = answer(server, BEGUN)
    with server.running():
        assert answer(server, BEGUN) == begun
    assert server.is_running()
    assert stop_server(home) is True
    assert not server.is_running()
    assert stop_server(home) is False


def test_a_server_in_use_is_stopped_only_by_force(home: Path) -> None:
    server = EmbeddedServer(home)
    with server.running():
        with pytest.raises(ServerError, match="in use"):
            stop_server(home)
        assert server.is_running()
        assert stop_server(home, is_forced=True) is True


def test_a_server_started_after_a_kept_one_died_is_not_kept(home: Path) -> None:
    start_and_keep(home)
    mark = (home / "kept").read_text()
    stop_server(home)
    (home / "kept").write_text(mark)
    server = EmbeddedServer(home)
    with server.running():
        assert server.is_running()
    assert not server.is_running()
