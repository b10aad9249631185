"""Who is who in one article: masks go in, numbers of actors come out. A surname goes back to the full name.

An actor comes from the lexicon, from a name with an office, or from a name that acts; other names stay mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.annotate.atoms import Known
from loaders.annotate.masked import Mask
from loaders.annotate.unknown_names import UnknownName
from loaders.facts import Mention
from loaders.lexicons import Entry
from loaders.threads import cues
from loaders.threads.bodies import institution
from loaders.threads.countries import adjective_of, country_name
from loaders.threads.offices import (
    is_many,
    is_one,
    state_office,
    title_of,
    title_words,
)
from loaders.threads.people import People
from loaders.threads.reading import Reading
from loaders.threads.recent import Recent

ARTICLE = re.compile(r"^(?:the|a|an|some|all|both|two|these|those|other|its|his|her|their)\s+", re.I)
POSTED = re.compile(r"\b(?:to|for)\s+(?:the\s+)?$")
"""Behind these stands where somebody is sent, not who sends: "ambassador to Chad". """

OWN_OFFICE = re.compile(r"\b(office|team|campaign)$", re.I)
"""What belongs to a person and governs nothing: "Okello's office". """
SEVERAL = re.compile(r"(?:[^s]s|men)$")
"""How a word for several ends: "rebels", "gunmen"."""
OF_BOTH = re.compile(r"(?:(?:two|both|three)\s+)?(?:countries|nations|states|sides|neighbou?rs)['’]", re.I)
"""So begins what is called by names that follow: "the two countries' foreign ministers"."""
LOOSE = frozenset(["people", "others", "more", "other people", "persons"])
"""Words that call nobody without a number."""
NOBODY = re.compile("men|women|man|woman|them|deaths?|boy|girl|victims|bodies", re.I)
"""Words that name no group."""
SEATED = re.compile(r"\b(?:in|of|at|from)\s+(?:the\s+)?$")
"""Behind these a city is where an office is held, not the state: "the mayor of Accra", "a doctor in Cairo". """


class Cast(People):
    """The actors of one article and what its words for them stand for."""

    def __init__(self, main_country: str | None = None) -> None:
        super().__init__()
        self.main_country = main_country
        self.last_group: int | None = None
        self.only_group: Entry | None = None
        self.last_government: int | None = None
        self.last_delegation: int | None = None
        self.recent = Recent()
        self.sides: tuple[int, ...] = ()
        self.subject: tuple[int, ...] = ()

    # -- from masks ---------------------------------------------------------------------------------------------
    def resolve(self, reading: Reading, number: int, speaker: tuple[int, ...] = ()) -> tuple[int, ...]:
        """The actors that a mask stands for; empty where it names nobody known."""
        mask = reading.masked.masks[number]
        found = self._resolve(reading, number, mask, speaker)
        start, stop = reading.span(number)
        if len(found) == 1 and mask.kind != "pronoun":
            self.mentions.append(Mention(start, stop, found[0]))
            self.recent.add(reading.number, start, found[0], self.actors[found[0]].kind)
            if cues.within("delegates", reading.masked.words(number)):
                self.last_delegation = found[0]
        return found

    def _resolve(self, reading: Reading, number: int, mask: Mask, speaker: tuple[int, ...]) -> tuple[int, ...]:
        match mask.kind:
            case "person":
                return self._one(self.person(reading, number))
            case "name":
                return self._one(self.named(reading, number))
            case "pronoun":
                return self.pronoun(reading, number, speaker)
            case "state" | "city" | "adjective":
                return self._one(self.state(mask))
            case "actor" | "force" if len(owners := self._several(reading, mask)) > 1:
                return owners
            case "actor" | "force":
                return self._one(self.body(reading, number))
            case "office":
                held = self.office(reading, number)
                return self._one(self.officials(reading, number) if held is None else held)
            case "people" if (owner := self._owner_of_forces(reading, number)) is not None:
                return (owner,)
            case "nationals" | "people" | "individual" | "group":
                return self._one(self.group(self._uncounted(reading, number), is_common=mask.kind != "nationals"))
        return ()

    def _several(self, reading: Reading, mask: Mask) -> tuple[int, ...]:
        """The parties of "American and British diplomats"."""
        owners = [reading.masked.masks[n] for n in mask.slots.get("of", ())]
        words = reading.masked.text[mask.start : mask.stop]
        if len(owners) < 2 or not all(m.kind in ("adjective", "state") for m in owners):
            return ()
        return tuple(self._state_body(words, m.value.entry) for m in owners if isinstance(m.value, Known))

    @staticmethod
    def _uncounted(reading: Reading, number: int) -> str:
        """The words of people without their number: "30 protesters" are protesters; a bare count keeps it."""
        mask, masked = reading.masked.masks[number], reading.masked
        stop = next((m.stop for n in mask.inside if (m := masked.masks[n]).kind == "number"), mask.start)
        plain = " ".join(masked.text[stop : mask.stop].split()).removeprefix("of ")
        return plain if re.search(r"[a-z]{3}", plain) and plain not in LOOSE else masked.words(number)

    def _owner_of_forces(self, reading: Reading, number: int) -> int | None:
        """Whose soldiers are counted: "2,000 American troops" are U.S. forces."""
        words = reading.masked.words(number)
        entries = [m.value.entry for m in reading.masked.below(number) if isinstance(m.value, Known)]
        if entries and entries[0].kind == "country" and cues.within("forces", words):
            return self._state_body(words, entries[0])
        return None

    @staticmethod
    def _one(actor: int | None) -> tuple[int, ...]:
        return () if actor is None else (actor,)

    # -- kinds of actors ----------------------------------------------------------------------------------------
    def state(self, mask: Mask) -> int | None:
        """The state that a country's name, its capital or its seat of government stands for."""
        entry = mask.value.entry if isinstance(mask.value, Known) else None
        if not entry or not entry.country or entry.kind == "place" and entry.tag != "capital":
            return None
        if entry.kind == "country" or entry.form == "capital" or entry.tag == "capital":
            return self.note(
                country_name(entry.country), "state", key=f"country:{entry.country}", country=entry.country
            )
        return None

    def body(self, reading: Reading, number: int) -> int | None:
        """An organisation, a state's office or force, a group: by the lexicon, else by its owner and its words."""
        masked = reading.masked
        mask = masked.masks[number]
        if isinstance(mask.value, Known):
            return self.lexicon(mask.value.entry, masked.words(number))
        if isinstance(mask.value, UnknownName):
            name = ARTICLE.sub("", masked.words(number))
            return self.note(name, mask.value.organisation or "group")
        owner = next((masked.masks[n] for n in mask.slots.get("of", ())), None)
        if owner is None:
            name = ARTICLE.sub("", masked.words(number))
            return self.note(name, "government" if cues.within("forces", name) else "group")
        return self._owned(reading, number, owner)

    def _owned(self, reading: Reading, number: int, owner: Mask) -> int | None:
        """An office or force of somebody: "Afghan government", "Taliban fighters", "the Biden administration"."""
        words = reading.masked.words(number)
        if (
            isinstance(owner.value, Known)
            and owner.value.entry.country
            and owner.kind in ("adjective", "state", "city")
        ):
            return self._state_body(words, owner.value.entry)
        if owner.kind in ("actor", "force"):
            return self.body(reading, reading.masked.masks.index(owner))
        if owner.kind in ("person", "name"):
            surname = reading.masked.text[owner.start : owner.stop].split()[-1].removesuffix("’s").removesuffix("'s")
            own = OWN_OFFICE.search(words)
            return self.note(f"{surname}'s {own[1]}" if own else f"{surname} administration", "government")
        return self.note(ARTICLE.sub("", words), "group")

    def _state_body(self, words: str, entry: Entry) -> int:
        """An office, force or faction of a state: "Afghan forces", "Afghan government", else the state itself."""
        country = entry.country or ""
        office = state_office(words)
        if office:
            return self.note(f"{adjective_of(country)} {office.name}", office.kind, country=country)
        if cues.within("governing", words):
            self.last_government = self.note(f"{adjective_of(country)} government", "government", country=country)
            return self.last_government
        return self.note(country_name(country), "state", key=f"country:{country}", country=country)

    def lexicon(self, entry: Entry, words: str) -> int:
        """An actor that the lexicon knows; the words as written become an alias."""
        if entry.kind == "country":
            return self.note(
                country_name(entry.country or ""), "state", key=f"country:{entry.country}", country=entry.country
            )
        found = self.note(entry.name, entry.tag, key=entry.key, country=entry.country, alias=ARTICLE.sub("", words))
        if entry.tag == "armed_group":
            self.last_group = found
        return found

    def group(self, words: str, *, is_common: bool = True) -> int | None:
        """People named only by what they are; articles and counts stay outside the name."""
        name = ARTICLE.sub("", words)
        name = name.lower() if is_common and " " not in name else name  # "Police" opens a sentence: it is no name
        if name.endswith("counterparts") or OF_BOTH.match(name):
            return None  # their names follow
        kind = "government" if cues.within("state_forces", name) else "group"
        return self.note(name, kind) if name and not NOBODY.fullmatch(name) else None

    def office(self, reading: Reading, number: int) -> int | None:
        """An office without a name: the one who holds it in this article, else its organisation or state."""
        owner = self.owner(reading, number)
        return self.holder(title_of(reading, number), owner) if is_one(reading, number) else owner

    def officials(self, reading: Reading, number: int) -> int | None:
        """Several people known by an office that is nobody's: "the governors of both regions" are a group."""
        words = reading.masked.words(number)
        return self.group(words) if is_many(words) else None

    def holder(self, title: str, owner: int | None) -> int | None:
        """The one person of whom the article says that he holds the office; else the owner of the office."""
        named = [
            i
            for i, actor in enumerate(self.actors)
            if actor.kind == "person"
            and (owner is None or actor.owner in (None, owner))
            and any(title_words(role.title) == title_words(title) for role in actor.roles)
        ]
        return named[0] if len(named) == 1 else owner

    def owner(self, reading: Reading, number: int) -> int | None:
        """The organisation or state of an office: the most exact one that its words name."""
        masked = reading.masked
        before = {n: masked.text[: masked.masks[n].start] for n in masked.masks[number].slots.get("of", ())}
        kind_of = {n: masked.masks[n].kind for n in before}
        every = [n for n, kind in kind_of.items() if kind not in ("name", "number")]
        every = [n for n in every if kind_of[n] != "city" or not SEATED.search(before[n])]
        posted = {n for n in every if POSTED.search(before[n])}
        owners = [n for n in every if n not in posted] or every
        for kinds in (("actor", "force"), ("state", "city", "adjective")):
            for n in owners:
                if masked.masks[n].kind in kinds:
                    found = self.body(reading, n) if kinds[0] == "actor" else self.state(masked.masks[n])
                    if found is not None:
                        return found
        for n in owners:
            if masked.masks[n].kind == "office" and (found := self.owner(reading, n)) is not None:
                return found
            if masked.masks[n].kind == "person" and (found := self.person(reading, n)) is not None:
                return found
            if masked.masks[n].kind == "pronoun" and (called := self.pronoun(reading, n)):
                return called[0]
        return None

    def face(self, parties: Iterable[int]) -> None:
        """Two parties of an event are "both sides" from here on; an envoy stands for those whose envoy he is."""
        every = (self.actors[a].owner if self.actors[a].kind == "person" else a for a in parties)
        sides = tuple(dict.fromkeys(a for a in every if a is not None))
        self.sides = sides[:2] if len(sides) > 1 else self.sides

    # -- words that go back -------------------------------------------------------------------------------------
    def pronoun(self, reading: Reading, number: int, speaker: tuple[int, ...] = ()) -> tuple[int, ...]:
        """ "it", "they": whom the speaker speaks for; "the militant group": the last group; "both sides": the two."""
        words, start = reading.masked.words(number).lower(), reading.span(number)[0]
        if words in ("he", "she"):
            return self._one(self.recent.person_before(reading.number, start))
        if cues.within("sides", words):
            return self.sides
        if cues.within("pair_of_people", words):
            return self.recent.pair_before(reading.number, start, ("person",))
        if cues.within("pair_of_states", words):
            return self.recent.pair_before(reading.number, start, ("state", "government"))
        if cues.within("delegates", words):
            return self._one(self.last_delegation)
        if cues.within("governing", words):
            return self._one(self.government())
        if (words.startswith("the ") or institution(words)) and not cues.within("group", words):
            return self._one(self._called_or_own(words))
        if cues.within("group", words):
            return self._one(self._armed(words))
        spoken_for = [self.actors[i].owner if self.actors[i].kind == "person" else i for i in speaker]
        owners = tuple(i for i in spoken_for if i is not None)
        return owners or self.subject

    def _armed(self, words: str) -> int | None:
        """The armed group meant: the last one named, else the only one that the article names, else those whom it calls
        no more than "gunmen", "the rebels"; "the group" needs a name."""
        if self.last_group is not None:
            return self.last_group
        if self.only_group and words.startswith("the "):
            return self.lexicon(self.only_group, self.only_group.name)
        name = ARTICLE.sub("", words)
        return self.note(name, "armed_group") if name == words or SEVERAL.search(name) else None

    def government(self) -> int | None:
        """The government meant by "the government": the last one named, else that of the article's main country."""
        if self.last_government is None and self.main_country:
            name = f"{adjective_of(self.main_country)} government"
            self.last_government = self.note(name, "government", country=self.main_country)
        return self.last_government

    def _called_or_own(self, words: str) -> int | None:
        """The one actor called by its last word, else that institution; a state's is one of the main country."""
        found, own = self.called(words.rpartition(" ")[2]), institution(words)
        if found is not None or own is None:
            return found
        name, kind = own
        country = self.main_country if kind == "government" else None
        return self.note(f"{adjective_of(country)} {name}" if country else name, kind, country=country)
