"""From a pattern's tree to a regex over masked sentences, and to what the pattern needs.

A masked sentence is plain text in which a mask stands as two characters (kind, number). `needs` are sets of words and
kinds, one of each of which must be in a sentence: an index over them keeps most patterns from ever being tried.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.patterns import syntax
from loaders.patterns.kinds import NOUN_MASK, Kinds, is_kind, number_of

BORDER = "¦"
"""A clause border in a masked sentence: gaps and post-modifiers do not cross it."""

ANY_WORD = "mod"
"""The class of any word or mask that is no finite verb or conjunction: `<mod>`."""

PLAIN_WORD = "word"
"""The same without masks: `<word>`."""

WORD = re.compile(r"\w+")
"""A word as needs and vocabulary know it: hyphens and apostrophes part words, so that no match can escape them."""

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
    "|identified|including|all|most|mostly|some|many|both"
)
"""Words that open a post-modifier: "X of the escort", "X who was travelling with them"."""

PREPOSITIONS = "of|in|for|on|at|with|from|against|into|between|over|under|about|than"
"""Words that `<word>` does not match, but `<mod>` does."""

JOINTS = "and|or|but|who|which|that|when|after|before|while|as|by|to"
"""Words that join clauses or open another phrase: no modifiers."""

MOST_REPEATS = 10
"""How often `*` and `+` repeat at most. No phrase of English needs more, and time then grows only with length."""

LONGEST_LIST = 60
"""How many actors, places … a list holds at most: a list may name all states of a union."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern and what must be in a sentence for it to match."""

    text: str
    regex: re.Pattern[str]
    needs: tuple[frozenset[str], ...]


class Compiler:
    """Compiles patterns against one lexicon of word classes and one registry of kinds."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]], kinds: Kinds) -> None:
        self.classes, self.kinds = classes, kinds

    def compile(self, text: str) -> Pattern:
        """The pattern of a line; ValueError where it is malformed or names an unknown kind or class."""
        tree = syntax.read(text)
        body = _Writer(self).write(tree)
        return Pattern(text, re.compile(rf"(?<![\w-])(?=\S)(?:{body})", re.I), tuple(self._needs(tree)))

    def words(self, name: str) -> tuple[str, ...]:
        """The words of a class."""
        if name not in self.classes:
            raise ValueError(f"unknown word class <{name}>; known are {sorted(self.classes)}")
        return self.classes[name]

    def _needs(self, node: syntax.Node) -> list[frozenset[str]]:
        match node:
            case syntax.Word(text):
                return [frozenset([first_word(text)])] if first_word(text) else []
            case syntax.WordClass(names=names):
                if {ANY_WORD, PLAIN_WORD} & set(names):
                    return []
                return [frozenset(first_word(word) for name in names for word in self.words(name))]
            case syntax.Slot(kinds=kinds):
                return [frozenset("".join(self.kinds.accepted(k) for k in kinds))]
            case syntax.Repeat(body=body, low=low):
                return self._needs(body) if low else []
            case syntax.Named(body=body):
                return self._needs(body)
            case syntax.Sequence(parts):
                return [need for part in parts for need in self._needs(part)]
            case syntax.Choice(options):
                branches = [self._needs(option) for option in options]
                return [frozenset().union(*(min(b, key=len) for b in branches))] if all(branches) else []
        return []


class _Writer:
    """Writes one tree as a regex; group names are numbered so that a slot may stand in it more than once."""

    def __init__(self, compiler: Compiler) -> None:
        self.compiler, self.groups = compiler, 0

    def write(self, node: syntax.Node) -> str:
        """The regex of a tree; each word, slot and class takes the blanks behind it."""
        match node:
            case syntax.Word(","):
                return r"(?:,\s*+)"
            case syntax.Word(text):
                return rf"(?:(?<!\w){re.escape(text)}(?!\w)\s*+)"
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
        if {ANY_WORD, PLAIN_WORD} & set(names):
            return rf"(?:{_modifier(with_masks=ANY_WORD in names)}\s*+)"
        words = {word for name in names for word in self.compiler.words(name)}
        if not words:
            raise ValueError(f"the word class <{'|'.join(names)}> has no words; it should have one at least")
        inner = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))
        return rf"(?:(?<![\w-])(?:{inner})(?![\w]|-\w)\s*+)"

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


def first_word(phrase: str) -> str:
    """The word of a phrase that the index looks for, "" where it has none; "car-bomb" has two words."""
    found = WORD.search(phrase.lower())
    return found[0] if found else ""


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
    lead = rf"(?:(?<!\w)(?:{LEADS})(?!\w)\s+)*+"
    last = r"(?:,?\s*(?:and|&|or|nor|as well as|along with|together with|plus)\s+)"
    return rf"{lead}{one}(?:(?:,\s*{lead}{one}){{0,{LONGEST_LIST}}}{last}{lead}{one}){{0,{MOST_REPEATS}}}"


def slots_of(match: re.Match[str]) -> dict[str, list[int]]:
    """Slot name → numbers of the masks in it, in the order of the sentence; asides are left out by the caller."""
    found: dict[str, list[int]] = {}
    for name, text in match.groupdict().items():
        if text:
            numbers = [number_of(b) for a, b in zip(text, text[1:], strict=False) if is_kind(a)]
            found.setdefault(name.rpartition("__")[0], []).extend(numbers)
    return found


def vocabulary(string: str) -> frozenset[str]:
    """The words and kinds of a masked sentence, to compare with a pattern's needs."""
    return frozenset(WORD.findall(string.lower())) | frozenset(filter(is_kind, string))
