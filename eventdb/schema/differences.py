"""Whether the views of a database are those of the files: in goes a URL, out come differences. Changes nothing.

The files are run beside the views that stand, inside a transaction that is rolled back, and the server's own words
for both are compared, comments included; so a changed column under a view shows, too.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

from eventdb.schema import views
from eventdb.schema.revisions import require_head
from eventdb.schema.statements import on
from eventdb.session import connection

DEFINITIONS = text("""
select oid::regclass::text as name, pg_get_viewdef(oid) as definition
from pg_class where relnamespace = 'report'::regnamespace and relkind in ('v', 'm')
union all
select oid::regprocedure::text, pg_get_functiondef(oid)
from pg_proc where pronamespace = 'report'::regnamespace
union all
select 'comments on ' || pg_class.oid::regclass::text, string_agg(pg_description.description, '|' order by objsubid)
from pg_class
inner join pg_description on pg_description.objoid = pg_class.oid and classoid = 'pg_class'::regclass
where relnamespace = 'report'::regnamespace
group by pg_class.oid
""")


def drift(url: str) -> list[str]:
    """What differs, sorted, such as `report.timeline: changed`, `missing` or `no file defines it`; empty if nothing.

    Raises SchemaError if the tables are not this version's, since its views could not stand on them.
    """
    with connection(url) as link:
        require_head(link)
        stands = _definitions(link)
        with link.begin_nested() as trial:
            on(link)("alter schema report rename to report_as_it_stands")
            views.create(on(link))
            ought = _definitions(link)
            trial.rollback()
    return sorted(_differences(stands, ought))


def _definitions(link: Connection) -> dict[str, str]:
    if link.scalar(text("select to_regnamespace('report')")) is None:
        return {}
    return {row.name: row.definition for row in link.execute(DEFINITIONS)}


def _differences(stands: dict[str, str], ought: dict[str, str]) -> list[str]:
    missing = [f"{name}: missing" for name in ought.keys() - stands.keys()]
    added = [f"{name}: no file defines it" for name in stands.keys() - ought.keys()]
    changed = [f"{name}: changed" for name in stands.keys() & ought.keys() if stands[name] != ought[name]]
    return missing + added + changed
