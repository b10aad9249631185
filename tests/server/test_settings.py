"""What the environment may say, and what is said back when it is wrong."""

from __future__ import annotations

from pathlib import Path

import psycopg.conninfo
import pydantic
import pytest

from eventdb.errors import SettingsError
from eventdb.session import engine
from eventdb.settings import (
    Settings,
    conninfo,
    default_home,
    normal_url,
    read_settings,
    redacted,
    role_passwords,
    without_password,
)
from tests.server.people import IS_ROOT

RIGHT = [
    # as set                                         as used
    ("", ""),
    ("   ", ""),
    ("postgres://ann@db.example/news", "postgresql+psycopg://ann@db.example/news"),
    ("postgresql://ann:pw@db.example:5433/news", "postgresql+psycopg://ann:pw@db.example:5433/news"),
    ("postgresql+psycopg://ann:p%40w@[::1]/news", "postgresql+psycopg://ann:p%40w@[::1]/news"),
    ("postgresql:///news?host=/run/pg", "postgresql+psycopg:///news?host=%2Frun%2Fpg"),
    ("postgresql://ann@h/news?sslmode=require", "postgresql+psycopg://ann@h/news?sslmode=require"),
    ("postgresql://ann:se#cr/et@h/news", "postgresql+psycopg://ann:se%23cr%2Fet@h/news"),
]

WRONG = [
    # as set                                         what is said
    ("mysql://ann:s3cret@h/news", "the scheme must be postgresql"),
    ("postgresql+asyncpg://ann:s3cret@h/news", "the scheme must be postgresql"),
    ("postgresql://ann:s3cret@h", "the name of the database is missing"),
    ("postgresql://ann:s3cret@h/", "the name of the database is missing"),
    ("postgresql://ann:s3cret@h:99999/news", "the port must lie between 1 and 65535"),
    ("postgresql://ann:s3cret@h:port/news", "this is no URL of a database"),
    ("postgresql://ann:s3cret/news", "this is no URL of a database"),
    ("postgresql://ann:x@s3cret@h/news", "characters such as # / @ : in a password must be percent-encoded"),
    ("postgresql:/ann:s3cret@h/news", "this is no URL of a database"),
    ("ann:s3cret@h/news", "this is no URL of a database"),
    ("news.db", "this is no URL of a database"),
]


@pytest.mark.parametrize(("given", "used"), RIGHT)
def test_a_url_is_made_uniform(monkeypatch: pytest.MonkeyPatch, given: str, used: str) -> None:
    monkeypatch.setenv("EVENTDB_URL", given)
    settings = read_settings()
    assert settings.url == used
    assert settings.is_embedded == (used == "")


@pytest.mark.parametrize(("given", "said"), WRONG)
def test_a_malformed_url_is_an_error_that_says_what_is_right_and_no_password(
    monkeypatch: pytest.MonkeyPatch, given: str, said: str
) -> None:
    monkeypatch.setenv("EVENTDB_URL", given)
    with pytest.raises(SettingsError) as caught:
        read_settings()
    message = str(caught.value)
    assert message.startswith(f"EVENTDB_URL: {said}")
    assert message.endswith("right would be postgresql://user:password@host:5432/database")
    assert "s3cret" not in message
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("postgresql://ann:pw@h:5432/news", "postgresql://ann:***@h:5432/news"),
        ("postgresql://ann:p:w/@x@h/news", "postgresql://ann:***@h/news"),
        ("postgresql://ann@h/news", "postgresql://ann@h/news"),
        ("postgresql://h:5432/news", "postgresql://h:5432/news"),
        ("postgresql://ann:pw", "postgresql://ann:***"),
        ("postgresql://h/news?user=ann&password=pw&x=1", "postgresql://h/news?user=ann&password=***&x=1"),
        ("", ""),
    ],
)
def test_a_shown_url_has_no_password(given: str, shown: str) -> None:
    assert redacted(given) == shown


def test_settings_do_not_show_the_url_and_cannot_be_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENTDB_URL", "postgresql://ann:s3cret@h/news")
    settings = read_settings()
    assert "s3cret" not in f"{settings!r} {settings}"
    with pytest.raises(pydantic.ValidationError):
        settings.url = "postgresql://h/other"  # type: ignore[misc]


def test_psycopg_and_psql_get_the_same_url_without_a_driver() -> None:
    text = conninfo("postgresql+psycopg://ann:p%40w@h:5433/news?sslmode=require")
    assert text == "postgresql://ann:p%40w@h:5433/news?sslmode=require"
    assert psycopg.conninfo.conninfo_to_dict(text)["password"] == "p@w"


@pytest.mark.parametrize(
    ("environment", "is_root", "home"),
    [
        ({}, True, "/var/lib/eventdb"),
        ({"XDG_DATA_HOME": "/data"}, True, "/var/lib/eventdb"),
        ({"XDG_DATA_HOME": "/data"}, False, "/data/eventdb"),
        ({"XDG_DATA_HOME": "relative"}, False, "~/.local/share/eventdb"),
        ({}, False, "~/.local/share/eventdb"),
    ],
)
def test_the_default_home_is_the_users_data_folder_and_roots_a_system_folder(
    environment: dict[str, str], is_root: bool, home: str
) -> None:
    assert default_home(environment, is_root=is_root) == Path(home).expanduser()


def test_the_default_home_is_used_unless_another_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EVENTDB_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert read_settings().home == Path("/var/lib/eventdb" if IS_ROOT else "/data/eventdb")
    monkeypatch.setenv("EVENTDB_HOME", "~/news")
    assert read_settings().home == Path.home() / "news"
    monkeypatch.setenv("EVENTDB_HOME", "news")
    assert read_settings().home == Path.cwd() / "news"


def test_the_description_of_the_home_says_why_roots_differs() -> None:
    said = Settings.model_fields["home"].description or ""
    assert "/var/lib/eventdb" in said and "system user eventdb" in said


def test_spaces_in_a_url_reach_postgresql_as_spaces() -> None:
    written = "postgresql://ada:two%20words@host/db?options=-c%20role%3Dreader"
    assert conninfo(normal_url(written)) == written
    assert psycopg.conninfo.conninfo_to_dict(conninfo(normal_url(written)))["password"] == "two words"


def test_what_a_url_says_of_tls_reaches_the_driver_and_the_programs() -> None:
    written = "postgresql://ann@h/news?sslmode=verify-full&sslrootcert=/etc/ca.pem&sslcert=/c.pem&sslkey=/k.pem"
    tls = {"sslmode": "verify-full", "sslrootcert": "/etc/ca.pem", "sslcert": "/c.pem", "sslkey": "/k.pem"}
    made = engine(written)
    assert tls.items() <= made.dialect.create_connect_args(made.url)[1].items()
    for handed_on in (conninfo(normal_url(written)), conninfo(without_password(normal_url(written))[0])):
        assert tls.items() <= psycopg.conninfo.conninfo_to_dict(handed_on).items()


@pytest.mark.parametrize("url", ["postgresql://ann:s3cret@h/news", "postgresql://ann@h/news?password=s3cret"])
def test_a_password_can_be_taken_out_of_a_url(url: str) -> None:
    assert without_password(url) == ("postgresql://ann@h/news", "s3cret")


def test_passwords_of_roles_come_from_the_environment_or_from_files(tmp_path: Path) -> None:
    (tmp_path / "reader").write_text("s3cret\n")
    duties, file = ("owner", "loader", "reader"), str(tmp_path / "reader")
    environment = {"EVENTDB_OWNER_PASSWORD": "of the owner", "EVENTDB_READER_PASSWORD_FILE": file}
    assert role_passwords(environment, duties) == {"owner": "of the owner", "reader": "s3cret"}
    with pytest.raises(SettingsError, match="EVENTDB_READER_PASSWORD and EVENTDB_READER_PASSWORD_FILE are set"):
        role_passwords({**environment, "EVENTDB_READER_PASSWORD": "other"}, duties)
    with pytest.raises(SettingsError, match="EVENTDB_READER_PASSWORD_FILE .* cannot be read"):
        role_passwords({"EVENTDB_READER_PASSWORD_FILE": "/nowhere"}, duties)
