"""What a real browser makes of the page: all of it drawn, nothing asked for, nothing run, for every screen and hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from eventdb.pictures import Contents, page
from tests.pictures.drawn import HOSTILE, hostile_story
from tests.views.given import Given, key

Opened = Callable[..., Page]
Pictured = Callable[..., Contents]

ONLY_ITSELF = ["request: page.html"]
PHONE = {"width": 360, "height": 740}
VISIBLE = "all => all.filter(each => each.getBoundingClientRect().width > 0).length"
NO_SCROLL = "document.documentElement.scrollWidth <= window.innerWidth"


def test_every_row_has_its_mark_and_the_browser_has_nothing_to_say(opened: Opened, story: Contents) -> None:
    shown = opened(story)
    tolls = sum(len(some.rows) for _, some in story.tolls)
    expected = {
        ".timeline .strip .mark": len(story.dated.rows),
        ".undated a": len(story.undated.rows),
        ".matrix tbody tr": len(story.standings.rows),
        ".chip": len(story.positions),
        ".casualties li .strip": tolls,
        ".casualties .strip .claim": len(story.claims),
        ".casualties li .badge": 1,
        ".map a .spot": len(story.spots.rows),
        ".arcs a .arc": len(story.pairs.rows),
        ".evidence article": len(story.events),
    }
    assert all(expected.values())
    assert {marks: shown.eval_on_selector_all(marks, VISIBLE) for marks in expected} == expected
    assert shown.told == ONLY_ITSELF  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "mark", [".timeline a.line", ".chip", ".casualties .strip a", ".map.wide a:has(.vague)", ".arcs.wide a"]
)
def test_a_mark_leads_to_words_that_are_then_seen(opened: Opened, story: Contents, mark: str) -> None:
    shown = opened(story)
    link = shown.locator(mark).first
    address = link.get_attribute("href") or ""
    link.focus()
    shown.keyboard.press("Enter")
    assert shown.evaluate("location.hash") == address
    target = shown.locator(address)
    assert shown.evaluate("a => document.querySelector(a).getBoundingClientRect().top < innerHeight", address)
    words = target.locator("xpath=ancestor-or-self::*[.//mark or self::tr][1]")
    assert words.inner_text()


def test_a_mark_of_several_events_opens_the_table_that_leads_on(
    given: Given, pictured: Pictured, opened: Opened
) -> None:
    given("""
        place | country | latitude | longitude
        Doha  | QA      | 25.29    | 51.53

        report | article | type          | starts     | place
        talks  | a1      | consult.talks | 2021-03-18 | Doha
        visit  | a1      | consult.visit | 2021-03-19 | Doha
    """)
    shown = opened(pictured())
    shown.locator(".map.wide a").focus()
    shown.keyboard.press("Enter")
    row = shown.locator("tr:has(#place-0)")
    assert row.is_visible()
    assert set(row.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href'))")) == {
        f"#e{key('talks')}",
        f"#e{key('visit')}",
    }


def test_hostile_words_run_nothing_load_nothing_and_break_no_layout(
    given: Given, pictured: Pictured, opened: Opened
) -> None:
    for number, words in enumerate(HOSTILE):
        given(hostile_story(words, number))
    shown = opened(pictured(), viewport=PHONE)
    assert shown.told == ONLY_ITSELF  # type: ignore[attr-defined]
    assert shown.evaluate("window.evil === undefined")
    assert shown.locator("script, iframe, img, link, object, embed, form, base, foreignObject").count() == 0
    assert shown.evaluate(NO_SCROLL)
    assert shown.locator(".evidence article").count() >= len(HOSTILE)


def test_even_markup_that_got_through_would_run_nothing(opened: Opened, story: Contents) -> None:
    got_through = "<script>window.evil=1</script><img src=x onerror=window.evil=1><style>body{display:none}</style>"
    shown = opened(page(story).replace("<h1>", got_through + "<h1>"))
    assert shown.evaluate("window.evil === undefined")
    assert shown.locator("h1").is_visible()
    assert "Content Security Policy" in "".join(shown.told)  # type: ignore[attr-defined]


def test_a_phone_shows_all_without_scrolling_sideways(opened: Opened, story: Contents) -> None:
    shown = opened(story, viewport=PHONE)
    assert shown.evaluate(NO_SCROLL)
    assert shown.eval_on_selector_all(".map a .spot", VISIBLE) == len(story.spots.rows)
    assert shown.eval_on_selector_all(".arcs a .arc", VISIBLE) == len(story.pairs.rows)
    small = "all => all.filter(e => e.getBoundingClientRect().width && parseFloat(getComputedStyle(e).fontSize) < 9)"
    assert shown.eval_on_selector_all("main *", f"{small}.map(e => e.outerHTML)") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_checks_of_accessibility_find_nothing(opened: Opened, story: Contents, scheme: str) -> None:
    shown = opened(story, color_scheme=scheme)
    shown.eval_on_selector_all("details", "all => all.forEach(each => each.open = true)")
    found = Axe().run(shown).response["violations"]
    assert [(each["id"], [node["html"][:120] for node in each["nodes"]][:3]) for each in found] == []


def test_dark_and_light_differ_as_the_reader_s_system_does(opened: Opened, story: Contents) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    papers = [opened(story, color_scheme=scheme).evaluate(paper) for scheme in ("light", "dark")]
    assert papers[0] == "rgb(255, 255, 255)"
    assert papers[0] != papers[1]


def test_the_keyboard_skips_to_the_pictures(opened: Opened, story: Contents) -> None:
    shown = opened(story)
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.className") == "skip"
    assert shown.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
    shown.keyboard.press("Enter")
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.closest('main') !== null")
    outline = shown.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_paper_has_the_pictures_and_the_words_without_the_way_around(opened: Opened, story: Contents) -> None:
    shown = opened(story, color_scheme="dark", viewport={"width": 680, "height": 1000})
    shown.emulate_media(media="print", color_scheme="dark")
    assert not shown.locator("nav").is_visible()
    assert shown.locator(".map.wide").is_visible()
    assert shown.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert len(shown.pdf()) > 10_000
