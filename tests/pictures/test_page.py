"""The page holds what the rows say, leads from marks to words, counts what it leaves out, and obeys no article."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from datetime import date
from hashlib import sha256

import psycopg
import pytest

from eventdb.errors import UsageError
from eventdb.pictures import Asked, Contents, Limits, page
from tests.explain.test_page import Reader, read
from tests.pictures.drawn import HOSTILE, STORY, hostile_story
from tests.views.given import Given, key

Pictured = Callable[..., Contents]

USED = """
html head meta title style body a header nav main section footer h1 h2 h3 p ul ol li div span b small table caption
thead tbody tr th td details summary figure figcaption article blockquote cite mark ins del
svg desc g path circle rect line text
"""
RUNNING = re.compile("on|style$|src|srcset$|action$|formaction$|xlink")


def hrefs(shown: Reader) -> list[str]:
    return [attributes["href"] or "" for _, attributes in shown.tags if "href" in attributes]


def ids(shown: Reader) -> list[str]:
    return [attributes["id"] or "" for _, attributes in shown.tags if "id" in attributes]


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_in_an_article_is_words(given: Given, pictured: Pictured, words: str) -> None:
    given(hostile_story(words))
    shown = read(page(pictured()))
    assert shown.open == []
    assert {name for name, _ in shown.tags} <= set(USED.split())
    assert [key for _, attributes in shown.tags for key in attributes if RUNNING.match(key)] == []
    assert [address for address in hrefs(shown) if address[0] != "#" or address[1:] not in ids(shown)] == []
    assert [name for name, _ in shown.tags].count("style") == 1
    seen = words.translate(dict.fromkeys(map(ord, "\u202e\u2066\x1b\x07"), "\ufffd"))
    assert seen in " ".join(shown.words.split())


def test_every_address_is_an_anchor_of_the_page_and_no_anchor_stands_twice(story: Contents) -> None:
    shown = read(page(story))
    assert len(ids(shown)) == len(set(ids(shown)))
    assert {address[1:] for address in hrefs(shown)} <= set(ids(shown))
    assert [address for address in hrefs(shown) if not address.startswith("#")] == []


def test_marks_lead_to_the_words_of_their_own_fact(story: Contents) -> None:
    facts = {fact.fact_id: fact for fact in story.facts}
    assert {each.fact_id for each in (*story.positions, *story.claims)} <= facts.keys()
    (waver,) = [each for each in story.positions if each.position == "undecided"]
    told = facts[waver.fact_id]
    assert (told.quote, told.said_by, told.title) == ("Rebels undecided", "Rebels", "Guests waver")
    assert (told.file, told.published, told.rule) == ("a2.txt", "2021-03-13/2021-03-15", "drawn")
    assert f'href="#f{waver.fact_id}"' in page(story)


def test_the_policy_lets_nothing_in_but_the_page_s_own_style(story: Contents) -> None:
    written = page(story)
    (sheet,) = re.findall(r"<style>(.*?)</style>", written, re.S)
    (policy,) = [each["content"] or "" for _, each in read(written).tags if each.get("http-equiv")]
    digest = b64encode(sha256(sheet.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:;")
    assert not re.search(r"url\(|@import|https?:|//", sheet)


def test_the_same_rows_give_the_same_bytes_in_whatever_order_they_were_written(
    given: Given, pictured: Pictured, story: Contents
) -> None:
    tables = [table.splitlines() for table in STORY.strip("\n").split("\n\n")]
    articles = "\n".join([tables[1][0], *reversed(tables[1][1:])])
    given("\n\n".join([articles, *("\n".join(table) for table in tables if table != tables[1])]))
    assert page(pictured()) == page(story)


def test_the_meeting_most_is_told_about_is_chosen_and_another_can_be(given: Given, pictured: Pictured) -> None:
    given(STORY)
    chosen, other = pictured(), pictured(Asked(event_id=key("summit")))
    assert chosen.conference and chosen.conference.event_id == key("conference")
    assert [each.actor for each in chosen.standings.rows] == ["Host", "Rebels", "State", "League"]
    assert other.conference and other.conference.event_id == key("summit")
    assert other.standings.rows == ()
    with pytest.raises(UsageError, match="there is no event 5"):
        pictured(Asked(event_id=5))


def test_an_event_that_was_merged_away_leads_to_the_one_that_stands(
    given: Given, pictured: Pictured, link: psycopg.Connection[object]
) -> None:
    given(STORY)
    merged = (key("conference"), key("talks"))
    link.execute("update eventdb.event_report set event_id = %s where event_id = %s", merged)
    link.execute("update eventdb.event set merged_into_id = %s where event_id = %s", merged)
    found = pictured(Asked(event_id=key("talks"))).conference
    assert found and found.event_id == key("conference")


def test_a_change_leads_to_the_words_that_its_fact_rests_on_now(given: Given, pictured: Pictured) -> None:
    given(STORY)
    fact = {"article_id": key("a2"), "fact_kind_code": "casualty_figure", "field_name": "value"}
    known, gone = key("a2 casualty_figure 0"), 7
    person = {"made_by": "Ines <b>", "reason": "misread", "made_at": "2022-01-02T09:00+00:00", "state_code": "active"}
    for number, fact_id in enumerate((known, gone)):
        values = {"original_value": "6", "corrected_value": "16"}
        given.insert("correction", correction_id=number, fact_id=fact_id, **fact, **values, **person)
    contents = pictured(Asked(countries=("TR",)))
    assert {each.fact_id: each.event_id for each in contents.changes.rows} == {known: key("blast"), gone: None}
    shown = read(page(contents))
    assert f"#f{known}" in hrefs(shown)
    assert f"#f{gone}" not in hrefs(shown)
    assert "Ines <b>: misread" in shown.words
    assert "2022-01-02 09:00 UTC" in shown.words


def test_days_and_countries_narrow_every_picture_and_the_page_says_so(given: Given, pictured: Pictured) -> None:
    given(STORY)
    spring = pictured(Asked(since=date(2021, 3, 1), until=date(2021, 3, 31)))
    assert {each.event_id for each in spring.dated.rows} == {key("conference"), key("blast")}
    assert (spring.undated.total, spring.summary.undated_left_out) == (0, 2)
    assert "2 more without a day are left out" in page(spring)
    afghan = pictured(Asked(countries=("AF",)))
    assert {each.event_id for each in afghan.dated.rows} == {key("blast"), key("raid")}
    assert {(each.actor_a, each.actor_b) for each in afghan.pairs.rows} == {("Rebels", "State")}
    assert {each.name for each in afghan.spots.rows} == {"Herat", "Kabul"}
    assert "Shown are events in AF only." in page(afghan)


def test_what_does_not_fit_is_counted_on_the_page(given: Given, pictured: Pictured) -> None:
    rows = "\n".join(f"    e{n} | a1 | consult.talks | 2021-01-{n % 28 + 1:02} | P{n}" for n in range(120))
    spots = "\n".join(f"    P{n} | AF | {n / 4:.2f} | {n / 2:.2f}" for n in range(120))
    guests = "\n".join(f"    attended | e0 | a1 | A{n}" for n in range(20))
    heads = ("place | country | latitude | longitude", "report | article | type | starts | place")
    given("\n\n".join(f"    {head}\n{lines}" for head, lines in zip(heads, (spots, rows), strict=True)))
    given(f"    position | event | article | actor\n{guests}".replace("a1", "a2"))
    contents = pictured(limits=Limits(facts_of_an_event=4))
    shown = read(page(contents)).words
    assert (contents.dated.total, contents.spots.total, contents.pairs.total) == (120, 120, 190)
    assert "Not shown: 60 dated events." in shown
    assert "Not shown: 60 places." in shown
    assert "Not shown: 150 pairs." in shown
    assert "All 120 dated events by month" in shown
    few = pictured(limits=Limits(undated=1, facts_of_an_event=1, standings=2))
    assert "Not shown: 18 actors." in read(page(few)).words
    assert "Not shown: 20 facts." in read(page(few)).words


def test_an_empty_database_has_a_page_that_says_so(pictured: Pictured) -> None:
    shown = read(page(pictured())).words
    expected = (
        "What 0 articles say",
        "No conference, talks or meeting",
        "No figure is reported",
        "Nothing has changed",
    )
    assert [words for words in expected if words not in shown] == []
