"""A database of the first release, with data in it, comes to this version with all that it held."""

from __future__ import annotations

import pytest
from alembic import command
from sqlalchemy import text

from eventdb import schema
from eventdb.models.codes import LISTS
from eventdb.schema import lists
from eventdb.schema.migrate import _config
from eventdb.schema.statements import on
from eventdb.session import connection
from tests.schema.dumps import execute, query

# Rows as revision 0001 had them: an article with a fact of each kind, a decision taken back, a run.
FIRST = """
insert into eventdb.source_file values
(1, 'inbox/ferry.txt', repeat('a', 64), 30, 'loaded', null, 1, '2031-05-02 06:00Z', '2031-05-02 06:00Z');
insert into eventdb.article
(article_id, version, is_current, source_file_id, text, text_length, authors, language, published,
published_basis_code, content_hash, text_hash, rules_version)
values
(1, 1, true, 1, 'Two died, says Kari Lund of FW.', 31, '{}', 'en', '[2031-05-01,2031-05-02]', 'byline',
repeat('b', 64), repeat('c', 64), 'rules');
insert into eventdb.actor values (2, 'Kari Lund', 'person', null, 'rule', null, null);
insert into eventdb.article_actor values (1, 1, 0, 2, 'Kari Lund', 'person', 'NO', '{}');
insert into eventdb.office_held values (1, 1, 0, 11, 0, 'captain', 'FW', 15, 24, 31);
insert into eventdb.judgement
(judgement_id, subject_code, left_id, right_id, verdict_code, origin_code, made_by, reason, made_at, withdrawn_at)
values (1, 'actor', 2, 3, 'same', 'human', 'Ines', 'one person', '2031-05-03', '2031-05-04');
insert into eventdb.ingest_run values
(1, '2031-05-02 06:00Z', '2031-05-02 06:01Z', 'rules', 'inbox', 1, 1, 0, 0, 0);
insert into eventdb.ingest_result values (1, 1, 'inserted', null, 1, 0, 0, 0);
"""
HELD = """
select article.text, article_actor.name, office_held.title, judgement.withdrawn_by, ingest_run.files_inserted
from eventdb.article inner join eventdb.article_actor using (article_id, version)
inner join eventdb.office_held using (article_id, version), eventdb.judgement, eventdb.ingest_run
"""


@pytest.fixture
def first_url(empty_url: str) -> str:
    """A database of the first revision, with rows."""
    with connection(empty_url) as link:
        command.upgrade(_config(link), "0001")
        for table, statement in zip(LISTS, lists.statements(), strict=True):
            if link.scalar(text("select to_regclass(:name)"), {"name": f"eventdb.{table}"}):  # the first release had it
                on(link)(statement)
    execute(empty_url, FIRST)
    return empty_url


def test_the_first_release_comes_to_this_one_with_its_data(first_url: str) -> None:
    assert schema.current(first_url) == "0001"
    assert schema.upgrade(first_url) is True
    assert query(first_url, HELD) == [("Two died, says Kari Lund of FW.", "Kari Lund", "captain", "Ines", 1)]
    assert query(first_url, "select file, title from report.article") == [("inbox/ferry.txt", None)]
    assert schema.drift(first_url) == []
