-- One row per event and kind of casualty: ACLED's rule, the lowest number, vague words by ACLED's table.
-- depends: report.casualty_toll
create view report.casualty_acled as
select
    toll.event_id,
    toll.kind,
    min(toll.acled_count) as figure
from report.casualty_toll as toll
where not toll.is_none_reported
group by
    toll.event_id,
    toll.kind;

comment on view report.casualty_acled is
'ACLED''s rule: where sources differ or are vague, the lowest; several counts 3, tens 10, dozens 12, hundreds 100, thousands 1000.';
comment on column report.casualty_acled.event_id is
'Event that it was linked to; null: not linked yet. Ids that were merged away lead on in report.standing_event';
comment on column report.casualty_acled.kind is 'killed, injured, missing, captured or displaced';
comment on column report.casualty_acled.figure is 'The lowest number of people';
