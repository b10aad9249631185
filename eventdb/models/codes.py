"""The closed lists: what a code may be, its label and its definition.

In: nothing. Out: `LISTS`, table name → entries in the order in which they are read. Never changes at run time; a new
code is a new entry here and a migration that inserts it.

Sources of conventions: PLOVER 0.8 (types, modes), CAMEO 1.1b3 (root codes), UCDP GED 23.1 (precision of dates, places).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One code of a list; some lists are numbered."""

    code: str | int
    label: str
    definition: str


@dataclass(frozen=True, slots=True)
class EventType(Entry):
    """A kind of event with its equivalents: PLOVER type and mode, CAMEO root and the quad class that it implies."""

    plover_type: str | None
    plover_mode: str | None
    cameo_root: str | None

    @property
    def quad_class(self) -> int | None:
        """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
        root = int(self.cameo_root or 0)
        return None if not root else 1 if root <= 5 else 2 if root <= 9 else 3 if root <= 14 else 4


def _event_types(table: str) -> tuple[EventType, ...]:
    """Read `code | label | PLOVER type | mode | CAMEO root | definition`, `-` for none."""
    rows = ([cell.strip() for cell in line.split("|")] for line in table.strip().splitlines())
    return tuple(
        EventType(code, label, definition, *(None if cell == "-" else cell for cell in theirs))
        for code, label, *theirs, definition in rows
    )


def _entries(table: str) -> tuple[Entry, ...]:
    """Read `code | label | definition`."""
    rows = (line.split("|") for line in table.strip().splitlines())
    return tuple(Entry(code.strip(), label.strip(), definition.strip()) for code, label, definition in rows)


def _numbered(table: str) -> tuple[Entry, ...]:
    """Read `number | label | definition`."""
    return tuple(Entry(int(entry.code), entry.label, entry.definition) for entry in _entries(table))


EVENT_TYPES = _event_types("""
consult.conference | Conference | CONSULT | multilateral | 04 | Several parties meet in a formal, announced gathering
consult.talks | Talks | CONSULT | - | 04 | Parties negotiate over one or many rounds
consult.meeting | Meeting | CONSULT | - | 04 | Persons or delegations meet once
consult.visit | Visit | CONSULT | visit | 04 | Somebody travels to another for official purposes
consult.call | Call | CONSULT | phone | 04 | Parties speak by telephone or video
agree.agreement | Agreement | AGREE | - | 05 | Parties conclude a deal, treaty or accord
agree.ceasefire | Ceasefire | RETREAT | ceasefire | 08 | A truce or lasting ceasefire is agreed or declared
retreat.withdrawal | Withdrawal | RETREAT | withdraw | 08 | Forces leave a place or a country
retreat.release | Release | RETREAT | release | 08 | Prisoners, hostages or detainees are set free
assault.bombing | Bombing | ASSAULT | explosives | 18 | An explosive device goes off, its bearer not meaning to die
assault.suicide_bombing | Suicide bombing | ASSAULT | suicide-attack | 18 | An attacker means to die with the device
assault.shooting | Shooting | ASSAULT | firearms | 19 | An attack with small arms
assault.airstrike | Air strike | ASSAULT | aerial | 19 | An attack from aircraft or drones
assault.clash | Clash | ASSAULT | - | 19 | Two armed sides fight each other
assault.assassination | Assassination | ASSAULT | targeted | 18 | A chosen person is killed, or meant to be
assault.shelling | Shelling | ASSAULT | heavy-weapons | 19 | An attack with artillery, mortars or rockets
assault.other | Other attack | ASSAULT | - | 18 | An attack of another kind, or a number of attacks told together
coerce.kidnapping | Kidnapping | ASSAULT | abduct | 18 | Persons are taken against their will and the law
coerce.arrest | Arrest | COERCE | arrest | 17 | Authorities take persons into custody
mobilize.deployment | Deployment | MOBILIZE | troops | 15 | Forces are sent or made ready
protest.demonstration | Demonstration | PROTEST | demo | 14 | People show a demand in public
sanction.sanction | Sanction | SANCTION | discontinue | 16 | A state or body imposes a penalty short of force
vote.election | Election | - | - | - | People vote for an office, a parliament or a question
say.accuse | Accuses | ACCUSE | allege | 11 | One actor blames, condemns or charges another
say.investigate | Investigates | ACCUSE | investigate | 09 | One actor looks into what another does
say.reject | Rejects | REJECT | - | 12 | One actor turns another's proposal or demand down
say.request | Requests | REQUEST | - | 02 | One actor asks another for something
say.threaten | Threatens | THREATEN | - | 13 | One actor announces harm to another
say.support | Supports | SUPPORT | - | 05 | One actor praises, backs or recognises another
say.agree | Promises | AGREE | - | 03 | One actor promises or offers something to another, or agrees to what it wants
say.cooperate | Cooperates | COOPERATE | - | 06 | Two actors work together
say.aid | Aids | AID | - | 07 | One actor gives another help, goods, money or shelter
say.concede | Concedes | CONCEDE | - | 08 | One actor eases or allows what it had kept from another
say.retreat | Gives way | RETREAT | - | 08 | One actor resigns, disarms or opens a way that was shut
say.mobilize | Makes ready | MOBILIZE | - | 15 | One actor readies, tests or moves arms near another
say.sanction | Breaks off | SANCTION | - | 16 | One actor stops aid, trade or ties with another or expels its envoys
say.coerce | Curbs | COERCE | - | 17 | One actor bans, shuts, seizes, destroys or expels what is another's
say.deny | Denies | - | - | - | One actor disputes what another says of it
other | Other | - | - | - | An event of a kind that this list does not name
""")

LISTS: dict[str, tuple[Entry, ...]] = {
    "event_type": EVENT_TYPES,
    "event_status": _entries("""
planned   | Planned   | Announced or expected, not yet begun
ongoing   | Ongoing   | Begun and not over
occurred  | Occurred  | Over
stalled   | Stalled   | Begun, and interrupted or without progress
cancelled | Cancelled | Planned, and called off
rejected  | Rejected  | Offered or proposed, and turned down
"""),
    "participant_role": _entries("""
host        | Host        | On whose ground or at whose invitation it takes place
organiser   | Organiser   | Who proposes, sponsors or convenes it
mediator    | Mediator    | Who helps others to agree
participant | Participant | Who takes part
observer    | Observer    | Who is present without a say
signatory   | Signatory   | Who signs, or concludes a deal
perpetrator | Perpetrator | Who attacks, seizes or penalises
target      | Target      | Who is hit, seized, freed, addressed or accused
speaker     | Speaker     | Who speaks at it; in an act between actors, who acts
"""),
    "participant_position": _entries("""
invited   | Invited   | Asked to take part, no answer reported
confirmed | Confirmed | Has said that it will take part
undecided | Undecided | Has not decided, or its part is said to be unclear
declined  | Declined  | Has said that it will not take part
expected  | Expected  | Others expect it to take part
attended  | Attended  | Was present
excluded  | Excluded  | Kept away by others
alleged   | Alleged   | Blamed by others
claimed   | Claimed   | Has claimed responsibility
denied    | Denied    | Has denied responsibility
did       | Did       | Plain fact: hosted, signed, attacked, was hit
"""),
    "figure_qualifier": _entries("""
exact       | Exactly         | The number stands alone; 0 where the text counts none of a kind
at_least    | At least        | The number is the lowest possible
more_than   | More than       | The lowest possible is one more than the number
nearly      | Nearly          | The highest possible is one less than the number
up_to       | Up to           | The number is the highest possible
about       | About           | Around the number; the words give no bounds
between     | Between         | Two numbers bound it; there is no single one
vague       | Vague           | Words such as several or dozens bound it from below
coded       | As coded        | Low, best and high as a data set of coded records gives them
stated_none | None reported   | The text says that none are known or reported, which is neither 0 counted nor silence
"""),
    "casualty_kind": _entries("""
killed    | Killed    | Dead
injured   | Injured   | Hurt and alive
missing   | Missing   | Whereabouts unknown
captured  | Captured  | Taken prisoner, kidnapped or arrested
displaced | Displaced | Driven from home
"""),
    "actor_kind": _entries("""
person      | Person              | A human being with a name
state       | State               | A country as an actor, its capital or demonym standing for it included
government  | Government          | A cabinet, ministry, office, army or police of a state
armed_group | Armed group         | An organised armed body that is no state's
igo         | Intergovernmental   | A body of states
ngo         | Non-governmental    | An independent body for a public purpose
media       | Media               | An outlet as an actor
party       | Party               | A political party or movement
company     | Company             | A business
group       | Group               | An ethnic, religious or social group
"""),
    "place_kind": _entries("""
country  | Country    | A state or territory with an ISO 3166-1 code
province | Province   | First-order division
district | District   | Second-order division
capital  | Capital    | Seat of a country's government
city     | City       | Any other city, town or village
site     | Site       | A named spot: building, base, airport, crossing
region   | Region     | An area without a border of its own
water    | Water      | Sea, strait, river or lake
"""),
    "outlet_kind": _entries("""
agency       | Agency       | Sells reports to other outlets
newspaper    | Newspaper    | Printed, or once printed
magazine     | Magazine     | Printed weekly, monthly or so
broadcaster  | Broadcaster  | Radio or television
website      | Website      | Online only
organisation | Organisation | A body that publishes its own reports
data_set     | Data set     | A set of coded records; an article of it is one record
unknown      | Unknown      | Named by an article, not yet in the lexicon
"""),
    "dataset": _entries("""
ucdp-ged | UCDP GED | Uppsala Conflict Data Program, Georeferenced Event Dataset: deadly events, coded by hand
acled    | ACLED    | Armed Conflict Location and Event Data: political violence and protest, coded by hand
gtd      | GTD      | Global Terrorism Database: terrorist attacks, coded by hand
polecat  | POLECAT  | Political Event Classification, Attributes, and Types: news coded by machine into PLOVER's types
"""),
    "block_kind": _entries("""
title      | Title      | Headline of the article
byline     | Byline     | Who wrote it
timestamp  | Time stamp | When it was published
dateline   | Dateline   | Place, and perhaps day and agency, before the first sentence
caption    | Caption    | Words under a picture
subhead    | Subhead    | Heading inside the article
body       | Body       | Running text
quote      | Quotation  | A quotation set apart
credit     | Credit     | Agencies and photographers named
correction | Correction | What the outlet says an earlier version had wrong
clutter    | Clutter    | The page's own words; yields no facts
"""),
    "credit_kind": _entries("""
based_on   | Based on   | The article names the agency's report as its ground
written_by | Written by | The agency wrote it, or its reporters did
photo      | Photograph | The agency took a picture
cited      | Cited      | The text quotes a report of the agency
"""),
    "published_basis": _entries("""
metadata | Metadata | Given beside the text, in its address or file name
byline   | Byline   | A date in the byline, time stamp or dateline
text     | Text     | Bounded by the days that the text names
corpus   | Corpus   | Bounded by other articles on the same events
human    | Human    | Set right by a person
unknown  | Unknown  | Nothing bounds it
"""),
    "window_precision": _entries("""
day     | Day     | Known to the day, or to several named days
week    | Week    | Known to the week
month   | Month   | Known to the month
season  | Season  | Known to the season or part of a year
year    | Year    | Known to the year
unknown | Unknown | Bounds without a unit
"""),
    "date_precision": _numbered("""
1 | Day            | The exact day is known
2 | Two to six days| Within two to six days
3 | Week           | The week is known
4 | Month          | Eight to thirty days, or the month is known
5 | Year           | More than a month, at most a year
"""),
    "place_precision": _numbered("""
1 | Exact         | The exact place is known
2 | Near          | Within about 25 km of a known point
3 | District      | The second-order division is known
4 | Province      | The first-order division is known
5 | Fuzzy         | A line or vague area, stood for by a point
6 | Country       | Only the country is known
7 | International | International waters or air space
"""),
    "source_state": _entries("""
loaded     | Loaded     | Its text is an article here
rejected   | Rejected   | Could not be read; the reason stands beside it
superseded | Superseded | Its text is no longer current: a newer file gives the article
gone       | Gone       | It was rejected, and the file that it lay in has been read since without it
"""),
    "ingest_verdict": _entries("""
inserted | Inserted | A new article
updated  | Updated  | A new version, or the same text read by newer rules
kept     | Kept     | Nothing had changed
rejected | Rejected | Could not be read
"""),
    "origin": _entries("""
lexicon | Lexicon | An entry of a lexicon
rule    | Rule    | A rule of the software
human   | Human   | A person decided it, for ever
"""),
    "judgement_subject": _entries("""
event_report | Event reports | Whether two reports tell of one event
actor        | Actors        | Whether two actors are one
"""),
    "judgement_verdict": _entries("""
same      | Same      | They are one
different | Different | They are two
"""),
    "fact_kind": _entries("""
article         | Article         | Title, outlet, day of publication
event_report    | Event report    | An event as one article tells it
participation   | Participation   | A reported position
casualty_figure | Casualty figure | A reported figure
office_held     | Office held     | A stated title
mention         | Mention         | A span that names an actor
event           | Event           | A real-world event
actor           | Actor           | Who
article_actor   | Name in article | Which actor a name in an article means
"""),
    "correction_state": _entries("""
active    | Active    | Holds
in_review | In review | Text and extraction both changed since; waits for a human
withdrawn | Withdrawn | Taken back
"""),
    "change_cause": _entries("""
article | Article | The article's text or metadata changed
rules   | Rules   | Rules or lexicons changed
human   | Human   | A correction or judgement
"""),
}
