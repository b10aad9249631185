"""Makes events of reports, actors of names and stories of copies, over all articles.

reports   what linking looks at: `Report`s, read from the database
windows   how the days of two reports lie to each other
likeness  what two reports have in common: place, toll, parties
grounds   on which ground two reports can be one event
agreement whether two reports can tell of one event, and how well they agree
blocks    what reports must have in common to be compared
lookup    keys of what articles tell → the articles that may tell of the same, without reading all
groups    reports → groups that tell of one event
reasons   why two reports are one event or are not, in words, with a score
names     groups + earlier ids → ids of events; an id survives, a merge leaves a redirect
years     days without a year → with the year that other reports of the event give
derived   the reports of an event → its label, days, place, status
closure   reports around others, until nothing is left that could be joined to them
scope     which reports have to be looked at again, and in which years their articles appeared
yearless  articles without a year, of which only some reports were looked at
merging   actors that people merged, and persons whom they told apart
spelling  whether two names are one name in two spellings
callings  titles → what somebody is: official, fighter, or neither
persons   persons of several articles → who is one and the same
actors    the same, read from the database and written to it
stories   near-identical articles → stories
write     what changed → rows
explaining an event → its reports, what holds them together, what nearly joined
ties      the links that hold events together → judgements of rules

In: an open connection, and the articles that changed (or all). Out: rows of `event` and `actor`, and the references
to them. The outcome does not depend on the order in which articles came; a report with more than one candidate that
fits equally well is linked to none. Nothing here changes what an article says: a year that follows from others stands
beside the day that the text gives.
"""

from __future__ import annotations

from .explaining import Explained, explain_event
from .run import Linked, link

__all__ = ["Explained", "Linked", "explain_event", "link"]
