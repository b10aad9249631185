"""The words behind a fact, what changed and why, and what became of each file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.views.given import Given, key
from tests.views.tables import tidy

Answer = Callable[[str], str]

RUN = {"started_at": "2022-01-01T03:00+00:00", "rules_version": "r1", "sources": "inbox"}


def test_every_fact_leads_to_its_words_and_their_sentence(given: Given, answer: Answer) -> None:
    given("""
        report | article | words
        blast  | a1      | A bomb went off

        position | event | article | actor  | role        | words
        alleged  | blast | a1      | Rebels | perpetrator | Rebels were blamed

        figure | event | article | words
        4      | blast | a1      | it killed four

        office   | article | actor    | organisation | words
        minister | a1      | Ana Ruiz | Peru         | minister Ana Ruiz
    """)
    asked = """
        select fact_kind, event.label as event, file, start, stop, quote, sentence, rule
        from report.evidence left join eventdb.event using (event_id) order by start
    """
    assert answer(asked) == tidy("""
        fact_kind       | event | file   | start | stop | quote              | sentence            | rule
        event_report    | blast | a1.txt | 0     | 15   | A bomb went off    | A bomb went off.    | drawn
        participation   | blast | a1.txt | 17    | 35   | Rebels were blamed | Rebels were blamed. | drawn
        casualty_figure | blast | a1.txt | 37    | 51   | it killed four     | it killed four.     | drawn
        office_held     | -     | a1.txt | 53    | 70   | minister Ana Ruiz  | minister Ana Ruiz.  | -
    """)


def test_a_change_tells_its_cause(given: Given, answer: Answer) -> None:
    given("""
        figure | event | article
        4      | blast | a1
    """)
    given.insert("ingest_run", ingest_run_id=1, **RUN, **_counts(read=1, updated=1))
    fact = {"article_id": key("a1"), "fact_kind_code": "casualty_figure", "fact_id": 7, "field_name": "value"}
    loaded = {"ingest_run_id": 1, "ordinal": 0, "changed_at": "2022-01-01T03:00+00:00", "cause_code": "rules"}
    given.insert("fact_change", **fact, **loaded, before_value="3", after_value="4")
    human = {"made_by": "Ines", "reason": "misread", "made_at": "2022-01-02T09:00+00:00"}
    withdrawn = {"state_code": "withdrawn", "withdrawn_at": "2022-01-03T09:00+00:00", "withdrawn_by": "Ola"}
    given.insert("correction", correction_id=1, **fact, original_value="4", corrected_value="14", **human, **withdrawn)
    given.insert(
        "judgement", judgement_id=1, decision_id=1, subject_code="actor", left_id=5, right_id=6, **human, **_same()
    )
    asked = """
        select changed_at::date as changed_on, what, cause, before, after, file, made_by, reason
        from report.change order by "when", what
    """
    assert answer(asked) == tidy("""
        changed_on | what                  | cause | before | after     | file   | made_by | reason
        2022-01-01 | casualty_figure.value | rules | 3      | 4         | a1.txt | -       | -
        2022-01-02 | actor.identity        | human | -      | same as 6 | -      | Ines    | misread
        2022-01-02 | casualty_figure.value | human | 4      | 14        | a1.txt | Ines    | misread
        2022-01-03 | casualty_figure.value | human | 14     | 4         | a1.txt | Ola     | withdrawn: misread
    """)


def test_a_run_tells_what_became_of_its_files(given: Given, answer: Answer) -> None:
    given("""
        article | file
        a1      | a1.txt
        a2      | a2.txt
    """)
    given.insert(
        "ingest_run", ingest_run_id=1, **RUN, finished_at="2022-01-01T03:02+00:00", **_counts(read=2, inserted=2)
    )
    for name, reports in (("a1", 3), ("a2", 0)):
        given.insert(
            "ingest_result",
            ingest_run_id=1,
            source_file_id=key(f"{name}.txt"),
            verdict_code="inserted",
            article_id=key(name),
            event_reports=reports,
            participations=0,
            casualty_figures=2 * reports,
        )
    asked = """
        select sources, is_finished, seconds, files_read, files_inserted, files_without_events, events, casualty_figures
        from report.ingest_run
    """
    assert answer(asked) == tidy("""
        sources | is_finished | seconds | files_read | files_inserted | files_without_events | events | casualty_figures
        inbox   | yes         | 120.00  | 2          | 2              | 1                    | 3      | 6
    """)


def test_a_rejected_file_is_shown_with_its_reason(given: Given, answer: Answer) -> None:
    seen = {"first_seen_at": "2022-01-01T03:00+00:00", "last_seen_at": "2022-01-02T03:00+00:00"}
    file = {"source_file_id": 1, "location": "inbox/scan.pdf", "size_bytes": 2048, "state_code": "rejected"}
    given.insert("source_file", **file, reason="no text in it", **seen)
    given.insert("ingest_run", ingest_run_id=1, **RUN, **_counts(read=1, rejected=1))
    given.insert("ingest_result", ingest_run_id=1, source_file_id=1, **_rejected("no text in it"))
    assert answer("select file, reason, size_bytes, ingest_run_id from report.rejected_file") == tidy("""
        file           | reason        | size_bytes | ingest_run_id
        inbox/scan.pdf | no text in it | 2048       | 1
    """)


def _counts(**given: int) -> dict[str, Any]:
    names = ("read", "inserted", "updated", "kept", "rejected")
    return {f"files_{name}": given.get(name, 0) for name in names}


def _same() -> dict[str, Any]:
    return {"verdict_code": "same", "origin_code": "human"}


def _rejected(reason: str) -> dict[str, Any]:
    nothing = {"event_reports": 0, "participations": 0, "casualty_figures": 0}
    return {"verdict_code": "rejected", "reason": reason, **nothing}
