-- The journal: every fact once, in one total order. Only the journal's own statement writes here.
create schema journal;

create table journal.fact (
    position     bigint           not null primary key,
    version      bigint           not null check (version > 0),
    recorded_at  timestamptz      not null,
    effective_on date             not null,
    ordinal      integer          not null check (ordinal >= 0),
    event_id     uuid             not null,                        -- version 5: command_id, ordinal, digest
    command_id   uuid             not null,
    stream       text collate "C" not null,                        -- "C": all streams of a prefix are one range of the index
    type         text collate "C" not null,
    digest       bytea            not null,                        -- of the command's body: the same id with another body is refused
    leaf         bytea            not null,                        -- RFC 6962 leaf over the canonical envelope
    metadata     bytea            not null,
    payload      bytea            not null,
    unique (stream, version),
    unique (command_id, ordinal)                                   -- the idempotency key
);

-- One row: how many facts stand, and the tree over them. Its lock is the order between writing processes.
create table journal.head (
    only_row    boolean     not null primary key default true check (only_row),
    size        bigint      not null,
    recorded_at timestamptz not null,
    root        bytea       not null,
    frontier    bytea       not null
) with (fillfactor = 10);

insert into journal.head (size, recorded_at, root, frontier)
values (0, 'epoch', '\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '');

-- Facts are added, never edited. This stops slips; whoever can drop it is caught by verify.
create function journal.only_added() returns trigger language plpgsql as $$
begin
    raise exception 'facts are added to the journal, never edited or removed';
end $$;
create trigger only_added before update or delete or truncate on journal.fact for each statement execute function journal.only_added();

revoke all on all tables in schema journal from public;
