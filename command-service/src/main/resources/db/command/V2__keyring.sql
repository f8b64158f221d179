-- The keys of guarded values, wrapped by a key that is in no database. Outside the journal: erasing a key erases the values
-- under it, and the history still verifies.
create schema keyring;

create table keyring.key (
    name      text collate "C" not null primary key,
    wrapped   bytea,                                               -- none: erased, and never made again
    made_at   timestamptz      not null default now(),
    erased_at timestamptz,
    check ((wrapped is null) = (erased_at is not null))
);

revoke all on all tables in schema keyring from public;
