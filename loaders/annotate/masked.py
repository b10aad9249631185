"""The masked sentence: text stays, and a string in which masks stand for what they cover is what patterns see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from loaders.patterns.compiler import BORDER
from loaders.patterns.kinds import FIRST_NUMBER, MASK, NUMBER_BASE, Kinds, number_of, numbers_in

STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\n": " ", "\t": " ", "\xa0": " ", "‑": "-", ";": BORDER}
)
THEN = re.compile(r"(?<![\w-])(then|ex)-(?=[A-Za-z])", re.I)
"""What stands before a title and is no part of its word: "then-president", "ex-minister"."""
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""Characters of private use: in a masked string they are masks, so none may come from the text."""
NO_SLOTS: Mapping[str, tuple[int, ...]] = MappingProxyType({})
"""The slots of a mask that names none inside it."""


@dataclass(frozen=True, slots=True)
class Mask:
    """What a mask covers: kind, half-open span in the sentence, value, masked words, and named masks among them."""

    kind: str
    start: int
    stop: int
    value: object = None
    string: str = ""
    slots: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def inside(self) -> tuple[int, ...]:
        """Numbers of the masks that this one covered directly."""
        return tuple(numbers_in(self.string)) if self.string else ()


@dataclass(slots=True)
class Masked:
    """`at[i]` is the place in `text` of `string[i]`; `masks[n]` is the mask numbered n. Annotators add masks."""

    text: str
    string: str
    at: list[int]
    masks: list[Mask]
    kinds: Kinds

    @classmethod
    def of(cls, text: str, kinds: Kinds) -> Masked:
        """A sentence without masks; quotes are straightened one for one, so that offsets stay."""
        string = text.translate(STRAIGHT)
        string = string if string.isascii() else PRIVATE.sub("\ufffd", string)
        string = THEN.sub(r"\1 ", string) if "-" in string else string
        return cls(text, string, list(range(len(text) + 1)), [], kinds)

    def replace(
        self, start: int, stop: int, kind: str, value: object = None, slots: Mapping[str, tuple[int, ...]] = NO_SLOTS
    ) -> int:
        """Put a mask over `string[start:stop]`; answers where the string goes on behind it."""
        body = self.string[start:stop]
        last = self.at[stop - 1] + 1 if not _is_number(body[-1]) else self.masks[number_of(body[-1])].stop
        mask = Mask(kind, self.at[start], last, value, body, dict(slots))
        self.masks.append(mask)
        token = self.kinds.codes[kind] + chr(NUMBER_BASE + len(self.masks) - 1)
        self.string = self.string[:start] + token + self.string[stop:]
        self.at[start:stop] = [self.at[start]] * 2
        return start + 2

    def drop(self, characters: str) -> None:
        """Leave characters out of the string: what stands around them then stands side by side."""
        if not any(character in self.string for character in characters):
            return
        kept = [i for i, character in enumerate(self.string) if character not in characters]
        self.at = [self.at[i] for i in kept] + self.at[len(self.string) :]
        self.string = "".join(self.string[i] for i in kept)

    def drop_single_quotes(self) -> None:
        """Leave out pairs of single quotation marks; an apostrophe inside a word or after a plural stays."""
        if "'" not in self.string:
            return
        opening = [m.start() for m in re.finditer(r"(?<![\w])'(?=\w)", self.string)]
        for start in reversed(opening):
            close = re.search(r"(?<=[\w.,!?])'(?!\w)", self.string[start + 1 :])
            if close:
                for index in (start + 1 + close.start(), start):
                    self.string = self.string[:index] + self.string[index + 1 :]
                    del self.at[index]

    def words(self, number: int) -> str:
        """The text under a mask, white space folded."""
        return " ".join(self.text[self.masks[number].start : self.masks[number].stop].split())

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """The half-open span of text under `string[start:stop]`, blanks and commas at the ends left out."""
        while stop > start and self.string[stop - 1] in " ,":
            stop -= 1
        if stop <= start:
            return self.at[start], self.at[start]
        last = self.string[stop - 1]
        return self.at[start], self.masks[number_of(last)].stop if _is_number(last) else self.at[stop - 1] + 1

    def below(self, number: int) -> Iterator[Mask]:
        """A mask and all masks inside it, outermost first, in the order of the text."""
        yield self.masks[number]
        for inner in self.masks[number].inside:
            yield from self.below(inner)

    def render(self) -> str:
        """The masked sentence for people: `⟨people 6⟩ killed ⟨people 4⟩`."""
        names = {code: name for name, code in self.kinds.codes.items()}
        return re.sub(MASK, lambda m: f"⟨{names[m[0][0]]} {number_of(m[0][1])}⟩", self.string, flags=re.S)


def _is_number(character: str) -> bool:
    return character >= FIRST_NUMBER
