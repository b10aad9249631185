"""Each construct of the language, drawn: the words that a pattern takes stand in [brackets]; no brackets, no match."""

from __future__ import annotations

import re

import pytest

from loaders.patterns.syntax import Choice, Gap, Named, Not, PostModifier, Repeat, Sequence, Slot, Word, WordClass, read
from tests.patterns.small import matched, slots

DRAWN = """
# literal words: whole, in any case, blanks folded, never from the middle of a word
peace talks            | They held [peace talks] there.
peace talks            | [Peace   Talks] began.
peace talks            | The peacetalks and peace talkshow went on.
art                    | The start, the cart-art, was apart.
rebels , who           | The [rebels, who] fled
-backed                | A ⟨state 0⟩[-backed] force

# slots
{actor}                | Here [⟨actor 0⟩] met ⟨actor 1⟩.
{actor|city}           | Here [⟨city 3⟩] met ⟨actor 1⟩.
{geo}                  | near [⟨state 2⟩]
{geo}                  | near ⟨actor 2⟩
{any} left             | [⟨date 2⟩ left]
{any} left             | ⟨go.active 2⟩ left
{actor} {city}         | [⟨actor 0⟩⟨city 1⟩]
{actor} left           | [⟨actor 0⟩ ⟨aside 1⟩ left]

# verb groups
{actor} {kill}         | [⟨actor 0⟩ ⟨kill.active 1⟩] ⟨people 2⟩
{actor} {kill}         | [⟨actor 0⟩ ⟨kill.bare 1⟩] ⟨people 2⟩
{people} {kill}        | ⟨people 0⟩ ⟨kill.passive 1⟩
{people} {kill.done}   | [⟨people 0⟩ ⟨kill.passive 1⟩]
{people} {kill.done}   | [⟨people 0⟩ ⟨kill.bare 1⟩]
{people} {kill.done}   | ⟨people 0⟩ ⟨kill.ing 1⟩
{people} {kill.any}    | [⟨people 0⟩ ⟨kill.ing 1⟩]
{kill.to}              | He was hired [⟨kill.to 1⟩] ⟨people 2⟩

# lists: and, or, as well as; a comma alone is an apposition
{actors} left          | [⟨actor 0⟩ left]
{actors} left          | [⟨actor 0⟩ and ⟨actor 1⟩ left]
{actors} left          | [⟨actor 0⟩, ⟨state 1⟩, and ⟨actor 2⟩ left]
{actors} left          | [⟨actor 0⟩, ⟨state 1⟩ or ⟨actor 2⟩ left]
{actors} left          | [⟨actor 0⟩ as well as the ⟨state 1⟩ left]
{actors} left          | [both ⟨actor 0⟩ and officials from ⟨state 1⟩ left]
{actors} left          | [⟨actor 0⟩ ⟨aside 2⟩ and ⟨actor 1⟩ left]
{actors} left          | ⟨actor 0⟩, [⟨actor 1⟩ left]

# word classes
<human> left           | A [police officer left].
<human> left           | A [police  officer left].
<human|rank> left      | The [colonel left].
<human> left           | The colonel left.
<human>                | The manhole, the line-man and the man-made lake.
<human>                | A [man]-⟨number 0⟩ band

# modifiers: no finite verb, no conjunction; <word> takes no masks and no prepositions
a <mod> man            | He is [a tired man].
a <mod> man            | He is [a ⟨adjective 0⟩ man].
a <word> man           | He is a ⟨adjective 0⟩ man.
a <mod> man            | It was a was man.
a <mod>* man           | He saw a big, bold and [a man].
the <mod> man          | Here is [the in man].
the <word> man         | Here is the in man.

# brackets of the sentence are written with a backslash
{actor} \\( <word> \\) | [⟨actor 0⟩ (left)] ⟨actor 1⟩.
{actor} \\( <word> \\) | ⟨actor 0⟩ left ⟨actor 1⟩.

# options and repetition
a (big)? man           | He is [a man].
a (big)? man           | He is [a big man].
a (big|small) man      | He is [a small man].
a big* man             | He is [a big big big man].
a big+ man             | He is a man.
a big+ man             | He is [a big big man].
a big{1,2} man         | He is a big big big man.
a big{1,2} man         | He is [a big big man].
a <mod>* men           | [a b c men d men]
a <mod>*? men          | [a b c men] d men
a (<mod>)+? men        | [a men men] men

# not followed by
{city} !('s|government)  | Then [⟨city 0⟩] fell.
{city} !('s|government)  | Then ⟨city 0⟩ government fell.
{city} !('s|government)  | Then ⟨city 0⟩'s men fell.
{city} !{actor}          | Then ⟨city 0⟩ ⟨actor 1⟩ fell, and [⟨city 2⟩] too.

# gaps stay in the clause and within 60 characters
killed ... men         | He [killed, in the end, two men].
killed ... men         | He killed nobody; men fled.
killed ... men         | He killed nobody¦ men fled.
killed ... men         | He killed nobody but a long way off, on the far bank of the wide river, men fled.

# post-modifiers: of, who, including, an apposition; never over a finite verb or a border
{people} ~ left        | [⟨people 0⟩ left]
{people} ~ left        | [⟨people 0⟩ of the escort left]
{people} ~ left        | [⟨people 0⟩, including two children, left]
{people} ~ left        | [⟨people 0⟩, mostly women, left]
{people} ~ left        | ⟨people 0⟩ who had a boat left
{people} ~ left        | ⟨people 0⟩ of the escort; others left
{people} ~ left        | ⟨people 0⟩ in the car ⟨kill.passive 1⟩ left
{people} ~ left        | ⟨people 0⟩ quickly left
"""


def cells(line: str) -> tuple[str, str]:
    """A drawn row: the pattern may hold bars, so the last bar with blanks on both sides parts it from the sentence."""
    pattern, _, sentence = line.rpartition(" | ")
    return pattern.strip(), sentence.strip()


LINES = [cells(line) for line in DRAWN.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize(("pattern", "drawn"), LINES)
def test_a_pattern_takes_what_is_drawn_in_brackets(pattern: str, drawn: str) -> None:
    wanted = re.search(r"\[(.*)\]", drawn)
    found = matched(pattern, re.sub(r"[\[\]]", "", drawn))
    assert found == (wanted[1].lower() if wanted else None)


@pytest.mark.parametrize(
    ("pattern", "drawn", "expected"),
    [
        ("{count:killed} died", "⟨people 4⟩ died", {"killed": [4]}),
        ("{count} died", "⟨number 4⟩ died", {"count": [4]}),
        ("{actors:who} met", "⟨actor 1⟩, ⟨state 5⟩ and ⟨actor 3⟩ met", {"who": [1, 5, 3]}),
        ("{actor:who} {kill} {people:x}", "⟨actor 0⟩ ⟨kill.bare 1⟩ ⟨people 2⟩", {"who": [0], "how": [1], "x": [2]}),
        ("{kill:deed} {people}", "⟨kill.bare 1⟩ ⟨people 2⟩", {"deed": [1], "people": [2]}),
        ("{kill.passive}", "⟨kill.passive 7⟩", {"how": [7]}),
        ("{city:at} (and {city:at})?", "⟨city 1⟩ and ⟨city 2⟩", {"at": [1, 2]}),
        ("[pre: ({city|date} ,?)*] talks", "⟨city 1⟩, ⟨date 2⟩ ⟨city 3⟩ talks", {"pre": [1, 2, 3], "city": [3]}),
        ("({city:at}|{actor:who}) fell", "⟨city 1⟩ fell", {"at": [1]}),
        ("{actor:who} left", "⟨actor 1⟩ ⟨aside 2⟩ left", {"who": [1, 2]}),
        ("<rank:title> {name}", "General ⟨name 3⟩", {"title": [], "name": [3]}),
    ],
)
def test_a_slot_keeps_the_numbers_of_its_masks(pattern: str, drawn: str, expected: dict[str, list[int]]) -> None:
    assert slots(pattern, drawn) == expected


@pytest.mark.parametrize(
    ("pattern", "tree"),
    [
        ("a b", Sequence((Word("a"), Word("b")))),
        ("<a|b:c>", WordClass(("a", "b"), "c")),
        ("{actors:who}", Slot(("who",), "who", is_list=True)),
        ("{city|state}", Slot(("city", "state"), "city", is_list=False)),
        ("... ~", Sequence((Gap(), PostModifier()))),
        ("!a", Not(Word("a"))),
        ("a?", Repeat(Word("a"), 0, 1)),
        ("a*?", Repeat(Word("a"), 0, None, is_lazy=True)),
        ("a{0,3}", Repeat(Word("a"), 0, 3)),
        ("(a|b c)", Choice((Word("a"), Sequence((Word("b"), Word("c")))))),
        ("[x: a]", Named("x", Word("a"))),
    ],
)
def test_a_line_is_read_as_a_tree(pattern: str, tree: object) -> None:
    assert read(pattern) == tree
