"""Who gets in: the owner through a private socket, by the kernel's word; everybody else with a password or not."""

from __future__ import annotations

import socket
import stat
from pathlib import Path

import psycopg
import pytest

from eventdb.errors import ServerError
from eventdb.server import EmbeddedServer, start_for_tools
from eventdb.server.account import server_account
from tests.server.people import IS_ROOT, ME, STRANGER, Child, account, mode, people
from tests.server.test_life import answer


def refusal(conninfo: str, **more: str) -> str:
    """What the server says instead of letting us in; `let in` if it does."""
    try:
        psycopg.connect(conninfo, **more).close()
    except psycopg.OperationalError as error:
        return str(error)
    return "let in"


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def others() -> list[str]:
    """Users as whom root can try to get in: a stranger, and the user who runs the server and owns the socket."""
    return [STRANGER, server_account().name] if IS_ROOT else []


def test_no_rule_of_entrance_trusts_anybody(home: Path) -> None:
    server = EmbeddedServer(home)
    with server.running():
        methods = answer(server, "select array_agg(type || ' ' || auth_method) from pg_hba_file_rules")
        assert methods == ["local peer", "local scram-sha-256", "host scram-sha-256"]
        assert answer(server, "select count(*) from pg_hba_file_rules where error is not null") == 0


def test_another_user_of_the_machine_cannot_connect(home: Path) -> None:
    server = EmbeddedServer(home)
    with server.running():
        conninfo = server.conninfo()
        for person in others():
            child = Child(lambda child: child.tell(refusal(conninfo).replace("\n", " ")), person=person)
            expected = "Permission denied" if person == STRANGER else "Peer authentication failed"
            assert expected in child.hear()
            assert child.end() == 0
        assert refusal(conninfo) == "let in"


def test_the_owner_cannot_connect_as_another_role_without_its_password(home: Path) -> None:
    server = EmbeddedServer(home)
    with server.running():
        with psycopg.connect(server.conninfo()) as connection:
            connection.execute("create role visitor login password 'sesame'")
        conninfo = server.conninfo().replace("eventdb@", "visitor@")
        assert "no password supplied" in refusal(conninfo, passfile="/nonexistent")
        assert "password authentication failed" in refusal(conninfo, password="guess")
        assert refusal(conninfo, password="sesame") == "let in"


def test_what_a_server_writes_is_closed_to_others(home: Path) -> None:
    server = EmbeddedServer(home)
    with server.running():
        paths = [server.layout.data, home / "run", server.layout.log, server.layout.users, server.layout.gate]
        assert [mode(path) for path in paths] == [0o700, 0o700, 0o600, 0o600, 0o600]
        assert not [path for path in home.rglob("*") if path.lstat().st_mode & stat.S_IWOTH]


def test_the_server_listens_on_no_tcp_port_unless_asked(home: Path) -> None:
    server = EmbeddedServer(home)
    with server.running():
        assert answer(server, "show listen_addresses") == ""


def test_tools_get_in_over_loopback_with_the_password_and_only_with_it(home: Path) -> None:
    access = start_for_tools(home, free_port())
    assert access.user == "reader" and access.password() not in access.url
    assert mode(access.password_file) == 0o600
    assert "no password supplied" in refusal(access.url, passfile="/nonexistent")
    assert "password authentication failed" in refusal(access.url, password="guess")
    assert refusal(access.url, password=access.password()) == "let in"
    assert refusal(access.url, passfile=str(access.password_file)) == "let in"
    assert answer(EmbeddedServer(home), "show listen_addresses") == "127.0.0.1"


def test_the_owner_has_no_password_and_cannot_come_over_tcp(home: Path) -> None:
    access = start_for_tools(home, free_port())
    owner = access.url.replace("reader@", "eventdb@")
    assert "password authentication failed" in refusal(owner, password=access.password())
    assert "no password supplied" in refusal(owner, passfile="/nonexistent")


def test_the_account_of_an_ordinary_user_is_his_own_and_roots_is_a_system_user() -> None:
    found = server_account()
    assert found.uid != 0
    assert (found.name, found.is_other) == (("eventdb", True) if IS_ROOT else (ME, False))


def test_a_system_user_that_cannot_be_made_is_an_error_only_for_root() -> None:
    def use(child: Child) -> None:
        try:
            child.tell(server_account("not a: name").name)
        except ServerError as error:
            child.tell(str(error).replace("\n", " "))

    outcomes = {}
    for person in people():
        child = Child(use, person=person)
        outcomes[person] = child.hear()
        assert child.end() == 0
    for person, outcome in outcomes.items():
        expected = (
            person if account(person).uid else "the system user 'not a: name' that should run it cannot be created"
        )
        assert expected in outcome


def test_windows_is_told_to_set_a_url(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    with pytest.raises(ServerError, match="on Windows: set EVENTDB_URL"):
        EmbeddedServer(home)
