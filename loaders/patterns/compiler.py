"""From a pattern's tree to a regex over masked sentences, and to what the pattern needs.

A masked sentence is plain text in which a mask stands as two characters (kind, number). `needs` are sets of words and
kinds, one of each of which must be in a sentence: an index over them keeps most patterns from ever being tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from loaders.patterns import syntax
from loaders.patterns.either import either
from loaders.patterns.kinds import NOUN_MASK, Kinds, numbers_in
from loaders.patterns.line import Line, before
from loaders.patterns.needs import ANYTHING, MOST_REPEATS, Need, Needs

BORDER = "¦"
"""A clause border in a masked sentence: gaps and post-modifiers do not cross it."""

ANY_WORD = "mod"
"""The class of any word or mask that is no finite verb or conjunction: `<mod>`; `<word>` is the same without masks."""

LEADS = (
    "both|neither|either|various|several|some|many|most|rival|including|of|from|those|by|the|a|an"
    "|representatives|representative|officials|official|leaders|delegations|delegation|envoys|members"
    "|diplomats|ministers|foreign|and|with|to|as|its|their|other"
)
"""What may stand before each member of a list: "both the leaders of X and those of Y"."""

FINITE = "was|were|has|have|had|is|are|said|will|would"
"""Words that make a clause finite; no modifier is one of them and no post-modifier holds one."""

CLAUSE_OPENERS = "after|when|while|before|but|because|although|though|until|if|unless|whether"
"""Behind these another subject follows, so no post-modifier holds one: "on Monday after five men"."""

HINGES = (
    "of|from|in|at|on|who|whose|that|near|inside|aboard|among|with|travelling|traveling|working|belonging"
    "|escorting|guarding|protecting|carrying|riding|returning|standing|praying|sleeping|fleeing|serving|stationed|deployed|posted"
    "|identified|including|all|most|mostly|some|many|both"
)
"""Words that open a post-modifier: "X of the escort", "X who was travelling with them"."""

PREPOSITIONS = "of|in|for|on|at|with|from|against|into|between|over|under|about|than"
"""Words that `<word>` does not match, but `<mod>` does."""

JOINTS = "and|or|but|who|which|that|when|after|before|while|as|by|to"
"""Words that join clauses or open another phrase: no modifiers."""

LONGEST_LIST = 60
"""How many actors, places … a list holds at most: a list may name all states of a union."""


@dataclass(frozen=True)
class Pattern:
    """A pattern: its line, its regex for strings in small letters, what each match needs and begins with."""

    text: str
    source: str
    needs: tuple[Need, ...]
    first: frozenset[str] | None

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled regex; most patterns are never tried, so it is made on first use."""
        return re.compile(self.source)

    def search(self, line: Line, pos: int = 0) -> re.Match[str] | None:
        """The first match at `pos` or behind it, as `regex.search` would find it; only likely places are tried."""
        if self.first is None:
            return self.regex.search(line.string, pos)
        for place in line.places(self._runs(line, self.first), pos):
            if match := self.regex.match(line.string, place):
                return match
        return None

    def all(self, line: Line) -> Iterator[re.Match[str]]:
        """All matches that do not overlap."""
        pos = 0
        while match := self.search(line, pos):
            yield match
            pos = max(match.end(), match.start() + 1)

    def _runs(self, line: Line, first: frozenset[str]) -> int:
        """The runs that a match may begin in: what it needs stands near enough behind them."""
        found = line.runs(first)
        for need in self.needs:
            if not found & found - 1:  # none, or one that is tried sooner than weighed
                break
            found &= before(line.runs(need.words), need.within)
        return found


class Compiler:
    """Compiles patterns against one lexicon of word classes and one registry of kinds."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]], kinds: Kinds) -> None:
        self.classes, self.kinds = classes, kinds
        self.needs = Needs(self.words, kinds, frozenset(LEADS.split("|")))

    def compile(self, text: str) -> Pattern:
        """The pattern of a line; ValueError where it is malformed or names an unknown kind or class."""
        tree = syntax.read(text)
        body = _Writer(self).write(tree)
        return Pattern(text, rf"(?<![\w-])(?=\S)(?:{body})", self.needs.of(tree), self.needs.first(tree))

    def words(self, name: str) -> tuple[str, ...]:
        """The words of a class."""
        if name not in self.classes:
            raise ValueError(f"unknown word class <{name}>; known are {sorted(self.classes)}")
        return self.classes[name]


class _Writer:
    """Writes one tree as a regex; group names are numbered so that a slot may stand in it more than once."""

    def __init__(self, compiler: Compiler) -> None:
        self.compiler, self.groups = compiler, 0

    def write(self, node: syntax.Node) -> str:
        """The regex of a tree; each word, slot and class takes the blanks behind it."""
        match node:
            case syntax.Word("," | "(" | ")" as sign):
                return rf"(?:{re.escape(sign)}\s*+)"
            case syntax.Word(text):
                before = "" if text.startswith("'") else r"(?<!\w)"  # "women's": the genitive hangs on its word
                return rf"(?:{before}{re.escape(text.lower())}(?!\w)\s*+)"
            case syntax.WordClass(names, slot):
                return self._named(self._word_class(names), slot)
            case syntax.Slot():
                return self._slot(node)
            case syntax.Gap():
                return rf"(?:[^{BORDER};:\"]{{0,60}}?)"
            case syntax.PostModifier():
                return _post_modifier(self.compiler.kinds)
            case syntax.Not(body):
                return rf"(?!\s*{self.write(body)})"
            case syntax.Repeat(body, low, high, is_lazy):
                return rf"(?:{self.write(body)}){{{low},{MOST_REPEATS if high is None else high}}}" + "?" * is_lazy
            case syntax.Named(name, body):
                return self._named(self.write(body), name)
            case syntax.Sequence(parts):
                return "".join(map(self.write, parts))
            case syntax.Choice(options):
                return "(?:" + "|".join(map(self.write, options)) + ")"

    def _word_class(self, names: tuple[str, ...]) -> str:
        if ANYTHING & set(names):
            return rf"(?:{_modifier(with_masks=ANY_WORD in names)}\s*+)"
        words = {word for name in names for word in self.compiler.words(name)}
        if not words:
            raise ValueError(f"the word class <{'|'.join(names)}> has no words; it should have one at least")
        return rf"(?:(?<![\w-]){either(words)}(?![\w]|-\w)\s*+)"

    def _named(self, inner: str, slot: str) -> str:
        self.groups += 1
        return rf"(?P<{slot}__{self.groups}>{inner})" if slot else inner

    def _slot(self, node: syntax.Slot) -> str:
        codes = "".join(dict.fromkeys("".join(self.compiler.kinds.accepted(kind) for kind in node.kinds)))
        one = rf"[{codes}].\s*+" + self._aside()
        inner = _conjunction(one) if node.is_list else one
        self.groups += 1
        name = "how" if self._is_verb(node) and node.name in node.kinds else node.name
        return rf"(?P<{re.sub(r'[^a-z_]', '_', name)}__{self.groups}>{inner})"

    def _is_verb(self, node: syntax.Slot) -> bool:
        return all(self.compiler.kinds.is_verb(kind) for kind in node.kinds)

    def _aside(self) -> str:
        return rf"(?:{self.compiler.kinds.accepted('aside')}.\s*+)?"


def _modifier(*, with_masks: bool) -> str:
    stop = "|".join([FINITE, JOINTS] if with_masks else [FINITE, PREPOSITIONS, JOINTS])
    masks = f"|{NOUN_MASK}" if with_masks else ""
    return rf"(?:(?!(?:{stop})(?!\w))[\w'.-]++{masks})"


def _post_modifier(kinds: Kinds) -> str:
    finite = "".join(
        code for name, code in kinds.codes.items() if name.endswith((".active", ".passive")) or name.startswith("say.")
    )
    inside = rf"(?:(?!(?<!\w)(?:{FINITE}|{CLAUSE_OPENERS})(?!\w))[^{BORDER};:.{finite}]){{1,90}}?"
    return rf"(?:,?\s*(?:{HINGES})\s{inside}|,\s*{inside},\s*)?"


def _conjunction(one: str) -> str:
    """X · X and Y · X, Y(,) and Z; a comma alone is an apposition, never a list."""
    # no possessive repeat of a group: up to Python 3.11.4 it forgets what it may give back (gh-106052)
    lead = rf"(?:(?<!\w)(?:{LEADS})(?!\w)\s+)*"
    last = r"(?:,?\s*(?:and|&|or|nor|as well as|along with|together with|plus)\s+)"
    return rf"{lead}{one}(?:(?:,\s*{lead}{one}){{0,{LONGEST_LIST}}}{last}{lead}{one}){{0,{MOST_REPEATS}}}"


def slots_of(match: re.Match[str]) -> dict[str, list[int]]:
    """Slot name → numbers of the masks in it, in the order of the sentence; asides are left out by the caller."""
    found: dict[str, list[int]] = {}
    for name, text in zip(match.re.groupindex, match.groups(), strict=True):
        if text:
            found.setdefault(name.rpartition("__")[0], []).extend(numbers_in(text))
    return found
