"""What people decide: two events are one or are not, a fact is wrong, two actors are one, a name is another person.

signed    who decides, why, and when
events    two events (or reports) → judgements of their reports
rows      the rows of one article → read, changed, written back
facts     a fact, a field, a value → a correction, and the fact set right
actors    two actors → one; the persons of some articles → another actor
undo      a decision → withdrawn, and what it changed put back
listing   decisions → values to show and to hand on
exchange  decisions ⇄ lines of JSON that people can review, and another database can take in

In: the writer's connection, ids as the views give them, words. Out: rows of `judgement` and `correction`, facts that
carry them, and events linked anew. No decision is ever deleted, and no load changes what one says; each can be taken
back. Unknown ids and values raise UsageError, and then nothing is written.
"""

from __future__ import annotations

from .actors import merge_actors, split_actor
from .events import Judged, judge
from .exchange import Taken, as_lines, read_decisions, take_decisions
from .facts import Corrected, correct_fact, retract_fact
from .listing import decisions
from .signed import Signed
from .undo import undo

__all__ = [
    "Corrected",
    "Judged",
    "Signed",
    "Taken",
    "as_lines",
    "correct_fact",
    "decisions",
    "judge",
    "merge_actors",
    "read_decisions",
    "retract_fact",
    "split_actor",
    "take_decisions",
    "undo",
]
