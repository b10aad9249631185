"""Verdicts become rows: COPY into the final tables, whole batches or nothing, and a kept file touches no fact."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import psycopg
import pytest
from psycopg.types.range import Range

from eventdb.errors import LexiconError
from loaders.facts import ArticleFacts, PlaceFact, Window
from loaders.keys import digest
from loaders.lexicons import names
from loaders.plan import Arrival, Verdict, plan
from loaders.store import Batch, Loaded, Rejected, Stored, begin_run, finish_run, known_of, store
from loaders.store.days import dated, published_columns
from loaders.store.dimensions import lexicon_actor_id
from tests.run.database import Link, ask, content, versions_of_rows
from tests.run.drawn import SUMMIT, day, published, summit_facts, window

MONDAY = datetime(2022, 5, 9, 6, 0, tzinfo=UTC)
TUESDAY = datetime(2022, 5, 10, 6, 0, tzinfo=UTC)
WEDNESDAY = datetime(2022, 5, 11, 6, 0, tzinfo=UTC)
WEEK = "2022-04-25, 2022-05-01, 2022-05-01"
FILES_ARE_SEEN_AGAIN = frozenset({"source_file"})


def arrival(path: str, facts: ArticleFacts) -> Arrival:
    return Arrival(path, digest("bytes", facts.text), digest(facts.text), digest(facts.text, "metadata"), facts.url)


def load(
    link: Link,
    files: dict[str, ArticleFacts],
    *,
    at: datetime = MONDAY,
    rules: str = "rules-1",
    rejected: tuple[Rejected, ...] = (),
) -> Stored:
    """Plan and store these files as one run of one batch."""
    arrivals = [arrival(path, facts) for path, facts in files.items()]
    run = begin_run(link, sources=["inbox"], rules_version=rules, at=at)
    verdicts = plan(arrivals, known=known_of(link, arrivals), rules_version=rules)
    by_path = {each.path: each for each in arrivals}
    loaded = tuple(_loaded(by_path[verdict.path], verdict, files[verdict.path]) for verdict in verdicts)
    stored = store(link, Batch(run, at, rules, loaded, rejected))
    finish_run(link, run, at=at)
    return stored


def verdicts_of(stored: Stored) -> str:
    """`2 inserted, 1 kept`."""
    return ", ".join(f"{number} {verdict}" for verdict, number in sorted(stored.counts.items()))


def _loaded(each: Arrival, verdict: Verdict, facts: ArticleFacts) -> Loaded:
    return Loaded(each, verdict, len(facts.text), None if verdict.action == "keep" else facts)


def moved(facts: ArticleFacts) -> ArticleFacts:
    """The same article after an editor put a word in front of it and took the bombing out."""
    text = "Update: " + facts.text
    return replace(summit_facts(text), events=summit_facts(text).events[:1])


def test_an_article_becomes_rows_that_show_what_it_says(connection: Link) -> None:
    assert verdicts_of(load(connection, {"inbox/summit.txt": summit_facts()})) == "1 inserted"
    told = "select a.name, p.role_code, p.position_code, p.said_by_name, substr(t.text, p.start + 1, p.stop - p.start)"
    assert ask(
        connection,
        f"""{told} from eventdb.participation p
        join eventdb.article t using (article_id, version)
        join eventdb.article_actor a
            on (a.article_id, a.version, a.ordinal) = (p.article_id, p.version, p.actor_ordinal)
        order by p.ordinal""",
    ) == [
        ("Norway", "host", "confirmed", None, "Norway has invited"),
        ("Shining Path", "participant", "invited", None, "invited Peru and the Shining Path"),
        ("Peru", "participant", "confirmed", "Ruiz", "Lima would attend"),
    ]
    assert ask(
        connection,
        "select kind_code, value, qualifier_code, low, best, high, said_by_name from eventdb.casualty_figure",
    ) == [("killed", 4, "at_least", 4, 4, None, "police")]


def test_actors_and_outlets_of_the_lexicons_are_added_once(connection: Link) -> None:
    load(connection, {"a.txt": summit_facts(), "b.txt": moved(summit_facts())})
    assert (lexicon_actor_id("country:NO"), "Norway", "state", "lexicon") in ask(
        connection, "select actor_id, name, kind_code, origin_code from eventdb.actor"
    )
    assert ask(connection, "select name, kind_code from eventdb.outlet order by 1") == [
        ("Agencia EFE", "agency"),
        ("Fjord Wire", "unknown"),
    ]


def test_a_known_place_comes_with_the_places_around_it(connection: Link) -> None:
    (city,) = (entry for entry in names().lookup("Bergen") if entry.key.startswith("city:") and entry.country == "NO")
    facts = summit_facts()
    placed = replace(facts.events[0], place=PlaceFact("Bergen", "NO", 1, key=city.key))
    load(connection, {"a.txt": replace(facts, events=(placed,))})
    asked = """select p.name, p.kind_code, p.country_code, p.subdivision_code like 'NO-%', parent.kind_code
        from eventdb.place p left join eventdb.place parent on parent.place_id = p.parent_id
        order by p.precision_code"""
    assert ask(connection, asked) == [
        ("Bergen", "city", "NO", True, "province"),
        ("Vestland", "province", "NO", True, "country"),
        ("Norway", "country", "NO", None, None),
    ]


def test_a_place_that_no_lexicon_has_is_refused(connection: Link) -> None:
    facts = summit_facts()
    lost = replace(facts.events[0], place=PlaceFact("Atlantis", None, 1, key="city:0"))
    with pytest.raises(LexiconError, match="city:0"):
        load(connection, {"a.txt": replace(facts, events=(lost,))})


def test_a_second_load_writes_no_fact(connection: Link) -> None:
    files = {"a.txt": summit_facts(), "b.txt": moved(summit_facts())}
    load(connection, files)
    before, written = content(connection), versions_of_rows(connection, without=FILES_ARE_SEEN_AGAIN)
    assert verdicts_of(load(connection, files, at=TUESDAY)) == "2 kept"
    assert content(connection) == before
    assert versions_of_rows(connection, without=FILES_ARE_SEEN_AGAIN) == written
    assert ask(connection, "select distinct last_seen_at from eventdb.source_file") == [(TUESDAY,)]


def test_a_changed_text_is_a_new_version_and_the_old_one_stays_aside(connection: Link) -> None:
    load(connection, {"a.txt": summit_facts()})
    assert verdicts_of(load(connection, {"a.txt": moved(summit_facts())}, at=TUESDAY)) == "1 updated"
    assert ask(connection, "select version, is_current, left(text, 6) from eventdb.article order by 1") == [
        (1, False, "Norway"),
        (2, True, "Update"),
    ]
    assert ask(connection, "select version, count(*) from eventdb.event_report group by 1 order by 1") == [
        (1, 2),
        (2, 1),
    ]


def test_what_an_update_changed_is_written_down(connection: Link) -> None:
    load(connection, {"a.txt": summit_facts()})
    load(connection, {"a.txt": moved(summit_facts())}, at=TUESDAY)
    assert ask(
        connection,
        "select cause_code, fact_kind_code, field_name, before_value, after_value from eventdb.fact_change order by 2",
    ) == [
        ("article", "casualty_figure", None, "people, 4, at_least, 4, police", None),
        ("article", "event_report", None, f"assault.bombing, occurred, {WEEK}, Ayacucho, PE, True", None),
    ]


def test_claims_keep_their_ids_when_words_around_them_move(connection: Link) -> None:
    load(connection, {"a.txt": summit_facts()})
    load(connection, {"a.txt": moved(summit_facts())}, at=TUESDAY)
    kept = "select count(distinct participation_id), count(*) from eventdb.participation"
    assert ask(connection, kept) == [(3, 6)]


def test_new_rules_write_the_same_version_anew(connection: Link) -> None:
    load(connection, {"a.txt": summit_facts()})
    corrected = replace(summit_facts(), events=(replace(summit_facts().events[0], status="cancelled"),))
    assert verdicts_of(load(connection, {"a.txt": corrected}, at=TUESDAY, rules="rules-2")) == "1 updated"
    assert ask(connection, "select version, status_code from eventdb.event_report") == [(1, "cancelled")]
    changed = "select cause_code, before_value, after_value from eventdb.fact_change where field_name is not null"
    assert ask(connection, changed) == [("rules", "planned", "cancelled")]


def test_a_renamed_file_is_the_same_article_with_one_more_file(connection: Link) -> None:
    load(connection, {"a.txt": summit_facts()})
    before = content(connection)
    assert verdicts_of(load(connection, {"renamed.txt": summit_facts()}, at=TUESDAY)) == "1 kept"
    after = content(connection)
    assert len(after.pop("source_file")) == len(before.pop("source_file")) + 1 == 2
    assert after == before


def test_a_file_whose_text_another_file_replaced_is_superseded(connection: Link) -> None:
    first = replace(summit_facts(), url="https://news.example.org/oslo")
    load(connection, {"a.txt": first})
    load(connection, {"b.txt": replace(moved(first), url=first.url)}, at=TUESDAY)
    assert ask(connection, "select location, state_code from eventdb.source_file order by 1") == [
        ("a.txt", "superseded"),
        ("b.txt", "loaded"),
    ]


def test_rejected_files_are_kept_with_their_reasons_and_counts_add_up(connection: Link) -> None:
    refused = (Rejected("empty.txt", "it is empty", digest(""), 0), Rejected("loop.txt", "it cannot be opened"))
    load(connection, {"a.txt": summit_facts()}, rejected=refused)
    counts = "select files_read, files_inserted, files_updated, files_kept, files_rejected from eventdb.ingest_run"
    assert ask(connection, counts) == [(3, 1, 0, 0, 2)]
    reasons = "select location, reason from eventdb.source_file where state_code = 'rejected' order by 1"
    assert ask(connection, reasons) == [("empty.txt", "it is empty"), ("loop.txt", "it cannot be opened")]


def test_a_file_that_became_unreadable_keeps_its_article(connection: Link) -> None:
    load(connection, {"a.txt": summit_facts()})
    load(connection, {}, at=TUESDAY, rejected=(Rejected("a.txt", "it is empty", digest(""), 0),))
    assert ask(connection, "select is_current from eventdb.article") == [(True,)]
    assert verdicts_of(load(connection, {"a.txt": summit_facts()}, at=WEDNESDAY)) == "1 kept"
    assert ask(connection, "select state_code, reason from eventdb.source_file") == [("loaded", None)]


def test_a_batch_that_fails_leaves_nothing_behind(connection: Link) -> None:
    connection.commit()
    broken = replace(summit_facts(), events=(replace(summit_facts().events[0], type="consult.gossip"),))
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        load(connection, {"a.txt": summit_facts(), "b.txt": replace(broken, text=SUMMIT + " ")})
    connection.rollback()
    assert ask(connection, "select count(*) from eventdb.article") == [(0,)]
    assert ask(connection, "select count(*) from eventdb.source_file") == [(0,)]


@pytest.mark.parametrize(
    ("first", "last", "unit", "starts_from", "starts_to", "grade"),
    [
        ("2022-05-20", "2022-05-20", "day", "2022-05-20", "2022-05-20", 1),
        ("2022-05-20", "2022-05-22", "day", "2022-05-20", "2022-05-22", 2),
        ("2022-04-25", "2022-05-01", "week", "2022-04-25", "2022-05-01", 3),
        ("2022-05-01", "2022-05-31", "month", "2022-05-01", "2022-05-31", 4),
        ("2021-01-01", "2021-12-31", "year", "2021-01-01", "2021-12-31", 5),
        ("--05-20", "--05-20", "day", "--05-20", "--05-20", 1),
        ("--12-31", "--01-02", "day", "--12-31", "--01-02", 2),
    ],
)
def test_a_window_becomes_two_days_and_a_grade_of_precision(
    first: str, last: str, unit: str, starts_from: str, starts_to: str, grade: int
) -> None:
    columns = dated(window(first, last, unit))
    suffix = "_yearless" if first.startswith("--") else ""
    assert (str(columns[f"starts_from{suffix}"]), str(columns[f"starts_to{suffix}"])) == (starts_from, starts_to)
    assert columns["date_precision_code"] == grade


def test_what_lasts_starts_on_its_first_day_and_ends_by_its_last() -> None:
    columns = dated(replace(window("2022-05-20", "2022-05-22"), is_lasting=True))
    assert (columns["starts_from"], columns["starts_to"], columns["ends_to"]) == (
        date(2022, 5, 20), date(2022, 5, 20), date(2022, 5, 22),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "unit", "started"),
    [
        ("2022-09-01", None, "month", "2022-09-01/2022-09-30"),
        ("--02-01", None, "month", "--02-01/--02-29"),
        ("2022-09-01", "2022-09-12", "month", "2022-09-01/2022-09-12"),
        ("2015-01-01", "2019-12-31", "year", "2015-01-01/2015-12-31"),
        ("2022-09-20", None, "day", "2022-09-20/2022-09-20"),
    ],
)
def test_what_goes_on_since_a_month_or_a_year_began_by_the_end_of_it(
    first: str, last: str | None, unit: str, started: str
) -> None:
    columns = dated(Window(day(first), day(last) if last else None, unit, is_lasting=True))
    suffix = "_yearless" if first.startswith("--") else ""
    assert f"{columns[f'starts_from{suffix}']}/{columns[f'starts_to{suffix}']}" == started


def test_a_day_of_publication_is_a_half_open_range_or_yearless_or_unknown() -> None:
    assert published_columns(published("2022-05-04"))["published"] == Range(date(2022, 5, 4), date(2022, 5, 5), "[)")
    yearless = published_columns(published("--05-04", basis="text"))
    assert (yearless["published"], yearless["published_first_yearless"]) == (None, "--05-04")
    assert published_columns(replace(published("--05-04"), first=None, last=None))["published_basis_code"] == "unknown"
