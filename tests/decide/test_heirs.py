"""A fact of a new extraction is found to be the old one, though an edit or better rules gave it another id."""

from __future__ import annotations

from dataclasses import replace

from loaders.facts import ArticleFacts, EventFact
from loaders.store.claims import Rows
from loaders.store.heirs import heirs
from loaders.store.rows import Identity, article_rows
from tests.run.drawn import event, figure, position, summit_facts, window

TEXT = (
    "Two bombs struck Ayacucho. The first bomb in Ayacucho market killed four people on May 2. "
    "The second bomb at Ayacucho station hurt nine people. Norway condemned it."
)
FIRST, SECOND = "The first bomb in Ayacucho market killed four people", "The second bomb at Ayacucho station hurt nine"


def rows_of(facts: ArticleFacts) -> Rows:
    return article_rows(facts, Identity(1, 1, 1, "c", "t", "r"))


def found(before: ArticleFacts, after: ArticleFacts, table: str = "event_report") -> list[str]:
    """`old words → new words` of facts that have heirs, in the order of the old text."""
    old, new = rows_of(before), rows_of(after)
    quotes = {row[f"{table}_id"]: after.text[row["start"] : row["stop"]] for row in new[table]}
    heir = heirs(old, before.text, new, after.text)[table]
    return [
        f"{before.text[row['start'] : row['stop']]} → {quotes[heir[row[f'{table}_id']]]}"
        for row in old[table]
        if row[f"{table}_id"] in heir
    ]


def blast(text: str, words: str, **fields: object) -> EventFact:
    return event(text, words, "assault.bombing", status="occurred", **fields)


def told(text: str, *events: EventFact) -> ArticleFacts:
    return replace(summit_facts(), text=text, blocks=(), sentences=(), dates=(), credits=(), mentions=(), actors=(
        replace(summit_facts().actors[0]),), events=events)  # fmt: skip


def test_what_did_not_change_is_its_own_heir() -> None:
    article = told(TEXT, blast(TEXT, FIRST), blast(TEXT, SECOND))
    assert found(article, article) == [f"{FIRST} → {FIRST}", f"{SECOND} → {SECOND}"]


def test_an_edited_report_is_found_by_its_words() -> None:
    edited = TEXT.replace("killed four people", "killed at least six people")
    new = "The first bomb in Ayacucho market killed at least six people"
    before = told(TEXT, blast(TEXT, FIRST), blast(TEXT, SECOND))
    after = told(edited, blast(edited, new), blast(edited, SECOND))
    assert found(before, after) == [f"{FIRST} → {new}", f"{SECOND} → {SECOND}"]


def test_a_report_told_in_other_words_is_found_by_its_day_and_place() -> None:
    before = told(TEXT, blast(TEXT, FIRST, when=window("2022-05-02")), blast(TEXT, SECOND))
    after = told(TEXT, blast(TEXT, "Two bombs", when=window("2022-05-02")))
    assert found(before, after) == [f"{FIRST} → Two bombs"]


def test_of_two_that_would_do_none_is_the_heir() -> None:
    text = "A bomb fell. A bomb fell. Then more bombs fell here."
    before = told(text, blast(text, "Then more bombs fell here"))
    after = told(text, blast(text, "more bombs fell here"), blast(text, "Then more bombs fell"))
    assert found(before, after) == []


def test_another_kind_of_event_is_no_heir() -> None:
    assert found(told(TEXT, blast(TEXT, FIRST)), told(TEXT, event(TEXT, FIRST, "consult.talks"))) == []


def test_figures_and_positions_are_found_in_the_heir_of_their_report() -> None:
    edited = TEXT.replace("killed four people", "killed at least six people")
    new = "The first bomb in Ayacucho market killed at least six people"
    four = figure(TEXT, "four people", "killed", "exact", 4, 4)
    six = figure(edited, "at least six people", "killed", "at_least", 6, None)
    condemned = position(TEXT, "Norway condemned", 0, "did", role="speaker")
    accused = position(edited, "Norway condemned it", 0, "alleged", role="perpetrator")
    before = told(TEXT, blast(TEXT, FIRST, figures=(four,), participations=(condemned,)))
    after = told(edited, blast(edited, new, figures=(six,), participations=(accused,)))
    assert found(before, after, "casualty_figure") == ["four people → at least six people"]
    assert found(before, after, "participation") == ["Norway condemned → Norway condemned it"]
