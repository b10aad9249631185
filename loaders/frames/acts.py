"""Which act a frame of verbal.yaml tells with the mood of its verb: frame and verb group go in, a type comes out."""

from __future__ import annotations

import re

from loaders.annotate.verbs import VerbGroup
from loaders.frames.catalogue import Frame

TOLD = ("done", "present", "ongoing", "begun")
AHEAD = ("planned", "expected")
NEVER = ("negated", "excluded", "undecided")
WISHING = re.compile(r"(?<!\w)(?:wants?|wanted|hopes?|hoped|hoping|wish|seeks?|seeking|sought|able) to(?!\w)")
DECIDED = re.compile(r"(?<!\w)decided to(?!\w)")
"""Behind these words a decision is told, which is an act already."""
TRIED = re.compile(r"(?<!\w)(?:tried|trying|attempted|attempting) to(?!\w)")


def act_type(frame: Frame, group: VerbGroup | None) -> str:
    """The type of the act; "" where the verb's mood tells none."""
    mood, chain = (group.mood, group.chain) if group else ("done", "")
    if mood in NEVER and frame.position != "failed":
        return ""
    if frame.position or mood in TOLD or DECIDED.search(chain) or TRIED.search(chain):
        return frame.event_type
    if mood == "declined":
        return frame.refused
    is_wish = mood == "wished" and bool(WISHING.search(chain))
    return frame.planned if mood in AHEAD or is_wish else ""
