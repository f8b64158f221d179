-- Which programs are told of which facts, and what came of it. Secrets stand in the settings, under the name kept here.
create table desk.hook (
    id      text   primary key,
    url     text   not null,
    facts   text[] not null,
    secret  text   not null,
    trouble text -- of the last try, where it failed
);
create table desk.hook_delivery (
    hook         text        not null references desk.hook on delete cascade,
    position     bigint      not null,
    event        uuid        not null,
    stream       text        not null,
    branch       text,
    type         text        not null,
    effective_on date        not null,
    recorded_at  timestamptz not null,
    outcome      text        not null default 'WAITING', -- then SENT, or FAILED after the last try
    tries        int         not null default 0,
    due          timestamptz not null default now(),
    settled_at   timestamptz,
    primary key (hook, position)
);
create index on desk.hook_delivery (hook, coalesce(branch, stream), position) where outcome = 'WAITING';
create index on desk.hook_delivery (settled_at) where outcome = 'SENT';

-- Nobody is told now of what happened before there were hooks.
insert into desk.mark (reader, position) select 'hooks', size from journal.head;
