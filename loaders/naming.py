"""What an article calls its actors: its facts go in, one name for each of its actors comes out.

Facts keep an organisation by the lexicon's name, which all articles share; a reader of one article knows it by the
name that this article spells out ("Tamil Tigers", "Hezb-e-Wahdat"). States and people keep theirs.
"""

from __future__ import annotations

import re

from .facts import ActorFact, ArticleFacts

ACRONYM = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][A-Za-z]{0,2}[A-Z-]*[A-Z]s?|[A-Z]{2,}(?:-[A-Z]+)?")


def names_of(facts: ArticleFacts) -> tuple[str, ...]:
    """The name of each actor, in their order."""
    return tuple(_called(actor, facts.text) for actor in facts.actors)


def _called(actor: ActorFact, text: str) -> str:
    if actor.key is None or actor.kind in ("state", "person") or not actor.aliases:
        return actor.name
    spelt = [form for form in actor.aliases if not ACRONYM.fullmatch(form)]
    if actor.name in text:
        is_short = ACRONYM.fullmatch(actor.name)
        fuller = [form for form in spelt if is_short or form.startswith((f"{actor.name} of ", f"{actor.name} in "))]
        return max(fuller, key=len, default=actor.name)
    chosen = max(spelt or actor.aliases, key=len)
    is_part = actor.name.casefold().startswith(chosen.casefold())  # "Houthi" is no name, "Houthis" is
    is_known = not spelt and actor.kind == "igo"  # who reads "UN" thinks of the United Nations
    return actor.name if is_part or is_known else chosen
