"""What readers may ask: in go the files of `sql/views`, out comes the schema `report`.

Views are not migrated. Each is one file; all are dropped before and made again after a migration, in the order of
their `-- depends:` lines, in one transaction; grants that others had on them are repeated. A view of a user's own
that stands on one of ours is never dropped with it: that is an error which names it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from sqlalchemy import Connection, text

from eventdb.errors import SchemaError
from eventdb.schema.folders import folder
from eventdb.schema.lists import statements
from eventdb.schema.statements import Run, on, quoted

SCHEMA = "report"
GRAIN = re.compile(r"-- (One row per .+)")
DEPENDS = re.compile(r"^-- depends: (.+)$", re.MULTILINE)

OBJECTS = text("""
select case relkind when 'v' then 'view' else 'materialized view' end as kind, oid::regclass::text as name
from pg_class where relnamespace = to_regnamespace('report') and relkind in ('v', 'm')
union all
select 'routine', oid::regprocedure::text
from pg_proc where pronamespace = to_regnamespace('report')
""")

GUESTS = text("""
select distinct guest.oid::regclass::text || ' stands on ' || ours.oid::regclass::text
from pg_depend
inner join pg_rewrite on pg_depend.classid = 'pg_rewrite'::regclass and pg_depend.objid = pg_rewrite.oid
inner join pg_class as guest on pg_rewrite.ev_class = guest.oid
inner join pg_class as ours on pg_depend.refclassid = 'pg_class'::regclass and pg_depend.refobjid = ours.oid
where ours.relnamespace = to_regnamespace('report') and guest.relnamespace <> ours.relnamespace
order by 1
""")

GRANTS = text("""
with granted as (
    select oid::regclass::text as object, 'table' as kind, relowner as owner, relacl as entries
    from pg_class where relnamespace = to_regnamespace('report')
    union all
    select oid::regprocedure::text, 'routine', proowner, proacl
    from pg_proc where pronamespace = to_regnamespace('report')
)

select
    granted.object,
    format(
        'grant %s on %s %s to %s%s', entry.privilege_type, granted.kind, granted.object,
        case entry.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(entry.grantee)) end,
        case when entry.is_grantable then ' with grant option' else '' end
    ) as statement
from granted
cross join lateral aclexplode(granted.entries) as entry
where entry.grantee <> granted.owner
union all
select granted.object, format('revoke execute on routine %s from public', granted.object)
from granted
where granted.kind = 'routine' and 0 <> all(select entry.grantee from aclexplode(granted.entries) as entry)
    and granted.entries is not null
""")

OWNER = text("""
select quote_ident(pg_get_userbyid(nspowner)) as name, pg_has_role(current_user, nspowner, 'member') as is_open
from pg_namespace where nspname = 'eventdb' and pg_get_userbyid(nspowner) <> current_user
""")


@dataclass(frozen=True, slots=True)
class ViewFile:
    """One file: the view or function `report.<stem>`, what a row of it is, and what must stand before it."""

    name: str
    grain: str
    depends: frozenset[str]
    text: str


def read_views(path: Path | None = None) -> tuple[ViewFile, ...]:
    """All files, each after those it depends on; SchemaError names the file and what is wrong with it."""
    files = {view.name: view for view in map(_read, sorted((path or folder("sql/views")).glob("*.sql")))}
    for view in files.values():
        if unknown := view.depends - files.keys():
            raise SchemaError(f"{view.name}: `-- depends:` names {', '.join(sorted(unknown))}, which no file defines")
    graph = {view.name: sorted(view.depends) for view in files.values()}
    try:
        return tuple(files[name] for name in TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise SchemaError(f"views depend on each other in a circle: {' → '.join(error.args[1])}") from None


def _read(path: Path) -> ViewFile:
    content = path.read_text(encoding="utf-8")
    grain = GRAIN.match(content)
    if grain is None:
        raise SchemaError(f"{path.name}: the first line must state the grain, `-- One row per …`")
    named = DEPENDS.search(content)
    depends = frozenset(name.strip() for name in named[1].split(",")) if named else frozenset()
    return ViewFile(name=f"{SCHEMA}.{path.stem}", grain=grain[1], depends=depends, text=content)


def act_as_owner(connection: Connection) -> None:
    """Be the owner of the tables until the transaction ends, so that what is made anew belongs to nobody else."""
    owner = connection.execute(OWNER).one_or_none()
    if owner is None:
        return
    if not owner.is_open:
        raise SchemaError(
            f"tables and views are to be brought to this version, and they belong to {owner.name}: "
            "run `eventdb db upgrade` as that role"
        )
    on(connection)(f"set local role {owner.name}")


def drop(connection: Connection) -> list[tuple[str, str]]:
    """Drop all that is in `report`; the statements that give others their rights there again."""
    if guests := connection.scalars(GUESTS).all():
        raise SchemaError(f"{'; '.join(guests)}: drop it before the upgrade, and create it again afterwards")
    grants = [(row.object, row.statement) for row in connection.execute(GRANTS)]
    run = on(connection)
    for row in connection.execute(OBJECTS).all():
        run(f"drop {row.kind} if exists {row.name} cascade")
    return grants


def create(run: Run, views: Iterable[ViewFile] | None = None) -> None:
    """Make the schema, all views in order, and the comment that tells which files they came from."""
    run(f"create schema if not exists {SCHEMA};")
    for view in read_views() if views is None else views:
        run(view.text)
    run(f"comment on schema {SCHEMA} is {quoted(signature())};")


def repeat(connection: Connection, grants: Iterable[tuple[str, str]]) -> None:
    """Give the grants again on all that still exists."""
    run = on(connection)
    for name, statement in grants:
        finder = "to_regprocedure" if "(" in name else "to_regclass"
        if connection.scalar(text(f"select {finder}(:name)"), {"name": name}) is not None:
            run(statement)


def signature() -> str:
    """A comment that changes whenever a view file or a closed list does."""
    content = "\0".join([*(view.text for view in read_views()), *statements()])
    return f"What readers may ask, one view a question. Files {hashlib.sha256(content.encode()).hexdigest()[:16]}"


def signature_of(connection: Connection) -> str | None:
    """The comment of the schema `report` in the database."""
    found = connection.scalar(text("select obj_description(to_regnamespace('report'), 'pg_namespace')"))
    return None if found is None else str(found)
