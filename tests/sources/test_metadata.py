"""Metadata beside an article are read strictly: an error says where, what stands there and what would be right."""

from __future__ import annotations

import json
from datetime import date

import pytest

from eventdb.errors import MetadataError
from loaders.sources import Metadata
from loaders.sources.metadata import agreed, metadata
from loaders.sources.sidecars import from_sidecar, front_matter, manifest

DAY = (date(2015, 5, 4), date(2015, 5, 4))


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("2015-05-04", DAY),
        ("2015-05-04T10:00:00Z", DAY),
        ("2015-05-04/2015-05-09", (date(2015, 5, 4), date(2015, 5, 9))),
        ("2015-02", (date(2015, 2, 1), date(2015, 2, 28))),
        ("2015-12", (date(2015, 12, 1), date(2015, 12, 31))),
        ("2015", (date(2015, 1, 1), date(2015, 12, 31))),
    ],
)
def test_a_day_of_publication_is_a_day_a_month_a_year_or_an_interval(words: str, days: tuple[date, date]) -> None:
    assert metadata({"published": words}, "x").published == days


@pytest.mark.parametrize(
    ("key", "value", "right"),
    [
        ("published", "4 May 2015", "2021-03-18"),
        ("published", "2015-02-30", "2021-03-18"),
        ("published", "2015-05-09/2015-05-04", "not after its last"),
        ("published", 2015, "2021-03-18"),
        ("published", "0007-05-04", "2021-03-18"),
        ("url", "example.org/a", "https://example.org/a"),
        ("url", "ftp://example.org/a", "https://example.org/a"),
        ("url", "https://exa mple.org", "https://example.org/a"),
        ("url", "http://[::1", "https://example.org/a"),
        ("authors", {"name": "Ada Obi"}, "list of names"),
        ("authors", "Ada Obi;;Lars Holm", "list of names"),
        ("language", "English!", "en or pt-BR"),
        ("title", ["a"], "word or phrase"),
        ("title", "a\ud800b", r"the same without '\ud800'"),
        ("authors", ["Ada\0Obi"], r"the same without '\x00'"),
        ("url", "https://example.org/\ud800", r"the same without '\ud800'"),
        ("url", "https://example.org/" + "a" * 3000, "at most 2000 characters and not 3020"),
        ("publisher", "A" * 3000, "at most 2000 characters and not 3000"),
    ],
)
def test_a_malformed_value_names_the_field_the_value_and_what_is_right(key: str, value: object, right: str) -> None:
    with pytest.raises(MetadataError) as caught:
        metadata({key: value}, "a.meta.json")
    assert f"a.meta.json: {key}" in str(caught.value)
    assert right in str(caught.value)


def test_an_unknown_key_is_an_error_that_names_it_and_those_that_are_known() -> None:
    with pytest.raises(MetadataError, match="'autor'.*url, publisher, published, authors, language, title"):
        metadata({"autor": "Ada Obi"}, "a.meta.json")


def test_empty_values_are_absent_values() -> None:
    assert metadata({"url": "", "authors": [], "title": None, "publisher": " "}, "x") == Metadata()


def test_json_and_yaml_and_front_matter_say_the_same() -> None:
    expected = Metadata(publisher="AP", published=DAY, authors=("Ada Obi", "Lars Holm"))
    given = {"publisher": "AP", "published": "2015-05-04", "authors": ["Ada Obi", "Lars Holm"]}
    yaml = "publisher: AP\npublished: 2015-05-04\nauthors: [Ada Obi, Lars Holm]\n"
    assert from_sidecar(json.dumps(given), "a.meta.json") == expected
    assert from_sidecar(yaml, "a.meta.yml") == expected
    assert front_matter(f"---\n{yaml}---\nFerry sinks\n", "a.txt") == (expected, "Ferry sinks\n")


@pytest.mark.parametrize(
    "text",
    ["---\nFerry sinks\n---\nIt sank.\n", "----\ntitle: x\n---\n", "Ferry\n---\ntitle: x\n---\n", "---\ntitle: x\n"],
)
def test_a_text_that_only_begins_with_a_rule_stays_whole(text: str) -> None:
    assert front_matter(text, "a.txt") == (Metadata(), text)


@pytest.mark.parametrize(
    ("name", "words", "message"),
    [
        ("a.meta.json", '{"url": 1,}', "a.meta.json, line 1: not JSON"),
        ("a.meta.json", '{"title": "a", "title": "b"}', "title stands twice"),
        ("a.meta.json", "[1]", "keys with values would be right"),
        ("a.meta.yaml", "title: a\nurl: nowhere\n", "a.meta.yaml, line 2: url is 'nowhere'"),
        ("a.meta.yaml", "title: a\ntitle: b\n", "title stands twice"),
        ("a.meta.yaml", "title: [a\n", "not YAML"),
        ("a.meta.yaml", "authors:\n- &a [x]\n- &b [*a, *a]\n", "a.meta.yaml, line 3: *a is an alias"),
        ("a.meta.yaml", "- a\n", "keys with values would be right"),
        ("a.meta.yaml", "? {a: b}\n: c\n", "a.meta.yaml"),
    ],
)
def test_a_malformed_side_file_names_file_and_line(name: str, words: str, message: str) -> None:
    with pytest.raises(MetadataError) as caught:
        from_sidecar(words, name)
    assert message in str(caught.value)


def test_a_long_value_is_shown_by_its_beginning() -> None:
    with pytest.raises(MetadataError) as caught:
        metadata({"published": ["2015"] * 100_000}, "a.meta.json")
    assert len(str(caught.value)) < 400


def test_an_empty_yaml_file_says_nothing() -> None:
    assert from_sidecar("# nothing yet\n", "a.meta.yaml") == Metadata()


def test_a_manifest_has_a_row_a_file_and_a_bad_row_spoils_only_itself() -> None:
    rows = manifest('file,published,authors\na.txt,2015-05-04,"Ada Obi; Lars Holm"\nb.txt,May,\nc.txt,2015\n\n')
    assert rows["a.txt"].given == Metadata(published=DAY, authors=("Ada Obi", "Lars Holm"))
    assert "manifest.csv, line 3: published is 'May'" in str(rows["b.txt"].given)
    assert "manifest.csv, line 4: 2 cells; 3 would be right" in str(rows["c.txt"].given)


def test_a_file_that_stands_twice_in_a_manifest_is_an_error_for_that_file() -> None:
    rows = manifest("file,title\na.txt,x\na.txt,x\n")
    assert "stands in line 2 already" in str(rows["a.txt"].given)


@pytest.mark.parametrize(
    "words",
    ["", "name,title\n", "file,autor\n", "file,file\n", "file\n../a.txt\n", "file\n,x\n", 'file\n"a.txt\n'],
)
def test_a_manifest_without_usable_columns_or_names_is_an_error(words: str) -> None:
    with pytest.raises(MetadataError, match="manifest.csv, line"):
        manifest(words)


def test_two_places_may_repeat_each_other_and_complete_each_other() -> None:
    first, second = Metadata(title="x", publisher="AP"), Metadata(title="x", language="en")
    assert agreed([("a", first), ("b", second)]) == Metadata(title="x", publisher="AP", language="en")


def test_two_places_that_disagree_are_an_error_that_names_both() -> None:
    parts = [("a.meta.json", Metadata(published=DAY)), ("manifest.csv, line 2", Metadata(published=(DAY[0], DAY[0])))]
    assert agreed(parts).published == DAY
    parts.append(("front matter", Metadata(published=(DAY[0], date(2015, 5, 5)))))
    with pytest.raises(MetadataError, match="'2015-05-04' in a.meta.json but '2015-05-04/2015-05-05' in front matter"):
        agreed(parts)
