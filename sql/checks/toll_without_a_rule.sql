-- No toll may lack one of the six combining rules.
-- severity: failure
select
    casualty.event_id,
    casualty.kind,
    count(*) as rules
from report.casualty
group by
    casualty.event_id,
    casualty.kind
having count(*) <> 6;
