"""The password of EVENTDB_URL can come from a file, as containers get their secrets."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from eventdb.errors import SettingsError
from eventdb.settings import read_settings

PASSWORDS = [
    # in the file                  the password
    ("quiet-harbour\n", "quiet-harbour"),
    ("quiet-harbour", "quiet-harbour"),
    ("p@ss:/w#rd ?\r\n", "p@ss:/w#rd ?"),
    ("quiet-harbour\nloud-harbour\n", "quiet-harbour"),
]

WRONG = [
    # EVENTDB_URL                      in the file   what is said
    ("", "quiet\n", "EVENTDB_PASSWORD_FILE is set and EVENTDB_URL is not"),
    ("postgresql://ann:s3cret@h/news", "quiet\n", "EVENTDB_URL has a password and EVENTDB_PASSWORD_FILE is set"),
    ("postgresql://ann@h/news", "\nquiet\n", "has an empty first line"),
    ("postgresql://ann@h/news", None, "cannot be read: No such file or directory"),
]


def set_up(monkeypatch: pytest.MonkeyPatch, folder: Path, url: str, content: str | None) -> None:
    if content is not None:
        (folder / "secret").write_text(content, encoding="utf-8", newline="")
    monkeypatch.setenv("EVENTDB_URL", url)
    monkeypatch.setenv("EVENTDB_PASSWORD_FILE", str(folder / "secret"))


@pytest.mark.parametrize(("content", "password"), PASSWORDS)
def test_the_first_line_of_the_file_is_the_password(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str, password: str
) -> None:
    set_up(monkeypatch, tmp_path, "postgresql://ann@h/news", content)
    settings = read_settings()
    assert make_url(settings.url).password == password
    assert password not in repr(settings)


@pytest.mark.parametrize(("url", "content", "said"), WRONG)
def test_a_password_file_that_does_not_fit_is_an_error_without_any_password(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, url: str, content: str | None, said: str
) -> None:
    set_up(monkeypatch, tmp_path, url, content)
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert said in str(caught.value)
    assert "s3cret" not in str(caught.value)


def test_an_empty_setting_means_no_password_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENTDB_URL", "postgresql://ann@h/news")
    monkeypatch.setenv("EVENTDB_PASSWORD_FILE", "")
    assert make_url(read_settings().url).password is None
