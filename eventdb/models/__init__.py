"""The tables of schema `eventdb`, one small module per group of nouns.

source    outlet, outlet_name, source_file             where articles come from
article   story, article, article_given, article_credit, block, sentence, date_span   texts and their parts
actor     actor, actor_name; article_actor, mention, office_held          who, over all articles; who, in one
place     place, place_name                            where
report    event_report, participation, casualty_figure what one article claims
event     event                                        what is made of the claims
decision  judgement, correction, fact_change           what rules and humans decided, and what changed
linking   link_key                                     what linking looks articles up by
run       ingest_run, ingest_result                    what each load did
lists     event_type, event_status, …                  closed lists; their rows are in `codes`

In: nothing. Out: the classes, and `Base.metadata`. Never connects to a database. How the tables came to be stands in
`migrations/`; a test proves that both agree.
"""

from __future__ import annotations

from eventdb.models.actor import Actor, ActorName, ArticleActor, Mention, OfficeHeld
from eventdb.models.article import Article, ArticleCredit, ArticleGiven, Block, DateSpan, Sentence, Story
from eventdb.models.decision import Correction, FactChange, Judgement
from eventdb.models.declaration import SCHEMA, Base
from eventdb.models.event import Event
from eventdb.models.linking import LinkKey
from eventdb.models.lists import (
    ActorKind,
    BlockKind,
    CasualtyKind,
    ChangeCause,
    CorrectionState,
    CreditKind,
    Dataset,
    DatePrecision,
    EventStatus,
    EventType,
    FactKind,
    FigureQualifier,
    IngestVerdict,
    JudgementSubject,
    JudgementVerdict,
    Origin,
    OutletKind,
    ParticipantPosition,
    ParticipantRole,
    PlaceKind,
    PlacePrecision,
    PublishedBasis,
    SourceState,
    WindowPrecision,
)
from eventdb.models.place import Place, PlaceName
from eventdb.models.report import CasualtyFigure, EventReport, Participation
from eventdb.models.run import IngestResult, IngestRun
from eventdb.models.source import Outlet, OutletName, SourceFile

__all__ = [
    "SCHEMA",
    "Actor",
    "ActorKind",
    "ActorName",
    "Article",
    "ArticleActor",
    "ArticleCredit",
    "ArticleGiven",
    "Base",
    "Block",
    "BlockKind",
    "CasualtyFigure",
    "CasualtyKind",
    "ChangeCause",
    "Correction",
    "CorrectionState",
    "CreditKind",
    "Dataset",
    "DatePrecision",
    "DateSpan",
    "Event",
    "EventReport",
    "EventStatus",
    "EventType",
    "FactChange",
    "FactKind",
    "FigureQualifier",
    "IngestResult",
    "IngestRun",
    "IngestVerdict",
    "Judgement",
    "JudgementSubject",
    "JudgementVerdict",
    "LinkKey",
    "Mention",
    "OfficeHeld",
    "Origin",
    "Outlet",
    "OutletKind",
    "OutletName",
    "Participation",
    "ParticipantPosition",
    "ParticipantRole",
    "Place",
    "PlaceKind",
    "PlaceName",
    "PlacePrecision",
    "PublishedBasis",
    "Sentence",
    "SourceFile",
    "SourceState",
    "Story",
    "WindowPrecision",
]
