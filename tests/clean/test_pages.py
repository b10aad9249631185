"""Each drawn page is cut into the blocks that stand before its lines, and its header is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.clean import BLOCK_KINDS, blocks, header
from tests.clean.drawn import PAGES, drawn


def ids(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", PAGES, ids=ids)
def test_each_line_of_a_page_is_of_the_kind_drawn_before_it(path: Path) -> None:
    page = drawn(path)
    found = [(block.kind, page.text[block.start : block.stop]) for block in blocks(page.text)]
    assert found == page.blocks


@pytest.mark.parametrize("path", PAGES, ids=ids)
def test_the_header_of_a_page_is_what_is_drawn_above_it(path: Path) -> None:
    page = drawn(path)
    found = header(page.text, blocks(page.text))
    assert {
        "title": found.title or "",
        "publisher": found.publisher or "",
        "authors": "; ".join(found.authors),
        "dateline": found.dateline or "",
        "credits": "; ".join(f"{credit.agency} {credit.kind}" for credit in found.credits),
    } == page.header


def test_the_drawn_pages_use_every_kind_and_no_other() -> None:
    assert {kind for path in PAGES for kind, _ in drawn(path).blocks} == set(BLOCK_KINDS)
