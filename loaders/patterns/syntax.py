"""Reading a pattern: the line goes in, a tree of frozen nodes comes out. It knows no lexicon and no regex."""

from __future__ import annotations

import re
from dataclasses import dataclass

TOKEN = re.compile(r"\\[()]|\{\d,\d\}|\{[^{}]+\}|<[^<>]+>|\.\.\.|\[\w+:|[()\]|?*+,!~]|[^\s{}<>()\[\]?*+|,!~]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A literal word, ",", or a bracket, written "\\(" in a pattern."""

    text: str


@dataclass(frozen=True, slots=True)
class WordClass:
    """`<a|b>`: any word of the classes; `<a|b:slot>` keeps it in a slot."""

    names: tuple[str, ...]
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """`{kind|kind:name}`; `is_list` for a plural kind."""

    kinds: tuple[str, ...]
    name: str
    is_list: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """`...`"""


@dataclass(frozen=True, slots=True)
class PostModifier:
    """`~`"""


@dataclass(frozen=True, slots=True)
class Not:
    """`!x`"""

    body: Node


@dataclass(frozen=True, slots=True)
class Repeat:
    """`x?`, `x*`, `x+`, `x{1,3}`"""

    body: Node
    low: int
    high: int | None
    is_lazy: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """`(a|b)`"""

    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """`[name: ...]`: all masks inside belong to the slot, also those of a repeated part."""

    name: str
    body: Node


Node = Word | WordClass | Slot | Gap | PostModifier | Not | Repeat | Sequence | Choice | Named
PLURALS = {
    "actors": "who",
    "victims": "victim",
    "places": "geo",
    "names": "name",
    "orgs": "org",
    "forces": "force",
    "targets": "struck",
}
REPEATS = {"?": (0, 1), "*": (0, None), "+": (1, None)}


class _Reader:
    """Recursive descent over the tokens of one pattern."""

    def __init__(self, pattern: str) -> None:
        self.pattern, self.tokens, self.at = pattern, _tokens(pattern), 0

    def peek(self) -> str:
        """The next token, "" at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        """The next token, which is then behind us; ValueError at the end."""
        if self.at >= len(self.tokens):
            raise ValueError(f"a word or slot should follow at the end of {self.pattern!r}")
        self.at += 1
        return self.tokens[self.at - 1]

    def choice(self) -> Node:
        """`a|b`."""
        options = [self.sequence()]
        while self.peek() == "|":
            self.take()
            options.append(self.sequence())
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def sequence(self) -> Node:
        """`a b`, up to a bar or a closing bracket."""
        parts: list[Node] = []
        while self.peek() and self.peek() not in "|)]":
            parts.append(self.repeated())
        if not parts:
            raise ValueError(f"a word or slot should stand before {self.peek() or 'the end'!r} in {self.pattern!r}")
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def repeated(self) -> Node:
        """`a?`, `a*`, `a+`, `a{1,3}`, `a*?`."""
        node = self.single()
        mark = self.peek()
        if mark in REPEATS:
            low, high = REPEATS[self.take()]
            is_lazy = mark != "?" and self.peek() == "?"
            if is_lazy:
                self.take()
            return Repeat(node, low, high, is_lazy)
        if re.fullmatch(r"\{\d,\d\}", mark):
            self.take()
            if mark[1] > mark[3]:
                raise ValueError(f"the repetition {mark} should count upwards in {self.pattern!r}")
            return Repeat(node, int(mark[1]), int(mark[3]))
        return node

    def single(self) -> Node:
        """A word, slot, class or bracket."""
        token = self.take()
        if token == "(":
            node = self.choice()
            if self.peek() != ")":
                raise ValueError(f"a bracket is not closed in {self.pattern!r}")
            self.take()
            return node
        if token == "!":
            return Not(self.single())
        if token[0] == "[":
            node = Named(token[1:-1], self.choice())
            if self.peek() != "]":
                raise ValueError(f"a square bracket is not closed in {self.pattern!r}")
            self.take()
            return node
        return leaf(token, self.pattern)


def _tokens(pattern: str) -> list[str]:
    """The tokens of a pattern; ValueError where something in it is no token, such as a brace that is not closed."""
    if rest := TOKEN.sub("", pattern).split():
        raise ValueError(f"{rest[0]!r} is not closed, or empty, in {pattern!r}")
    return TOKEN.findall(pattern)


def leaf(token: str, pattern: str) -> Node:
    """The node of a token that holds no others."""
    match token[0]:
        case "{":
            return slot(token[1:-1])
        case "<":
            classes, _, name = token[1:-1].partition(":")
            return WordClass(tuple(each.strip() for each in classes.split("|")), name.strip())
        case "~":
            return PostModifier()
        case "\\":
            return Word(token[1:])
        case ")" | "]" | "?" | "*" | "+" | "|":
            raise ValueError(f"{token!r} stands where a word or slot should in {pattern!r}")
    return Gap() if token == "..." else Word(token)


def slot(body: str) -> Slot:
    """`actors:who` → Slot(("actor",), "who", is_list)."""
    kinds, _, name = body.partition(":")
    names = tuple(kind.strip() for kind in kinds.split("|"))
    is_list = any(kind in PLURALS for kind in names)
    return Slot(tuple(PLURALS.get(kind, kind) for kind in names), name.strip() or names[0], is_list)


def read(pattern: str) -> Node:
    """The tree of a pattern; ValueError where it is malformed."""
    reader = _Reader(pattern)
    node = reader.choice()
    if reader.at < len(reader.tokens):
        raise ValueError(f"a bracket is closed but was not opened in {pattern!r}")
    return node
