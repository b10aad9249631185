"""What the environment says: in go EVENTDB_URL, EVENTDB_PASSWORD_FILE and EVENTDB_HOME, out comes one `Settings`.

EVENTDB_LEXICONS, folders of a user's own lexicons, stands apart: reading an article needs no other setting.
Nothing else of eventdb reads the environment. This module opens no connection and makes no folder. No message
and no representation shows a password. Importing it takes a tenth of a second, so import it where it is needed;
SQLAlchemy, which takes longer, is loaded only where there is a URL to take apart.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from eventdb.errors import SettingsError
from eventdb.server.layout import SYSTEM_HOME

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

RIGHT_URL = "postgresql://user:password@host:5432/database"
_DRIVER = "postgresql+psycopg"
_SCHEMES = frozenset({"postgresql", "postgres", _DRIVER})


class Settings(BaseSettings):
    """The settings of a run; read them with `read_settings`."""

    model_config = SettingsConfigDict(env_prefix="EVENTDB_", frozen=True, extra="ignore", hide_input_in_errors=True)

    url: str = Field(
        default="",
        repr=False,
        description="Database to use, any PostgreSQL 15 or newer; empty means the embedded server in `home`.",
    )
    password_file: str = Field(
        default="",
        description="File whose first line is the password for `url`, which then holds none: a container's secret.",
    )
    home: Path = Field(
        default_factory=lambda: default_home(os.environ, is_root=os.geteuid() == 0),
        description=(
            "Folder of the embedded server: $XDG_DATA_HOME/eventdb or ~/.local/share/eventdb; for root "
            f"{SYSTEM_HOME}, because there the server runs as the system user eventdb, who must be able to enter it."
        ),
    )

    @field_validator("url")
    @classmethod
    def _url_is_postgresql(cls, text: str) -> str:
        return normal_url(text) if text.strip() else ""

    @field_validator("home")
    @classmethod
    def _home_is_absolute(cls, path: Path) -> Path:
        return Path(os.path.expandvars(path)).expanduser().absolute()

    @property
    def is_embedded(self) -> bool:
        """Whether the embedded server is used."""
        return not self.url


def lexicon_folders(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """The folders that EVENTDB_LEXICONS names, parted by colons as in PATH; SettingsError where one is none."""
    names = environment.get("EVENTDB_LEXICONS", "").split(os.pathsep)
    folders = tuple(Path(os.path.expandvars(name)).expanduser() for name in names if name)
    for folder in folders:
        if not folder.is_dir():
            raise SettingsError(
                f"EVENTDB_LEXICONS: {folder} is no folder; folders parted by {os.pathsep} would be right"
            )
    return folders


def read_settings() -> Settings:
    """The settings that the environment gives; SettingsError names the variable and what would be right."""
    try:
        settings = Settings()
    except ValidationError as error:
        faults = [f"EVENTDB_{str(fault['loc'][0]).upper()}: {fault['msg']}" for fault in error.errors()]
        raise SettingsError("; ".join(faults).replace("Value error, ", "")) from None
    if not settings.password_file:
        return settings
    return settings.model_copy(update={"url": _with_password(settings.url, Path(settings.password_file))})


def target_url(text: str, password_file: Path | None) -> str:
    """The URL of another database than the environment's; SettingsError says what is wrong with it."""
    try:
        url = normal_url(text)
    except ValueError as error:
        raise SettingsError(f"URL: {error}") from None
    return _with_password(url, password_file) if password_file else url


def _with_password(url: str, file: Path) -> str:
    """The URL with the password that the file holds."""
    from sqlalchemy.engine import make_url

    if not url:
        raise SettingsError("EVENTDB_PASSWORD_FILE is set and EVENTDB_URL is not: the embedded server has no password")
    if make_url(url).password is not None:
        raise SettingsError("EVENTDB_URL has a password and EVENTDB_PASSWORD_FILE is set: leave one of them out")
    password = _first_line("EVENTDB_PASSWORD_FILE", file)
    return make_url(url).set(password=password).render_as_string(hide_password=False)


def _first_line(variable: str, file: Path) -> str:
    """The password that a file holds; SettingsError names the variable that named the file."""
    try:
        password = file.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise SettingsError(f"{variable} {file} cannot be read: {reason}") from None
    if not password:
        raise SettingsError(f"{variable} {file} has an empty first line; the password would be right")
    return password


def role_passwords(environment: Mapping[str, str], duties: Iterable[str]) -> dict[str, str]:
    """The passwords that EVENTDB_READER_PASSWORD, or EVENTDB_READER_PASSWORD_FILE, and so on give, by duty."""
    found: dict[str, str] = {}
    for duty in duties:
        variable = f"EVENTDB_{duty.upper()}_PASSWORD"
        said, file = environment.get(variable, ""), environment.get(f"{variable}_FILE", "")
        if said and file:
            raise SettingsError(f"{variable} and {variable}_FILE are set: leave one of them out")
        if said or file:
            found[str(duty)] = said or _first_line(f"{variable}_FILE", Path(file))
    return found


def default_home(environment: Mapping[str, str], *, is_root: bool) -> Path:
    """The home if none is set; SettingsError if the user has no folder of his own."""
    if is_root:
        return SYSTEM_HOME
    data = environment.get("XDG_DATA_HOME", "")
    if data.startswith("/"):  # the XDG specification says that a relative path is to be ignored
        return Path(data) / "eventdb"
    try:
        return Path.home() / ".local" / "share" / "eventdb"
    except RuntimeError:
        raise SettingsError("EVENTDB_HOME: this user has no home folder; set it to a folder for the database") from None


def normal_url(text: str) -> str:
    """The URL as SQLAlchemy wants it; ValueError, without the password, names the part that is wrong."""
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(text.strip())
        _check(url)
    except (ArgumentError, ValueError) as error:
        reason = str(error) if isinstance(error, _UrlError) else "this is no URL of a database"
        raise ValueError(f"{reason} (got {redacted(text)}); right would be {RIGHT_URL}") from None
    return url.set(drivername=_DRIVER).render_as_string(hide_password=False)


class _UrlError(ValueError):
    """What is wrong with a URL, in words without any part of the password."""


def _check(url: URL) -> None:
    if url.drivername not in _SCHEMES:
        raise _UrlError("the scheme must be postgresql")
    if not url.database:
        raise _UrlError("the name of the database is missing after the host")
    if url.port is not None and not 0 < url.port < 65536:
        raise _UrlError("the port must lie between 1 and 65535")
    if re.search(r"[@#\s]", url.host or ""):
        raise _UrlError("characters such as # / @ : in a password must be percent-encoded (# is %23)")


def conninfo(url: str) -> str:
    """The same URL for psycopg, psql and pg_dump, which know no driver in the scheme and no space but %20."""
    address, mark, options = url.replace(f"{_DRIVER}://", "postgresql://", 1).partition("?")
    return (address + mark + options.replace("+", "%20")).replace(" ", "%20")


def without_password(url: str) -> tuple[str, str]:
    """The URL without its password, and the password; empty where there is none."""
    from sqlalchemy.engine import make_url

    parsed = make_url(url)
    asked = parsed.query.get("password", "")
    password = parsed.password or (asked if isinstance(asked, str) else asked[-1])
    bare = parsed._replace(password=None).difference_update_query(["password"])
    return bare.render_as_string(hide_password=False), str(password)


def program_environment(password: str) -> dict[str, str]:
    """The environment of a program of PostgreSQL: ours, so that it finds certificates, and the password if any."""
    return os.environ | ({"PGPASSWORD": password} if password else {})


def redacted(text: str) -> str:
    """The URL as users write it, however malformed, with `***` for all that could be its password."""
    text = text.replace(f"{_DRIVER}://", "postgresql://", 1)
    head, at, rest = text.rpartition("@")
    if at:
        shown = re.match(r"(?:[\w+.-]*:/+)?[^:@/]*", head)
        text = f"{shown.group() if shown else ''}{':***' if shown and shown.group() != head else ''}@{rest}"
    else:
        text = re.sub(r"(://[^:/?]*:)(?!\d{1,5}(?:[/?]|$))[^/?]*", r"\1***", text)
    return re.sub(r"(?i)(password=)[^&]*", r"\1***", text)
