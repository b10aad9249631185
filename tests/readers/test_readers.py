"""Readers answer with typed rows, which have the columns of their views and turn into frames."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, text

import eventdb
from eventdb.errors import EventdbError
from eventdb.models import Event
from eventdb.readers import rows
from eventdb.readers.sequence import Rows, columns
from eventdb.session import Session

VIEWS: dict[type, str] = {
    rows.TimelineEvent: "timeline",
    rows.Participation: "participation",
    rows.Attendance: "attendance",
    rows.Casualty: "casualty",
    rows.CasualtyClaim: "casualty_claim",
    rows.Evidence: "evidence",
    rows.Disagreement: "disagreement",
    rows.Responsibility: "responsibility",
    rows.PlannedEvent: "upcoming",
    rows.Found: "search('muscat')",
}
TYPES = {16: "bool", 20: "int", 23: "int", 25: "str", 701: "float", 1082: "date"}


@pytest.fixture(scope="module")
def conference(examples: Session) -> rows.TimelineEvent:
    (found,) = [row for row in eventdb.timeline(event_type="consult", session=examples) if row.articles == 3]
    return found


@pytest.mark.parametrize(("row_type", "view"), VIEWS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_a_row_has_the_columns_and_types_of_its_view(examples: Session, row_type: type, view: str) -> None:
    asked = examples.connection().exec_driver_sql(f"select * from report.{view} limit 0")
    description = asked.cursor.description if asked.cursor else ()
    assert columns(row_type) == {column.name: TYPES[column.type_code] for column in description}


def test_events_are_filtered_by_kind_place_and_day(examples: Session, conference: rows.TimelineEvent) -> None:
    assert (conference.place, conference.starts_from) == ("Muscat", date(2018, 10, 24))
    exact = eventdb.timeline(
        event_type="consult.conference",
        country="OM",
        since=date(2018, 10, 24),
        until=date(2018, 10, 24),
        session=examples,
    )
    assert list(exact) == [conference]
    assert len(eventdb.timeline(event_type="consult.conf", session=examples)) == 0
    assert len(eventdb.timeline(country="OM", since=date(2018, 10, 25), session=examples)) == 0
    every = eventdb.timeline(session=examples)
    days = [row.starts_from for row in every if row.starts_from]
    assert len(every) > 10 and days == sorted(days)


def test_one_event_is_read_by_its_row_its_model_or_its_id(examples: Session, conference: rows.TimelineEvent) -> None:
    model = examples.scalars(select(Event).where(Event.event_id == conference.event_id)).one()
    found = eventdb.attendance(conference, session=examples)
    assert found == eventdb.attendance(model, session=examples) == eventdb.attendance(model.event_id, session=examples)
    (houthis,) = eventdb.attendance(model, actor="Houthis", session=examples)
    assert (houthis.was_invited, houthis.did_attend, houthis.first_position) == (True, True, "invited")
    assert {row.event_id for row in eventdb.participations(conference, session=examples)} == {conference.event_id}


def test_what_belongs_to_no_event_is_not_taken_for_all_events(examples: Session) -> None:
    class Loose:
        event_id: int | None = None

    assert len(eventdb.attendance(Loose(), session=examples)) == 0
    assert len(eventdb.attendance(session=examples)) > 0


def test_victims_come_combined_and_as_stated_and_lead_to_their_words(examples: Session) -> None:
    (blast, *_) = eventdb.casualties(kind="killed", rule="ucdp", session=examples)
    assert {row.rule for row in eventdb.casualties(blast, session=examples)} >= {"ucdp", "acled", "gtd"}
    claims = eventdb.casualty_claims(blast, kind="killed", session=examples)
    assert claims and all(row.low is None or row.high is None or row.low <= row.high for row in claims)
    words = eventdb.evidence(blast, session=examples)
    assert {row.evidence for row in claims} <= {row.quote for row in words}
    assert {row.event_id for row in eventdb.responsibilities(session=examples)}
    assert {row.field for row in eventdb.disagreements(session=examples)} >= {"casualties.killed"}


def test_questions_of_a_day_count_what_was_published_by_then(examples: Session, conference: rows.TimelineEvent) -> None:
    assert [row.event_id for row in eventdb.planned(date(2018, 10, 2), session=examples)] == [conference.event_id]
    before = eventdb.positions(date(2018, 10, 2), conference, actor="Houthis", session=examples)
    assert [row.latest_position for row in before] == ["invited"]


def test_a_search_finds_sentences_with_their_events(examples: Session, conference: rows.TimelineEvent) -> None:
    found = eventdb.search('"conference" muscat', sentences=1, session=examples)
    assert conference.event_id in {row.event_id for row in found}
    assert all("**" in (row.sentence or "") for row in found)


def test_a_reader_without_a_session_opens_one_by_the_settings(
    examples_url: str, conference: rows.TimelineEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EVENTDB_URL", examples_url)
    assert len(eventdb.attendance(conference)) > 5


def test_an_id_that_was_merged_away_leads_to_the_event_that_stands(
    examples: Session, conference: rows.TimelineEvent
) -> None:
    merged = "insert into eventdb.event (event_id, type_code, status_code, label, merged_into_id) values "
    examples.execute(text(merged + "(1, 'consult.talks', 'planned', 'gone', :into)"), {"into": conference.event_id})
    assert len(eventdb.attendance(1, session=examples)) > 5
    examples.rollback()


def test_frames_keep_numbers_whole_and_unknown_values_unknown(examples: Session) -> None:
    found = eventdb.timeline(session=examples)
    pandas, polars = found.to_pandas(), found.to_polars()
    assert pandas.shape == polars.shape == (len(found), len(columns(rows.TimelineEvent)))
    assert pandas["event_id"].tolist() == polars["event_id"].to_list() == [row.event_id for row in found]
    kinds = {"event_id": "Int64", "latitude": "Float64", "is_core": "boolean", "starts_from": "datetime64[s]"}
    assert {name: str(pandas[name].dtype) for name in kinds} == kinds
    assert polars["starts_from"].to_list() == [row.starts_from for row in found]
    assert pandas["quad_class"].isna().sum() == sum(row.quad_class is None for row in found)
    empty = Rows(rows.Casualty, ())
    assert empty.to_pandas().dtypes.equals(eventdb.casualties(session=examples).to_pandas().dtypes)
    assert empty.to_polars().schema == eventdb.casualties(session=examples).to_polars().schema


def test_rows_are_a_sequence_with_a_table_for_notebooks() -> None:
    first = rows.Disagreement(1, "talks <Oslo>", "consult.talks", "place", "Oslo; Rome", 2, 2, 0.5)
    several = Rows(rows.Disagreement, (first,) * 30)
    assert (len(several), several[-1], list(several[:2]), several[:2] == several[1:3]) == (30, first, [first] * 2, True)
    assert repr(several) == "<30 rows of Disagreement>"
    assert several._repr_html_().count("<tr>") == 21
    assert "talks &lt;Oslo&gt;" in several._repr_html_() and "10 more rows" in several._repr_html_()
    assert several[:1].to_dicts()[0]["share_at_mode"] == 0.5


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_a_missing_library_is_named_with_what_brings_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(EventdbError, match=rf"{name} is not installed; `pip install eventdb\[frames\]`"):
        getattr(Rows(rows.Casualty, ()), f"to_{name}")()


def test_importing_eventdb_loads_nothing_and_knows_all_its_names() -> None:
    code = "import sys, eventdb; print({'sqlalchemy', 'psycopg', 'pandas', 'typer'} & set(sys.modules), dir(eventdb))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.startswith("set()")
    assert [name for name in eventdb.__all__ if f"'{name}'" not in told] == []
    assert [name for name in eventdb.__all__ if getattr(eventdb, name, None) is None] == []
    with pytest.raises(AttributeError, match="no attribute 'no_such_name'"):
        eventdb.no_such_name  # noqa: B018


def test_type_checkers_are_told_that_eventdb_has_types() -> None:
    assert Path(eventdb.__file__).with_name("py.typed").exists()
