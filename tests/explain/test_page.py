"""The page stands alone and holds whatever an article says: markup in it is words, and nothing is ever loaded."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from eventdb.markup import Markup, joined, tag
from loaders.explain import Explanation, explain, page
from loaders.sources import Document
from loaders.sources.metadata import Metadata

USED = """
html head meta title style body nav h1 h2 h3 ol ul li a div main aside header p span b i code section details summary
"""
TAGS = frozenset(USED.split())
ATTRIBUTES = frozenset(
    ("class", "id", "href", "title", "charset", "name", "content", "http-equiv", "lang", "data-mood")
)
HOSTILE = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<svg/onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "<style>body{display:none}</style>",
    "<link rel=stylesheet href=//evil.example/a.css>",
    "</p></div></body></html><iframe src=//evil.example>",
    "<!-- <details open ontoggle=alert(1)> -->",
    "javascript:alert(1)",
    "expression(alert(1)); background:url(//evil.example)",
    "&lt;script&gt; &#60;b&#62;",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "{{7*7}} ${7*7} <%= 7 %>",
    "\u202eevil\u2066 \x1b[31mred \x07",
]


class Reader(HTMLParser):
    """What a browser would take for tags, attributes and words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.open += [] if tag == "meta" else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data if self.open[-1:] != ["style"] else ""


def article(words: str) -> Explanation:
    text = (
        f"Togo hosts {words} talks\n\nBy Ana {words}\n\nLOME, May 4, 2022 -- Togo {words} will host a summit in Lome."
        f"\n\n{words}\n\nGunmen {words} killed five {words} guards, said Ana {words}.\n\n"
        "Togo will host a summit in Lome.\n\nGunmen killed five guards.\n"
    )
    metadata = Metadata(title=words, publisher=words, url=words, authors=(words,))
    return replace(explain((words, Document(text, "utf-8", "en", metadata))), file=words)


def read(markup: str) -> Reader:
    reader = Reader()
    reader.feed(markup)
    reader.close()
    return reader


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_in_an_article_is_words(words: str) -> None:
    reader = read(page([article(words), article("plain")]))
    assert reader.open == []
    assert {name for name, _ in reader.tags} <= TAGS
    assert {key for _, attributes in reader.tags for key in attributes} <= ATTRIBUTES
    assert [name for name, _ in reader.tags].count("style") == 1
    shown = words.translate(dict.fromkeys(map(ord, "\u202e\u2066\x1b\x07"), "\ufffd"))
    assert shown in reader.words


@pytest.mark.parametrize("words", HOSTILE)
def test_every_address_is_an_anchor_of_the_page_that_is_there(words: str) -> None:
    tags = read(page([article(words), article("plain")])).tags
    anchors = {attributes["id"] for _, attributes in tags if "id" in attributes}
    addresses = [attributes["href"] or "" for _, attributes in tags if "href" in attributes]
    assert addresses
    assert [address for address in addresses if address[0] != "#" or address[1:] not in anchors] == []


def test_no_id_stands_twice() -> None:
    ids = [
        attributes["id"] for _, attributes in read(page([article("one"), article("two")])).tags if "id" in attributes
    ]
    assert len(ids) == len(set(ids))


def test_the_policy_lets_nothing_in_but_the_page_s_own_style() -> None:
    written = page([article("plain")])
    (sheet,) = re.findall(r"<style>(.*?)</style>", written, re.S)
    digest = b64encode(sha256(sheet.encode()).digest()).decode()
    (policy,) = [each["content"] or "" for _, each in read(written).tags if each.get("http-equiv")]
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    assert not re.search(r"url\(|@import|https?:|//", sheet.replace("/*", "").replace("*/", ""))


def test_masks_have_their_colour_and_facts_their_event() -> None:
    tags = read(page([article("plain")])).tags
    classes = {name for _, attributes in tags for name in (attributes.get("class") or "").split()}
    assert classes >= {"actor", "verb", "event", "place", "people", "found", "title", "body", "card", "badge"}
    assert "planned" in {attributes.get("data-mood") for _, attributes in tags}


def test_a_child_is_escaped_unless_it_is_markup() -> None:
    assert tag("p", "<b>", Markup("<i>"), None, ["&"], title='"') == '<p title="&quot;">&lt;b&gt;<i>&amp;</p>'
    assert joined(["<", tag("b")]) == "&lt;<b></b>"
