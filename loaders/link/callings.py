"""What somebody is, from the titles that articles give: an official, a fighter, or neither of the two.

In: a title and the kind of its organisation. Out: a sphere, or None where the title could belong to any. Pure. Two
persons of one name and two spheres are two; who is an analyst today may be a minister tomorrow, so that says nothing.
"""

from __future__ import annotations

import re

OFFICIAL, ARMED, PRIVATE = "official", "armed", "private"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WORDS = {
    ARMED: _words(
        "militant fighter rebel insurgent guerrilla warlord separatist jihadist gunman bomber attacker kingpin"
    ),
    PRIVATE: _words(
        "surgeon doctor physician nurse medic paramedic pharmacist midwife resident villager witness eyewitness "
        "shopkeeper farmer teacher student driver trader merchant vendor tailor baker carpenter mechanic labourer "
        "laborer fisherman miner survivor victim pensioner footballer singer musician actor actress artist"
    ),
    OFFICIAL: _words(
        "president premier minister governor mayor secretary ambassador senator lawmaker legislator parliamentarian "
        "congressman congresswoman mp judge justice prosecutor general colonel brigadier major captain lieutenant "
        "admiral marshal police army air navy ministry king prince emir sultan chancellor commissioner"
    ),
}
# Who speaks for a group, leads it or fights for it belongs to it.
OF_A_GROUP = _words(
    "spokesman spokeswoman spokesperson leader commander chief head deputy member negotiator representative founder "
    "emir fighter official"
)

SOLE = _words("president premier minister governor mayor king emir sultan chancellor")


def is_held_by_one(title: str) -> bool:
    """Whether a body has one such office at a time; of spokesmen and lawmakers there are many."""
    return bool(SOLE & set(re.findall(r"[a-z]+", title.lower())))


def sphere(title: str, organisation_kind: str | None) -> str | None:
    """`official`, `armed`, `private`, or None."""
    words = set(re.findall(r"[a-z]+", title.lower()))
    if organisation_kind == "armed_group" and words & OF_A_GROUP:
        return ARMED
    if organisation_kind in ("government", "state") and words & OF_A_GROUP:
        return OFFICIAL
    return next((name for name, told in WORDS.items() if words & told), None)
