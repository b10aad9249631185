"""A database for drawn rows, and a headless Chromium for the pages that are made of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from eventdb.pictures import Asked, Contents, Limits, page, read
from tests.conftest import conninfo
from tests.pictures.drawn import STORY
from tests.views.given import Given

FLAGS = ("--no-sandbox", "--disable-background-networking")
MUST_BE_THERE = "EVENTDB_TEST_BROWSER"
"""Set where a missing browser is a fault and no reason to skip."""


@pytest.fixture
def pictured(link: psycopg.Connection[Any]) -> Callable[..., Contents]:
    """What a page shows of the rows that are there."""

    def read_all(asked: Asked | None = None, limits: Limits | None = None) -> Contents:
        return read(link, asked or Asked(), limits)

    return read_all


@pytest.fixture(scope="session")
def story(drawn_url: str) -> Contents:
    """The rows of a story with something for every picture."""
    with psycopg.connect(conninfo(drawn_url)) as opened:
        given = Given(opened)
        given(STORY)
        contents = read(opened, Asked())
        opened.rollback()
    return contents


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, or whatever goes by that name here."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        assert not os.environ.get(MUST_BE_THERE), "chromium is not installed; on Debian: apt-get install chromium"
        pytest.skip("chromium is not installed; on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens a page from a file; whatever the browser says or asks for is kept in `page.told`."""
    contexts = []

    def open_page(contents: Contents | str, **options: Any) -> Page:
        options = {"viewport": {"width": 1200, "height": 900}, "reduced_motion": "reduce", **options}
        contexts.append(context := chromium.new_context(**options))
        shown = context.new_page()
        told: list[str] = []
        shown.on("console", lambda message: told.append(f"console: {message.text}"))
        shown.on("pageerror", lambda error: told.append(f"error: {error}"))
        shown.on("dialog", lambda dialog: (told.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        shown.on("request", lambda request: told.append(f"request: {request.url[-9:]}"))
        context.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
        file = tmp_path / "page.html"
        file.write_text(contents if isinstance(contents, str) else page(contents), encoding="utf-8")
        shown.goto(file.as_uri())
        shown.told = told  # type: ignore[attr-defined]
        return shown

    yield open_page
    for context in contexts:
        context.close()
