-- What-if reports, kept beside all projections: nothing here is folded from facts, and nothing is lost but work where it is thrown away.
create table what_if (
    report    text collate "C" primary key,
    question  text        not null,
    asked_by  text        not null,
    asked_at  timestamptz not null,
    position  bigint      not null,
    today     date        not null,
    state     text        not null,
    steps     bigint      not null default 0,
    of_steps  bigint      not null default 0,
    seen_at   timestamptz not null,
    result    text,
    code      text,
    sentence  text
);
create index on what_if (asked_at);
