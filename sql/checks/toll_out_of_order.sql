-- No combined toll may have bounds out of order: low, best, high.
-- severity: failure
with toll as materialized (
    select
        casualty.event_id,
        casualty.kind,
        casualty.rule,
        casualty.low,
        casualty.best,
        casualty.high
    from report.casualty
)

select
    toll.event_id,
    toll.kind,
    toll.rule,
    toll.low,
    toll.best,
    toll.high
from toll
where
    toll.low > toll.high
    or toll.low > toll.best
    or toll.best > toll.high;
