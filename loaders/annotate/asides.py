"""Asides lifted out: brackets, relative clauses and appositions become masks that every mask may carry behind it.

The lifted text is read as a clause of its own; what it hangs on is the mask before it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.annotate.masked import Masked
from loaders.patterns.compiler import BORDER
from loaders.patterns.kinds import MASK, VERB_MASK, is_kind

FINITE = r"(?:has|have|had|is|are|was|were|will|would|said|told|also)\b"
ASIDE = re.compile(
    rf"""\((?:[^()]*)\)
    |,\srespectively,?
    |,\s(?:which|who|whose|where|according\s+to)\s[^,{BORDER}]*,
    |\s[–—]\s[^–—]{{3,160}}\s[–—](?=\s)
    |\s--\s[^–—]{{3,160}}\s--(?=\s)
    |(?<={MASK}),\s(?:the|an?|including|center|left|right|along\s+with|speaking|still|but\s+not|together\s+with
        |(?:also\s+|formerly\s+|locally\s+|better\s+|collectively\s+)?known\s+as|dubbed|nicknamed|accompanied\s+by|flanked\s+by)\s[^,{BORDER}]{{2,100}},
       (?=\s(?:{FINITE}|{VERB_MASK}))""",
    re.X | re.S,
)


RELATIVE = re.compile(r",\s(?:which|who)\s", re.S)


def lift_asides(masked: Masked) -> None:
    """Mask every aside of the sentence; in a relative clause the mask before it takes the place of "which"."""
    pos = 0
    while match := ASIDE.search(masked.string, pos):
        start = match.start() + (match[0][0] == " ")
        before = masked.string[:start].rstrip()
        pos = masked.replace(start, match.end(), "aside")
        if RELATIVE.match(match[0]) and len(before) > 1 and is_kind(before[-2]):
            last = masked.masks.pop()
            masked.masks.append(replace(last, string=before[-2:] + " " + RELATIVE.sub("", last.string, count=1)))
