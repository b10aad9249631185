-- One good row in each table, around one invented article: a ferry that sank, and talks about the search.

insert into eventdb.place values
(1, 'NO', 'Norway', 'country', 'NO', null, null, 61, 9, 6),
(2, 'NO-46', 'Vestland', 'province', 'NO', 'NO-46', 1, 60.4, 6.1, 4);
insert into eventdb.place_name values (1, 'Norge');
insert into eventdb.outlet values (1, 'Fjord Wire', 'agency', 'NO', null);
insert into eventdb.outlet_name values (1, 'FW');
insert into eventdb.source_file values
(1, 'inbox/ferry.txt', repeat('a', 64), 30, 'loaded', null, 1, '2031-05-02 06:00Z', '2031-05-02 06:00Z'),
(2, 'inbox/broken.txt', null, null, 'rejected', 'no text', null, '2031-05-02 06:00Z', '2031-05-02 06:00Z');
insert into eventdb.story values (1, 'Ferry sinks');
insert into eventdb.article
(
    article_id, version, is_current, source_file_id, outlet_id, story_id, text, text_length, title, authors, language,
    published, published_basis_code, content_hash, text_hash, rules_version
)
values
(
    1, 1, true, 1, 1, 1, 'Two died, says Kari Lund of FW.', 31, 'Ferry sinks', '{"Kari Lund"}', 'en',
    '[2031-05-01,2031-05-02]', 'byline', repeat('b', 64), repeat('c', 64), 'rules'
);
insert into eventdb.article_given values
(
    1, 1, repeat('d', 64), 'ferry.txt', 'utf-8', 'en', null, 'Fjord Wire', '2031-05-01', '2031-05-01',
    '{"Kari Lund"}', null, null
);
insert into eventdb.article_credit values (1, 1, 0, 1, 'FW', 'cited', 28, 30, 31);
insert into eventdb.link_key values (1, 1, 'text', 5, 0);
insert into eventdb.block values (1, 1, 0, 'body', 0, 31, 31);
insert into eventdb.sentence values (1, 1, 0, 0, 31, 31);
insert into eventdb.date_span
(article_id, version, ordinal, first_on, last_on, window_precision_code, is_lasting, is_refused, start, stop, text_length)
values (1, 1, 0, '2031-05-01', '2031-05-02', 'day', false, false, 0, 3, 31);
insert into eventdb.actor values
(1, 'Norway', 'state', 'NO', 'lexicon', 'norway', null),
(2, 'Kari Lund', 'person', null, 'rule', null, null);
insert into eventdb.actor_name values (1, 'Norwegians');
insert into eventdb.article_actor values (1, 1, 0, 2, 'Kari Lund', 'person', 'NO', '{}');
insert into eventdb.mention values (1, 1, 0, 0, 15, 24, 31);
insert into eventdb.office_held values (1, 1, 0, 11, 0, 'captain', 'FW', 15, 24, 31);
insert into eventdb.event
(event_id, type_code, status_code, label, starts_from, starts_to, date_precision_code, place_id, place_name, country_code, place_precision_code)
values
(1, 'other', 'occurred', 'Ferry sinks', '2031-05-01', '2031-05-01', 1, 2, 'Vestland', 'NO', 4),
(2, 'consult.talks', 'planned', 'Talks on the search', null, null, null, null, null, null, null);
insert into eventdb.event_report
(
    article_id, version, ordinal, event_report_id, event_id, type_code, status_code, is_core, window_precision_code,
    starts_from, starts_to, ends_to, is_lasting, date_precision_code,
    place_id, place_name, country_code, place_precision_code, start, stop, text_length, rule
)
values
(
    1, 1, 0, 21, 1, 'other', 'occurred', true, 'day', '2031-05-01', '2031-05-01', null, false, 1,
    2, 'Vestland', 'NO', 4, 0, 8, 31, 'drawn'
);
insert into eventdb.participation values (1, 1, 0, 31, 0, 0, 'speaker', 'did', 'Kari Lund', 0, 15, 24, 31, 'drawn');
insert into eventdb.casualty_figure values
(1, 1, 0, 41, 0, 'killed', 'people', 2, 'exact', 2, 2, 2, null, 'Kari Lund', 0, 0, 8, 31, 'drawn');
insert into eventdb.ingest_run values (1, '2031-05-02 06:00Z', '2031-05-02 06:01Z', 'rules', 'inbox', 2, 1, 0, 0, 1);
insert into eventdb.ingest_result values (1, 1, 'inserted', null, 1, 1, 1, 1), (1, 2, 'rejected', 'no text', null, 0, 0, 0);
insert into eventdb.judgement values
(1, 'actor', 1, 2, null, null, 'different', 'human', 'Ola', 'a state is no captain', '2031-05-03 06:00Z', null, 1, null, null, null);
insert into eventdb.correction
(correction_id, fact_kind_code, article_id, fact_id, field_name, original_value, corrected_value, state_code, made_by, reason, made_at)
values (1, 'casualty_figure', 1, 41, 'value', '2', '3', 'active', 'Ola', 'the third was found', '2031-05-03 06:00Z');
insert into eventdb.fact_change values
(1, 1, 0, '2031-05-02 06:00Z', 'rules', 'casualty_figure', 41, 'value', '1', '2');
