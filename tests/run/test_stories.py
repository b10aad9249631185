"""Copies of one text are one story, whatever else the papers put around it; two reports of one event are two."""

from __future__ import annotations

import random
from dataclasses import replace

from loaders.facts import ArticleFacts
from loaders.link.stories import are_copies, fingerprint, runs_of_words
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


def test_copies_share_a_fingerprint_and_other_texts_do_not() -> None:
    chosen = random.Random(3)
    words = [f"word{n}" for n in range(3000)]
    texts = [[chosen.choice(words) for _ in range(600)] for _ in range(40)]
    cut = [text[:100] + text[220:] for text in texts]
    bands = [set(fingerprint(runs_of_words(" ".join(text)))) for text in texts]
    others = [set(fingerprint(runs_of_words(" ".join(text)))) for text in cut]
    assert all(own & copy for own, copy in zip(bands, others, strict=True))
    assert not any(bands[a] & others[b] for a in range(40) for b in range(40) if a != b)
    assert set(fingerprint(runs_of_words("Too short to tell anything at all."))) == set()


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
