-- Files that support claims, by their content: in pieces, so that none of them is ever whole in memory.
create schema evidence;

create table evidence.file (
    sha256     bytea       not null primary key check (length(sha256) = 32),
    size       bigint      not null check (size > 0),
    media_type text        not null,
    kept_at    timestamptz not null
);

create table evidence.piece (
    sha256 bytea   not null references evidence.file,
    number integer not null,
    bytes  bytea   not null,
    primary key (sha256, number)
);
alter table evidence.piece alter column bytes set storage external; -- such files are compressed already

-- Which branch a file is about. The same file may be about several.
create table evidence.about (
    branch  text        not null,
    sha256  bytea       not null references evidence.file,
    kept_by text        not null,
    kept_at timestamptz not null,
    primary key (branch, sha256)
);
