-- The latest snapshot of each aggregate that is kept through Axon.
create table desk.snapshot (
    aggregate text   not null primary key,
    sequence  bigint not null,
    written   text   not null,
    payload   bytea  not null
);
