"""A page of HTML gives its article's words and what it says of itself, and nothing else of the page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from loaders.extract import extract
from loaders.facts import Day
from loaders.sources import Document, Metadata, Page, Rejection, document
from loaders.sources.met import source
from tests.sources.making import found, met, page

TEXT = """Envoys meet in Muscat

Envoys of Qatar and Oman met in Muscat’s old fort on Thursday, officials said, to prepare the conference there.

An attack on Tuesday killed at least 12 people and wounded three others, the ministry said in a statement."""
DAY = date(2021, 3, 18)
SAID = Metadata(
    url="https://gulfpost.example/envoys-meet",
    publisher="The Gulf Post",
    published=(DAY, DAY),
    authors=("Salma Rahbi",),
    title="Envoys meet in Muscat",
)


def of(raw: bytes, about: Page | None = None, known: Metadata | None = None) -> Document | Rejection:
    return document(source(Path("a.html"), "a.html", raw, known or Metadata(), page=about or Page()))


def read(raw: bytes, about: Page | None = None, known: Metadata | None = None) -> Document:
    found = of(raw, about, known)
    assert isinstance(found, Document), found
    return found


def test_the_text_is_headline_and_body_without_menus_and_scripts() -> None:
    assert read(page()).text == TEXT
    assert read(page()).metadata == SAID


def test_evidence_lies_in_the_text_that_is_kept() -> None:
    found = read(page())
    facts = extract(found.text, metadata=found.metadata)
    (attack,) = [event for event in facts.events if event.figures]
    assert {found.text[figure.start : figure.stop] for figure in attack.figures} == {
        "killed at least 12 people",
        "wounded three others",
    }
    assert facts.published.first == facts.published.last == Day(2021, 3, 18)


@pytest.mark.parametrize(
    ("charset", "sent"),
    [("utf-8", None), ("windows-1252", None), ("windows-1252", "iso-8859-1"), ("utf-16", None), ("gb18030", "gb2312")],
)
def test_a_page_is_read_in_the_encoding_that_it_or_its_server_declares(charset: str, sent: str | None) -> None:
    assert read(page(charset), Page(charset=sent)).text == TEXT


@pytest.mark.parametrize("name", ["punycode", "rot13", "zip", "undefined", "no-such-charset", "unicode_escape"])
def test_an_odd_name_of_an_encoding_is_not_obeyed(name: str) -> None:
    raw = page("windows-1252").replace(b"windows-1252", name.encode())
    assert read(raw, Page(charset=name)).text == TEXT


def test_what_is_known_beside_a_page_wins() -> None:
    known = Metadata(publisher="AP", title="Talks")
    assert read(page(), known=known).metadata == Metadata(SAID.url, "AP", SAID.published, SAID.authors, None, "Talks")


def test_metadata_beside_a_saved_page_reach_it(tmp_path: Path) -> None:
    (tmp_path / "a.htm").write_bytes(page())
    (tmp_path / "a.meta.json").write_text('{"publisher": "AP"}')
    (source,) = found(tmp_path)
    assert source.metadata == Metadata(publisher="AP")
    assert source.page == Page()


def test_the_address_of_a_copy_on_another_host_is_its_own() -> None:
    assert read(page(), Page(address="https://mirror.example/1")).metadata.url == "https://mirror.example/1"
    assert read(page(), Page(address="https://www.gulfpost.example/1?from=feed")).metadata.url == SAID.url
    bare = page().replace(b'rel="canonical"', b"")
    assert read(bare, Page(address="https://gulfpost.example/1")).metadata.url == "https://gulfpost.example/1"


def test_a_day_after_the_page_was_fetched_is_none() -> None:
    assert read(page(), Page(fetched=date(2021, 3, 18))).metadata.published == (DAY, DAY)
    assert read(page(), Page(fetched=date(2021, 3, 17))).metadata.published is None


@pytest.mark.parametrize(
    ("stated", "first", "last"),
    [
        ("2021-03-01", date(2021, 3, 1), date(2021, 3, 1)),
        ("2021-03", date(2021, 3, 1), date(2021, 3, 31)),
        ("March 1, 2021", date(2021, 3, 1), date(2021, 3, 1)),
        ("1 March 2021", date(2021, 3, 1), date(2021, 3, 1)),
        ("18th of March, 2021", DAY, DAY),
        ("18/03/2021 06:00", DAY, DAY),
    ],
)
def test_a_month_is_no_day_and_none_comes_from_the_clock(stated: str, first: date, last: date) -> None:
    assert read(page().replace(b"2021-03-18T09:30:00Z", stated.encode())).metadata.published == (first, last)


def test_what_a_page_says_wrongly_of_itself_is_absent() -> None:
    odd = page().replace(b"The Gulf Post", b"x" * 3000).replace(b"Envoys meet in Muscat", b"Envoys meet")
    assert read(odd).metadata.publisher is None
    assert read(odd).metadata.title == "Envoys meet"


@pytest.mark.parametrize(
    "raw",
    [
        b"<html><body></body></html>",
        b"<html>" + b"<div>" * 20_000,
        b"<html><body><script>var a = 'Ninety people were killed in Atlantis.'</script></body></html>",
        b"<!doctype html><html><body><!-- <p>Ninety people were killed.</p> --></body></html>",
        b"<html>\xff\xfe\xfd" + bytes(range(128, 256)) * 20,
        b"<html><p>\0</p>",
        b"",
        b"  ",
    ],
)
def test_a_page_without_an_article_is_rejected(raw: bytes) -> None:
    found = of(raw)
    assert isinstance(found, Rejection)
    assert found.reason_code in ("no_body", "undecodable", "nul_bytes", "empty", "only_space")


def test_entities_of_a_document_type_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("The password is swordfish.")
    head = f'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
    raw = head.encode() + page().partition(b"\n")[2].replace(b"An attack", b"&x; An attack")
    assert "swordfish" not in read(raw).text
    assert "killed at least 12 people" in read(raw).text


def test_a_page_in_another_language_is_rejected() -> None:
    words = "Les envoyés de l'Oman se sont réunis dans la ville pour préparer la conférence. " * 9
    found = of(f"<html><body><article><p>{words}</p></article></body></html>".encode())
    assert isinstance(found, Rejection)
    assert found.reason_code == "not_english"


def test_a_page_without_a_suffix_is_told_by_its_first_bytes(tmp_path: Path) -> None:
    (tmp_path / "saved").write_bytes(b"\xef\xbb\xbf\n" + page())
    (saved,) = found(tmp_path / "saved")
    assert saved.page == Page()


def test_without_its_packages_a_page_is_rejected_and_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loaders.sources.pages.find_spec", lambda name: None)
    (tmp_path / "a.warc").write_bytes(b"WARC/1.0\r\n")
    (crawl,) = met(tmp_path)
    rejected = of(page())
    assert isinstance(crawl, Rejection)
    assert isinstance(rejected, Rejection)
    assert crawl.reason == rejected.reason
    assert "pip install 'eventdb[web]'" in crawl.reason
