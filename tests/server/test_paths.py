"""Any folder can be a home, and nothing of the caller's environment gets into the database."""

from __future__ import annotations

import os
from pathlib import Path

import psycopg
import pytest
import sqlalchemy

from eventdb.errors import ServerError
from eventdb.server import EmbeddedServer
from eventdb.server.account import can_enter, server_account
from eventdb.server.layout import Layout, prepare_home
from tests.server.conftest import moved
from tests.server.people import IS_ROOT, ME, STRANGER, Child, mode
from tests.server.test_life import answer

NAMES = [
    "two words",
    "o'clock",
    'so "called"',
    "été à Ōsaka",
    "$HOME `id` \\ %d",
    "one, two",
    "a" * 137,
]


@pytest.mark.parametrize("name", NAMES)
def test_a_server_works_in_a_folder_of_any_name(empty_home: Path, shared_home: Path, name: str) -> None:
    server = EmbeddedServer(empty_home / name)
    with moved(shared_home, server.layout.home), server.running() as url:
        with sqlalchemy.create_engine(url).connect() as connection:
            assert connection.execute(sqlalchemy.text("select 1")).scalar() == 1
        assert answer(server, "show data_directory") == str(empty_home / name / "data")
        assert server.stop() and not server.is_running()


def test_a_path_too_long_for_a_socket_gets_a_private_folder_that_vanishes_with_the_server(
    empty_home: Path, shared_home: Path
) -> None:
    server = EmbeddedServer(empty_home / ("long" * 30))
    with moved(shared_home, server.layout.home), server.running():
        folder = server.layout.sockets
        assert folder.parent == Path("/tmp")
        assert mode(folder) == 0o700
        assert mode(folder / ".s.PGSQL.5432") == 0o700
        assert folder.lstat().st_uid == server.layout.data.stat().st_uid
    assert not folder.exists()


def make_open(folder: Path, elsewhere: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)


def make_link(folder: Path, elsewhere: Path) -> None:
    folder.symlink_to(elsewhere)


def make_file(folder: Path, elsewhere: Path) -> None:
    folder.touch(0o600)


@pytest.mark.parametrize("make", [make_open, make_link, make_file])
def test_a_socket_folder_that_others_prepared_is_refused(empty_home: Path, make: object) -> None:
    server = EmbeddedServer(empty_home / ("long" * 30))
    folder = server.layout.sockets
    make(folder, empty_home)  # type: ignore[operator]
    try:
        with pytest.raises(ServerError, match="nobody else can enter"):
            server.start()
    finally:
        folder.rmdir() if folder.is_dir() and not folder.is_symlink() else folder.unlink()
    assert not server.is_running()


def test_a_home_reached_by_a_link_is_the_same_home(home: Path, empty_home: Path) -> None:
    (empty_home / "link").symlink_to(home)
    direct, linked = EmbeddedServer(home), EmbeddedServer(empty_home / "link")
    with direct.running() as url:
        assert linked.url() == url


def test_a_line_break_in_the_path_is_refused(empty_home: Path) -> None:
    with pytest.raises(ServerError, match="line break"):
        EmbeddedServer(empty_home / "a\nb").start()


def test_the_callers_language_and_settings_of_other_servers_change_nothing(empty_home: Path) -> None:
    def use(child: Child) -> None:
        os.environ.update(LANG="de_DE.UTF-8", LC_ALL="de_DE.UTF-8", TZ="Asia/Kabul", PGPORT="1", PGDATA="/nowhere")
        os.environ.update(PGPASSWORD="of another server", PGUSER="somebody", PGDATABASE="other", PGHOST="example.org")
        server = EmbeddedServer(empty_home / 'd\'été "$HOME"', is_durable=False)
        with server.running():
            kind = (
                "select datlocprovider::text || ' ' || datlocale || ' ' || datcollate from pg_database where datname = "
            )
            child.tell(answer(server, f"{kind} current_database()"))
            child.tell(answer(server, "select string_agg(w, '' order by w) from unnest('{ä,Z,a,z}'::text[]) as w"))
            child.tell(answer(server, "select current_setting('timezone') || ' ' || current_setting('lc_messages')"))
            child.tell(answer(server, "select upper('é') || ' ' || current_setting('default_text_search_config')"))

    child = Child(use)
    assert [child.hear() for _ in range(4)] == ["b C.UTF-8 C", "Zazä", "UTC C", "É pg_catalog.english"]
    assert child.end() == 0


def test_a_private_parent_folder_keeps_its_permissions(empty_home: Path, shared_home: Path) -> None:
    parent = empty_home / "private"
    parent.mkdir(mode=0o700)
    home = parent / "home"
    outcome = "runs"
    try:
        with moved(shared_home, home), EmbeddedServer(home).running():
            pass
    except ServerError as error:
        outcome = str(error)
    # root's server runs as a system user, who is not let in; everybody else's runs as its owner
    assert (f"who cannot enter {parent}" in outcome) if IS_ROOT else (outcome == "runs")
    assert mode(parent) == 0o700


def test_folders_made_for_a_new_home_can_be_entered_under_any_mask(empty_home: Path) -> None:
    before = os.umask(0o077)
    try:
        prepare_home(Layout(empty_home / "new" / "home"), server_account())
    finally:
        os.umask(before)
    assert can_enter(server_account(), empty_home / "new" / "home")
    assert mode(empty_home / "new" / "home") == (0o711 if IS_ROOT else 0o700)


def test_a_home_that_is_not_ours_is_refused(empty_home: Path) -> None:
    home = empty_home / "theirs"
    if IS_ROOT:
        home.mkdir()
        os.chown(home, 65534, 65534)
    else:
        home = Path("/usr")
    with pytest.raises(ServerError, match="belongs to the user with the id"):
        EmbeddedServer(home).start()


def test_a_closed_home_is_an_error_that_names_it(empty_home: Path) -> None:
    home = empty_home / "closed"
    home.mkdir()

    def use(child: Child) -> None:
        try:
            EmbeddedServer(home).is_running()
        except ServerError as error:
            child.tell(error)

    home.chmod(0o000)
    child = Child(use, person=STRANGER if IS_ROOT else ME)
    assert "cannot be used: Permission denied" in child.hear()
    assert child.end() == 0
    home.chmod(0o700)


def test_a_home_into_which_everybody_may_write_is_refused(empty_home: Path) -> None:
    empty_home.chmod(0o777)
    with pytest.raises(ServerError, match="every user may write"):
        EmbeddedServer(empty_home).start()
    assert mode(empty_home) == 0o777


def test_a_home_that_is_a_file_is_refused(empty_home: Path) -> None:
    (empty_home / "file").touch()
    with pytest.raises(ServerError, match="is not a folder"):
        EmbeddedServer(empty_home / "file").start()
    with pytest.raises(ServerError, match="cannot be made: (Not a directory|File exists)"):
        EmbeddedServer(empty_home / "file" / "home").start()


def test_two_databases_of_one_server_are_two_urls(home: Path) -> None:
    server = EmbeddedServer(home)
    with server.running():
        with psycopg.connect(server.conninfo("postgres"), autocommit=True) as connection:
            connection.execute('create database "a b/ç" template eventdb')
        with psycopg.connect(server.conninfo("a b/ç")) as connection:
            assert connection.info.dbname == "a b/ç"
