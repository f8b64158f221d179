-- What the house keeps beside the facts to do its work.
create schema desk;

-- Texts that facts name by their SHA-256, kept before the fact.
create table desk.document (
    sha256 bytea not null primary key,
    text   text  not null
);

-- Answers to commands that left no fact, so that the same command gets the same answer again; kept for 30 days.
create table desk.outcome (
    command_id  uuid        not null primary key,
    digest      bytea       not null,
    answer      text        not null,
    answered_at timestamptz not null default now()
);
create index on desk.outcome (answered_at);

-- Who does what only one process may do at a time.
create table desk.lease (
    task   text        not null primary key,
    holder uuid        not null,
    until  timestamptz not null
);

-- How far a reader of the journal has come.
create table desk.mark (
    reader   text   not null primary key,
    position bigint not null
);

-- What is due when a day is over, folded from the journal; desk.mark 'alarms' says up to where.
create table desk.alarm (
    alarm    text   not null,
    subject  text   not null,
    cause    uuid   not null,
    last_day date   not null,
    rung     boolean not null default false,
    primary key (alarm, subject)
);
create index on desk.alarm (last_day) where not rung;
