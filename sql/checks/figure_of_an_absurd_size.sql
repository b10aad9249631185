-- No event of a day or less may count more than a million dead, hurt or missing: a year or a sum of money was read as people.
-- severity: warning
select
    claim.event_id,
    claim.kind,
    claim.value,
    claim.file,
    claim.evidence
from report.casualty_claim as claim
where
    claim.kind <> 'displaced'
    and coalesce(claim.value, claim.low) > 1000000
    and claim.event_type <> 'assault.other';
