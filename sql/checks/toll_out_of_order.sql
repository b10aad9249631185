-- No combined toll may have bounds out of order: low, best, high.
select
    casualty.event_id,
    casualty.kind,
    casualty.rule,
    casualty.low,
    casualty.best,
    casualty.high
from report.casualty
where
    casualty.low > casualty.high
    or casualty.low > casualty.best
    or casualty.best > casualty.high;
