-- How far each build of each projection has come. The tables of a build are made by the projection, in the schema p_<projection>_<number>.
create table build (
    projection      text        not null,
    number          integer     not null,
    version         integer     not null,
    applied         bigint      not null default 0,
    applied_at      timestamptz,
    demo            boolean     not null default false,
    stopped_at      bigint,
    stopped_because text,
    primary key (projection, number)
);

-- Which build answers. One row moves in one transaction, so no reader ever sees half a model.
create table live (
    projection text primary key,
    number     integer not null,
    foreign key (projection, number) references build
);
