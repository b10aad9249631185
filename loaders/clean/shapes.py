"""Lines known by their shape. In: a line's words. Out: the class of clutter.yaml or page_lines.yaml that it matches.

The rules are data, each with examples and counter-examples that run as tests. Never looks at a line's neighbours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.clean.kinds import BLOCK_KINDS
from loaders.clean.outlets import find_outlets
from loaders.lexicons.reading import Folders, Item, read_items
from loaders.patterns.literals import Literals, pieces

FIELDS = frozenset({"class", "kind", "patterns", "examples", "counterexamples", "opens", "ends"})
PARTICLES = r"(?:al|el|de|da|di|du|van|von|der|den|bin|ibn|ben|la|le|ter|dos|del|abu)"
NAME = rf"(?-i:[A-Z][\w'’.-]+(?:[ -](?:{PARTICLES}[ -])*[A-Z][\w'’.-]*){{1,4}})"
OUTLET = "\ue000"
COLUMNS = re.compile(r"\t+| {3,}| +\| +")
LONGEST = 1000
LEAST_COLUMNS, MOST_CELL_WORDS = 3, 12
LEAD = re.compile(r"""^[•◦▪●‣·*>♦◆◊■□▶►→✓★☆\s]+(?=[\w"“‘'(\[])""")


@dataclass(frozen=True, slots=True)
class Shape:
    """A class of lines: `opens` draws the short lines below it in, `ends` says that the article is over.

    An expression in which OUTLET stands is matched with the words in which it stands for each outlet's name.
    """

    name: str
    kind: str
    expressions: tuple[str, ...]
    opens: bool
    ends: bool
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]

    def matches(self, words: str, masked: str) -> bool:
        """Whether the whole line is of this class."""
        return any(_is_whole(expression, words, masked) for expression in self.expressions)


@dataclass(frozen=True, slots=True)
class _Rules:
    """The expressions of all classes in their order, `shapes[i]` the class of number i, and what each asks for."""

    expressions: tuple[str, ...]
    shapes: tuple[Shape, ...]
    literals: Literals

    def first(self, words: str, masked: str) -> Shape | None:
        """The first class of which the whole line is."""
        may_match = self.literals.may_match(words if words == masked else f"{words}\n{masked}")
        while may_match:
            number = (may_match & -may_match).bit_length() - 1
            may_match &= may_match - 1
            if _is_whole(self.expressions[number], words, masked):
                return self.shapes[number]
        return None


@cache
def shapes(folders: Folders = ()) -> tuple[Shape, ...]:
    """All classes, in the order in which they are tried."""
    clutter = read_items("clutter.yaml", "clutter", FIELDS, folders, key="class")
    lines = read_items("page_lines.yaml", "lines", FIELDS, folders, key="class")
    return tuple(_shape(item) for item in [*clutter, *lines])


@cache
def _rules(folders: Folders) -> _Rules:
    pairs = [(expression, shape) for shape in shapes(folders) for expression in shape.expressions]
    expressions = tuple(expression for expression, _ in pairs)
    return _Rules(expressions, tuple(shape for _, shape in pairs), Literals.of(expressions))


def _shape(item: Item) -> Shape:
    kind = item.text("kind", "clutter")
    if kind not in BLOCK_KINDS:
        raise item.fault(f"kind is {kind!r}; one of {', '.join(BLOCK_KINDS)} would be right")
    return Shape(
        name=item.text("class"),
        kind=kind,
        expressions=tuple(_expression(item, each) for each in item.texts("patterns")),
        opens=item.text("opens") == "yes",
        ends=item.text("ends") == "yes",
        examples=item.texts("examples"),
        counterexamples=item.texts("counterexamples"),
    )


def _expression(item: Item, pattern: str) -> str:
    expression = pattern.replace("{outlet}", OUTLET).replace("{name}", NAME)
    try:
        pieces(expression)
    except re.error as error:
        raise item.fault(f"a pattern is no regular expression: {error}") from error
    return expression


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """The expression as regex; most are seldom tried, so it is made on first use."""
    return re.compile(expression, re.IGNORECASE)


def _is_whole(expression: str, words: str, masked: str) -> bool:
    return bool(_compiled(expression).fullmatch(masked if OUTLET in expression else words))


def masked(words: str, folders: Folders = ()) -> str:
    """The words with OUTLET in the place of each outlet's name."""
    parts, position = [], 0
    for hit in find_outlets(words, folders):
        parts += [words[position : hit.start], OUTLET]
        position = hit.stop
    return "".join([*parts, words[position:]])


def is_row(words: str, folders: Folders = ()) -> bool:
    """Whether the line is a row of a table, or of two buttons that are clutter each: "Print    Comments (4)"."""
    if not any(sign in words for sign in ("\t", "   ", "|")):
        return False
    cells = [cell for cell in COLUMNS.split(words) if cell.strip(" |+-")]
    if len(cells) >= LEAST_COLUMNS:
        return not any(len(cell.split()) > MOST_CELL_WORDS for cell in cells)
    return len(cells) == 2 and all(_is_clutter(cell, folders) for cell in cells)


def _is_clutter(cell: str, folders: Folders) -> bool:
    shape = shape_of(cell, folders)
    return shape is not None and shape.kind == "clutter"


@lru_cache(maxsize=10_000)
def shape_of(words: str, folders: Folders = ()) -> Shape | None:
    """The first class that the whole line matches; a bullet before it does not count. No class has long lines."""
    bare = LEAD.sub("", words[: LONGEST + 1]).strip()
    if len(bare) >= LONGEST:
        return None
    return _rules(folders).first(bare, masked(bare, folders))
