-- Places, outlets and the files that were read.

create table eventdb.place (
    place_id bigint not null,
    gazetteer_key text not null,
    name text not null,
    kind_code text not null,
    country_code text,
    subdivision_code text,
    parent_id bigint,
    latitude double precision,
    longitude double precision,
    precision_code smallint not null,
    constraint pk_place primary key (place_id),
    constraint uq_place_gazetteer_key unique (gazetteer_key),
    constraint fk_place_place_kind foreign key (kind_code) references eventdb.place_kind (code),
    constraint fk_place_parent foreign key (parent_id) references eventdb.place (place_id),
    constraint fk_place_place_precision foreign key (precision_code) references eventdb.place_precision (code),
    constraint ck_place_country_code_is_iso_3166 check (country_code ~ '^[A-Z]{2}([A-Z]{2})?$'),
    constraint ck_place_subdivision_code_is_of_its_country check (subdivision_code like country_code || '-%'),
    constraint ck_place_latitude_is_on_the_globe check (latitude between -90 and 90),
    constraint ck_place_longitude_is_on_the_globe check (longitude between -180 and 180),
    constraint ck_place_coordinates_come_in_pairs check ((latitude is null) = (longitude is null)),
    constraint ck_place_parent_is_another_place check (parent_id <> place_id)
);
comment on table eventdb.place is 'One row per gazetteer entry that some article needed.';
comment on column eventdb.place.place_id is 'Hash of gazetteer_key';
comment on column eventdb.place.gazetteer_key is 'Key of the entry in the gazetteer';
comment on column eventdb.place.name is 'Name for readers, in English';
comment on column eventdb.place.kind_code is 'Kind of place';
comment on column eventdb.place.country_code is 'ISO 3166-1 or, of a former state, -3; null: several countries or none';
comment on column eventdb.place.subdivision_code is 'ISO 3166-2 code of the province that it is or lies in';
comment on column eventdb.place.parent_id is 'Place that holds it';
comment on column eventdb.place.latitude is 'Degrees north, WGS 84';
comment on column eventdb.place.longitude is 'Degrees east, WGS 84';
comment on column eventdb.place.precision_code is 'UCDP precision of an event known to be there';

create table eventdb.place_name (
    place_id bigint not null,
    name text not null,
    constraint pk_place_name primary key (place_id, name),
    constraint fk_place_name_place foreign key (place_id) references eventdb.place (place_id)
);
comment on table eventdb.place_name is 'One row per name of a place.';
comment on column eventdb.place_name.place_id is 'Place';
comment on column eventdb.place_name.name is 'A name of it';

create table eventdb.outlet (
    outlet_id bigint not null,
    name text not null,
    kind_code text not null,
    country_code text,
    lexicon_key text,
    constraint pk_outlet primary key (outlet_id),
    constraint fk_outlet_outlet_kind foreign key (kind_code) references eventdb.outlet_kind (code),
    constraint ck_outlet_country_code_is_iso_3166 check (country_code ~ '^[A-Z]{2}([A-Z]{2})?$'),
    constraint ck_outlet_name_is_not_empty check (name <> '')
);
comment on table eventdb.outlet is 'One row per publisher or agency.';
comment on column eventdb.outlet.outlet_id is 'Hash of the lexicon''s key, or of the name where no lexicon knows it';
comment on column eventdb.outlet.name is 'Name for readers';
comment on column eventdb.outlet.kind_code is 'Kind of outlet';
comment on column eventdb.outlet.country_code is 'Home country, ISO 3166-1 or, of a former state, -3';
comment on column eventdb.outlet.lexicon_key is 'Key of its lexicon entry; null: only articles name it';

create table eventdb.outlet_name (
    outlet_id bigint not null,
    name text not null,
    constraint pk_outlet_name primary key (outlet_id, name),
    constraint fk_outlet_name_outlet foreign key (outlet_id) references eventdb.outlet (outlet_id)
);
comment on table eventdb.outlet_name is 'One row per name of an outlet.';
comment on column eventdb.outlet_name.outlet_id is 'Outlet';
comment on column eventdb.outlet_name.name is 'A name of it';

create table eventdb.source_file (
    source_file_id bigint not null,
    location text not null,
    sha256 text,
    size_bytes bigint,
    state_code text not null,
    reason text,
    article_id bigint,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    constraint pk_source_file primary key (source_file_id),
    constraint uq_source_file_location unique (location),
    constraint fk_source_file_source_state foreign key (state_code) references eventdb.source_state (code),
    constraint ck_source_file_sha256_is_64_hex_digits check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint ck_source_file_size_is_not_negative check (size_bytes >= 0),
    constraint ck_source_file_seen_in_order check (first_seen_at <= last_seen_at),
    constraint ck_source_file_rejected_has_a_reason check ((state_code = 'rejected') = (reason is not null)),
    constraint ck_source_file_loaded_has_an_article check (state_code = 'rejected' or article_id is not null)
);
create index ix_source_file_article on eventdb.source_file (article_id);
comment on table eventdb.source_file is 'One row per place that an article came from: a path or an address.';
comment on column eventdb.source_file.source_file_id is 'Hash of the location';
comment on column eventdb.source_file.location is 'Path as given, or address';
comment on column eventdb.source_file.sha256 is 'SHA-256 of its bytes when last read; null: never readable';
comment on column eventdb.source_file.size_bytes is 'Bytes when last read';
comment on column eventdb.source_file.state_code is 'What became of it';
comment on column eventdb.source_file.reason is 'Why it was rejected';
comment on column eventdb.source_file.article_id is
'Article that it holds; no foreign key, since several files and versions may hold one article';
comment on column eventdb.source_file.first_seen_at is 'First ingest that met it';
comment on column eventdb.source_file.last_seen_at is 'Last ingest that met it';
