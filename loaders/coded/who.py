"""Names of sides, actors and targets → actors of the lexicon, or by name alone.

In: a name as a data set writes it, the kind that its coders give it, if any. Out: an `ActorFact`, or None for nobody in
particular. A government, army or police stands for its state as in articles: by its country.
"""

from __future__ import annotations

import re

from ..facts import ActorFact
from ..lexicons import Entry, adjective_of, names
from .where import country_code

NOBODY = re.compile(r"(?:unknown|unaffiliated individual\(s\)|none|not applicable)", re.IGNORECASE)
PEOPLE = re.compile(r"(?:civilians|protesters|rioters|labou?r group|students)\b", re.IGNORECASE)
GOVERNMENT = re.compile(r"Government of (?P<state>.+)")
FORCES = re.compile(r"(?:Military|Police) Forces of (?P<state>.+)")


def actor_of(written: str, *, kind: str | None = None, country: str = "") -> ActorFact | None:
    """The actor of a name. `kind` is what the data set says that it is; `country` names the country it belongs to."""
    if not written or NOBODY.fullmatch(written):
        return None
    if government := GOVERNMENT.fullmatch(written):
        return _government(written, government["state"])
    if forces := FORCES.match(written):
        return ActorFact(written, "government", country=country_code(forces["state"]))
    if PEOPLE.match(written):
        return ActorFact(written, "group")
    if known := next((each for each in names().lookup(written) if _is_actor(each)), None):
        return ActorFact(known.name, "state" if known.kind == "country" else known.tag, known.key, known.country)
    return ActorFact(written, kind or "group", country=country_code(country) if country else None)


def _is_actor(entry: Entry) -> bool:
    return entry.kind == "actor" or (entry.kind == "country" and entry.form in ("name", "alias", "acronym"))


def _government(written: str, state: str) -> ActorFact:
    code = country_code(state)
    if code is None:
        return ActorFact(written, "government")
    found = (hit.entry for hit in names().find(f"{adjective_of(code)} Government") if hit.entry.kind == "actor")
    body = next(found, None)
    return ActorFact(body.name if body else written, "government", body.key if body else None, code)
