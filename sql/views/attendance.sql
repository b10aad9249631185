-- One row per event and actor: who was invited, answered and came, as all current articles tell it.
-- depends: report.position_as_of
create view report.attendance as
select
    standing.event_id,
    standing.event,
    standing.starts_from,
    standing.actor_id,
    standing.actor,
    standing.actor_kind,
    standing.roles,
    standing.first_position,
    standing.latest_position,
    standing.latest_published,
    standing.was_invited,
    standing.did_attend,
    standing.has_declined,
    standing.is_disputed,
    standing.positions,
    standing.articles,
    standing.independent_sources
from report.position_as_of(null) as standing;

comment on view report.attendance is
'One row per event (attacks, arrests, deployments, sanctions and mere sayings left out) and actor: what all current articles together tell of invitation, answer and presence. What is not reported is false or missing, and does not mean that it did not happen.';
comment on column report.attendance.event_id is
'Event that it was linked to; null: not linked yet. Ids that were merged away lead on in report.standing_event';
comment on column report.attendance.event is 'Short words for the event';
comment on column report.attendance.starts_from is 'First day on which the event may have started';
comment on column report.attendance.actor_id is 'Actor after all merges; null: known by name only';
comment on column report.attendance.actor is 'Name of the actor';
comment on column report.attendance.actor_kind is
'person, state, government, armed_group, igo, ngo, media, party, company or group';
comment on column report.attendance.roles is 'Roles that are reported, separated by commas';
comment on column report.attendance.first_position is 'Position that the earliest article reports; articles without a day of publication are asked only where none has one';
comment on column report.attendance.latest_position is
'Position that the latest article with a day of publication reports, or any if none has one; of one day, presence goes before an answer, an answer before an invitation';
comment on column report.attendance.latest_published is 'Last day on which the latest article may have been published';
comment on column report.attendance.was_invited is 'True only if an article reports an invitation';
comment on column report.attendance.did_attend is
'True only if an article reports presence; hosting alone is not presence';
comment on column report.attendance.has_declined is 'True only if an article reports that it declined or was kept away';
comment on column report.attendance.is_disputed is
'True: of the latest articles one has it in and one has it out, or one has it out not before another has it present';
comment on column report.attendance.positions is
'Positions in the order of publication, separated by commas, each change once; after a semicolon those that only articles without a day of publication report';
comment on column report.attendance.articles is 'Current articles that say so';
comment on column report.attendance.independent_sources is
'Independent sources behind these articles; copies of one wire report are one';
