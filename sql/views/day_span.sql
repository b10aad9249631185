-- One row per call: days as text, '2021-03-18', '2021-03-13/2021-03-17', '../2021-05-01' or, without a year, '--09-04'.
create function report.day_span(first_on date, last_on date, first_yearless text, last_yearless text)
returns text
language sql
immutable
as $$
    select
        case
            when span.first_day is null and span.last_day is null then null
            when span.first_day = span.last_day then span.first_day
            else coalesce(span.first_day, '..') || '/' || coalesce(span.last_day, '..')
        end
    from (
        select
            coalesce(to_char(first_on, 'YYYY-MM-DD'), first_yearless) as first_day,
            coalesce(to_char(last_on, 'YYYY-MM-DD'), last_yearless) as last_day
    ) as span
$$;

comment on function report.day_span(date, date, text, text) is
'Days as text for readers: one day, or first and last day around a slash; .. is an open end (ISO 8601-2), -- a missing year.';
