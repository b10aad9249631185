"""A story in drawn tables, with something for every picture; and one with hostile words wherever words can stand."""

from __future__ import annotations

STORY = """
    place   | kind    | country | latitude | longitude
    Doha    | city    | QA      | 25.29    | 51.53
    Herat   | city    | AF      | 34.35    | 62.20
    Kabul   | city    | AF      | 34.53    | 69.17
    Turkey  | country | TR      | 39.0     | 35.0

    article | published             | title
    a1      | 2021-03-09            | Guests are asked
    a2      | 2021-03-13/2021-03-15 | Guests waver
    a3      | 2021-03-18            | Guests come

    report     | article | type               | starts                | place  | status | place_precision
    conference | a1      | consult.conference | 2021-03-18            | Doha   | planned | 1
    conference | a2      | consult.conference | 2021-03-18            | Doha   | planned | 1
    conference | a3      | consult.conference | 2021-03-18            | Doha   | occurred | 1
    blast      | a2      | assault.bombing    | 2021-03-12            | Herat  | occurred | 1
    blast      | a3      | assault.bombing    | 2021-03-12            | Herat  | occurred | 1
    raid       | a3      | assault.shooting   | 2021-02-01/2021-02-28 | Kabul  | occurred | 1
    summit     | a3      | consult.conference | 2021-04-01/2021-04-30 | Turkey | planned | 6
    old war    | a3      | assault.clash      | 1989-01-01/1989-12-31 | -      | occurred | 1
    deal       | a1      | agree.agreement    | --09-04               | -      | planned | 1
    talks      | a2      | consult.talks      | -                     | -      | ongoing | 1

    position  | event      | article | actor  | role        | said_by
    invited   | conference | a1      | Rebels | participant | Host
    undecided | conference | a2      | Rebels | participant | Rebels
    attended  | conference | a3      | Rebels | participant | -
    invited   | conference | a1      | State  | participant | -
    confirmed | conference | a2      | State  | participant | Minister
    attended  | conference | a3      | State  | participant | -
    invited   | conference | a1      | League | participant | -
    declined  | conference | a2      | League | participant | -
    did       | conference | a3      | Host   | host        | -
    did       | raid       | a3      | Rebels | perpetrator | -
    did       | raid       | a3      | State  | target      | -

    figure     | event | article | kind    | victims  | said_by
    6          | blast | a2      | killed  | people   | Police
    10..12..15 | blast | a3      | killed  | people   | -
    at_least 40 | blast | a3     | injured | people   | Hospital
    stated_none | raid | a3      | killed  | soldiers | -
    900        | raid  | a3      | captured | people  | Rebels
"""

HOSTILE = (
    "<script>window.evil=1;alert(1)</script>",
    "</title></style><script>window.evil=1</script>",
    "</svg><svg/onload=window.evil=1>",
    "<svg><a href=//evil.example><text>x</text></a></svg>",
    '"><img src=x onerror=window.evil=1>',
    "'><a href=javascript:window.evil=1>x</a>",
    "</a></p></section></main></body></html><iframe src=//evil.example></iframe>",
    "<style>body{display:none}</style><link rel=stylesheet href=//evil.example/a.css>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "javascript:window.evil=1",
    "x; background:url(//evil.example) expression(alert(1))",
    "<!-- <details open ontoggle=window.evil=1> ]]> &lt;b&gt; &#60;b&#62; ${7*7}",
    "\u202eevil\u2066 \x1b[31m \x07",
    "W" * 300,
)


def hostile_story(words: str, number: int = 0) -> str:
    """A story with these words as every name, title, file, speaker, group of victims, place and quote."""
    article, meeting, blast = f"a{number}", f"meeting {number}", f"blast {number}"
    return f"""
    place   | kind | country | latitude | longitude
    {words} | city | AF      | 34.35    | 62.20

    article   | published  | title   | file
    {article} | 2021-03-09 | {words} | {words}

    report    | article   | type               | starts     | place   | words
    {meeting} | {article} | consult.conference | 2021-03-18 | {words} | {words}
    {blast}   | {article} | assault.bombing    | 2021-03-12 | {words} | {words}

    position | event     | article   | actor   | said_by | words
    invited  | {meeting} | {article} | {words} | {words} | {words}
    attended | {meeting} | {article} | Other   | {words} | {words}

    figure | event   | article   | victims | said_by | words
    8      | {blast} | {article} | {words} | {words} | {words}
    """
