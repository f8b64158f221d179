-- Who is told of which fact, by which channel, and what came of it. No address is kept: the mail server knows people by their ids.
create table desk.letter (
    position   bigint      not null,
    person     text        not null,
    channel    text        not null, -- PAGE or MAIL
    stream     text        not null,
    branch     text        not null,
    type       text        not null,
    outcome    text        not null default 'WAITING', -- then SEEN or SENT, or FAILED after the last try
    tries      int         not null default 0,
    due        timestamptz not null default now(),
    settled_at timestamptz,
    primary key (position, person, channel)
);
create index on desk.letter (person, position) where channel = 'PAGE';
create index on desk.letter (stream, position);
create index on desk.letter (due) where channel = 'MAIL' and outcome = 'WAITING';

-- Nobody is told now of what happened before there were letters.
insert into desk.mark (reader, position) select 'letters', size from journal.head;
