-- Kinds of event; the other closed lists are made in versions/0001_tables.py.

create table eventdb.event_type (
    code text not null,
    ordinal smallint not null,
    label text not null,
    definition text not null,
    plover_type text,
    plover_mode text,
    cameo_root text,
    quad_class smallint,
    constraint pk_event_type primary key (code),
    constraint ck_event_type_quad_class_is_1_to_4 check (quad_class between 1 and 4)
);
comment on table eventdb.event_type is 'One row per kind of event, with its PLOVER and CAMEO equivalents.';
comment on column eventdb.event_type.code is 'The code';
comment on column eventdb.event_type.ordinal is 'Place in the list, from 1';
comment on column eventdb.event_type.label is 'Words for readers';
comment on column eventdb.event_type.definition is 'When the code applies';
comment on column eventdb.event_type.plover_type is 'PLOVER 0.8 type; null: PLOVER has none';
comment on column eventdb.event_type.plover_mode is 'PLOVER 0.8 mode of the type';
comment on column eventdb.event_type.cameo_root is 'CAMEO root code, 01 to 20';
comment on column eventdb.event_type.quad_class is
'By CAMEO root: 1 verbal cooperation, 2 material, 3 verbal conflict, 4 material';
