"""Articles and sentences by their words, with the events that they tell of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from tests.views.given import Given, key
from tests.views.tables import tidy

Answer = Callable[[str], str]

DRAWN = """
    article | published  | title
    a1      | 2021-03-01 | Muscat hosts envoys
    a2      | 2021-03-02 | Ministers agree on water
    a3      | 2021-03-03 | -

    report | article | words
    talks  | a1      | The rebels talked to ministers in Muscat
    truce  | a1      | Nobody in Muscat spoke of a truce
    visit  | a2      | Envoys of Muscat visited the dam
    raid   | a3      | IS raided a village where talk is cheap
"""


def found(question: str) -> str:
    return f"""
        select file, headline, sentence_rank, sentence, event from report.search('{question}')
        order by rank desc, sentence_rank, event
    """


def test_articles_come_by_rank_with_marked_sentences_and_their_events(given: Given, answer: Answer) -> None:
    given(DRAWN)
    assert answer(found("muscat")) == tidy("""
        file   | headline                 | sentence_rank | sentence                                      | event
        a1.txt | **Muscat** hosts envoys  | 1             | The rebels talked to ministers in **Muscat**. | talks
        a1.txt | **Muscat** hosts envoys  | 2             | Nobody in **Muscat** spoke of a truce.        | truce
        a2.txt | Ministers agree on water | 1             | Envoys of **Muscat** visited the dam.         | visit
    """)


@pytest.mark.parametrize(
    ("question", "files"),
    [
        ("talks", "a1.txt a3.txt"),  # in any form
        ("talking minister", "a1.txt"),  # both
        ('"spoke of a truce"', "a1.txt"),  # in this order
        ('"truce of Muscat"', ""),
        ("dam or truce", "a1.txt a2.txt"),  # one of them
        ("muscat -truces", "a2.txt"),  # without, in any form
        ("IS", "a3.txt"),  # a name that is a mere word elsewhere
        ("water", "a2.txt"),  # in the title only
        ("-muscat", ""),  # nothing that must be there
        ("the of", ""),
        ("", ""),
        ("zebra", ""),
        ("muscat & | ! <-> :* ( '' \\ \" ;--", "a1.txt a2.txt"),  # signs are no operators
    ],
)
def test_questions_are_asked_as_of_a_search_engine(given: Given, answer: Answer, question: str, files: str) -> None:
    given(DRAWN)
    asked = f"select distinct file from report.search('{question}') order by 1"
    assert answer(asked).splitlines()[1:] == files.split()


def test_no_more_articles_and_sentences_come_than_asked_for(given: Given, answer: Answer) -> None:
    given(DRAWN)
    asked = "select file, sentence_rank from report.search('muscat', articles => 1, sentences => 1)"
    assert answer(asked) == tidy("""
        file   | sentence_rank
        a1.txt | 1
    """)


def test_older_versions_and_retracted_facts_are_not_found(
    given: Given, answer: Answer, link: psycopg.Connection[Any]
) -> None:
    given("""
        article | published  | current
        a1 v1   | 2021-03-13 | no
        a1 v2   | 2021-03-14 | yes

        report | article | words
        raid   | a1 v1   | A raid on the harbour
        blast  | a1 v2   | A blast in the harbour
    """)
    assert answer("select sentence, event from report.search('harbour')") == tidy("""
        sentence                    | event
        A blast in the **harbour**. | blast
    """)
    link.execute("update eventdb.event_report set is_retracted = true where event_id = %s", [key("blast")])
    assert answer("select event from report.search('harbour')") == "event\n-"


def test_a_text_of_a_million_strange_letters_is_taken(given: Given, link: psycopg.Connection[Any]) -> None:
    given("article | published\na1 | 2021-03-13")
    strange = " ".join(
        f"{chr(0x10400 + n % 40)}{chr(0x10400 + n // 40 % 40)}{chr(0x10400 + n // 1600)}" for n in range(60000)
    )
    change = "update eventdb.article set text = %s, text_length = %s"
    link.execute("alter table eventdb.article disable trigger all")
    link.execute(change.encode(), [strange, len(strange)])
    assert link.execute("select length(words) > 20000 from eventdb.article").fetchone() == (True,)
