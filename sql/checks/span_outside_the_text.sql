-- No fact may rest on words outside its article's text, nor on empty words.
select
    evidence.fact_kind,
    evidence.fact_id,
    evidence.file,
    evidence.start,
    evidence.stop
from report.evidence
where
    evidence.quote is null
    or char_length(evidence.quote) <> evidence.stop - evidence.start
    or evidence.quote = '';
