"""Copies of one text are one story, whatever else the papers put around it; two reports of one event are two."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import islice

import pytest

from bench.newsroom.corpus import corpus
from loaders.clean import blocks
from loaders.facts import ArticleFacts
from loaders.link.stories import FEWEST_SHARED, Runs, are_copies, fingerprints, runs_of_words
from loaders.link.stories import stories as stories_of
from tests.run.database import Link, ask
from tests.run.test_link import TALKS, load_and_link, told

WIRE = (
    "Delegates from both banks of the river met in the customs house on Friday and spoke for nine hours. A second "
    "round is to follow in the spring, once the ferry runs again, their hosts said. Neither side spoke of prisoners."
)
OTHER = (
    "After nine hours of talks in an old customs house the two delegations parted without a handshake. Those who saw "
    "them leave were told to expect another round when the ferry is back in service, perhaps in April."
)


def test_a_reprint_with_a_paper_s_own_lines_is_a_copy() -> None:
    reprint = f"HARBOUR NEWS  Subscribe now\n{WIRE.upper()}\nRead more on our front page."
    assert are_copies(runs_of_words(WIRE), runs_of_words(reprint))


def test_a_shortened_reprint_is_a_copy() -> None:
    assert are_copies(runs_of_words(WIRE), runs_of_words(WIRE[: len(WIRE) * 2 // 3]))


def test_two_reports_by_two_hands_are_no_copies() -> None:
    assert not are_copies(runs_of_words(WIRE), runs_of_words(OTHER))


def test_a_text_of_a_few_words_is_too_short_to_tell() -> None:
    assert not are_copies(
        runs_of_words("The talks go on in Oslo today"), runs_of_words("The talks go on in Oslo today")
    )


def test_copies_of_copies_are_one_story_in_any_order() -> None:
    copied = [(0, 2), (2, 3), (3, 5)]
    for seed in range(6):
        found = stories_of(range(6), random.Random(seed).sample(copied, 3))
        assert found == {0: 0, 1: 1, 2: 0, 3: 0, 4: 4, 5: 0}


def test_a_brief_is_no_copy_of_the_survey_that_holds_it() -> None:
    survey = f"{OTHER} {WIRE} " + " ".join(f"Word{n} of the day." for n in range(90))
    assert not are_copies(runs_of_words(WIRE), runs_of_words(survey))


def share_enough(left: Runs, right: Runs) -> bool:
    return len(set(fingerprints(left)) & set(fingerprints(right))) >= FEWEST_SHARED


def body(page: str) -> Runs:
    """What the reporter wrote on a page, as linking reads it from the database."""
    return runs_of_words(" ".join(page[each.start : each.stop] for each in blocks(page) if each.kind in WRITTEN))


WRITTEN = ("body", "quote")
LEDE = "An account of what follows reached this newspaper from one of its own correspondents on the spot last night."
NEWSPAPERS: dict[str, Callable[[list[str]], list[str]]] = {
    "two paragraphs cut": lambda body: body[:2] + body[4:],
    "the end cut": lambda body: body[:-2],
    "another headline and lede": lambda body: ["CALM AFTER A LONG NIGHT", LEDE, *body[1:]],
    "another lede, and two paragraphs cut": lambda body: [LEDE, *body[1:3], *body[5:]],
    "an agency's name before it": lambda body: [f"KABUL (Reuters) - {body[0]}", *body[1:], "(Reporting by A. Rahimi)"],
}
PAGES = [each.text for each in islice(corpus(11), 30)]


@pytest.mark.parametrize("change", NEWSPAPERS.values(), ids=list(NEWSPAPERS))
def test_whatever_a_paper_does_to_a_wire_report_its_copy_is_found_and_nothing_else(
    change: Callable[[list[str]], list[str]],
) -> None:
    written = [[page[b.start : b.stop] for b in blocks(page) if b.kind in WRITTEN] for page in PAGES]
    originals = [runs_of_words(" ".join(paragraphs)) for paragraphs in written]
    printed = [body("\n\n".join(change(paragraphs))) for paragraphs in written]
    for number, copy in enumerate(printed):
        assert share_enough(originals[number], copy) and are_copies(originals[number], copy), PAGES[number]
        for other in range(number):
            same = are_copies(originals[other], originals[number])
            assert (share_enough(originals[other], copy) and are_copies(originals[other], copy)) == same


def test_texts_of_other_hands_share_no_fingerprint() -> None:
    chosen = random.Random(3)
    words = [f"word{n}" for n in range(3000)]
    texts = [runs_of_words(" ".join(chosen.choice(words) for _ in range(600))) for _ in range(40)]
    found = [set(fingerprints(text)) for text in texts]
    assert not any(found[a] & found[b] for a in range(40) for b in range(a))
    assert set(fingerprints(runs_of_words("Too short to tell anything at all."))) == set()


def test_fingerprints_are_the_same_in_every_process_and_on_every_machine() -> None:
    assert list(fingerprints(runs_of_words(WIRE)))[:2] == FIRST_TWO


FIRST_TWO = [("rensa 2", 0, 954509619, 2373837376), ("rensa 2", 1, 471199644, 549268963)]


def article(words: str, drawn: str = TALKS) -> ArticleFacts:
    facts = told(drawn)
    return replace(facts, text=f"{facts.text} {words}")


def stories(link: Link) -> list[int]:
    """How many current articles each story has."""
    rows = ask(link, "select count(*)::integer from eventdb.article where is_current group by story_id order by 1")
    return [number for (number,) in rows]


def test_a_story_grows_with_each_copy_and_shrinks_when_one_is_rewritten(connection: Link) -> None:
    load_and_link(connection, {"a.txt": article(WIRE), "b.txt": article(OTHER * 2)})
    assert stories(connection) == [1, 1]
    load_and_link(connection, {"c.txt": article(WIRE + " Our correspondent adds nothing.")})
    assert stories(connection) == [1, 2]
    load_and_link(connection, {"c.txt": article("Nothing of the kind took place, as we now know. " * 9)})
    assert stories(connection) == [1, 1, 1]
    assert ask(connection, "select count(*) from eventdb.story") == [(3,)]


def test_whichever_copy_is_rewritten_the_others_stay_together(connection: Link) -> None:
    copied = {f"{name}.txt": article(WIRE + f" {name}.") for name in "abc"}
    for name in copied:
        load_and_link(connection, copied)
        assert stories(connection) == [3]
        load_and_link(connection, {name: article(f"Nothing took place in {name}, as we know. " * 9)})
        assert stories(connection) == [1, 2]


def test_copies_without_a_common_event_are_one_story(connection: Link) -> None:
    load_and_link(
        connection, {"a.txt": article(WIRE), "b.txt": article(WIRE, drawn="consult.visit planned 2022-05-27 -")}
    )
    assert stories(connection) == [2]


def test_copies_count_as_one_independent_source(connection: Link) -> None:
    load_and_link(connection, {"a.txt": article(WIRE), "b.txt": article(WIRE + " More."), "c.txt": article(OTHER * 2)})
    assert ask(connection, "select articles, independent_sources from report.timeline") == [(3, 2)]
