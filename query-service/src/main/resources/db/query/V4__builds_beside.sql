-- A build grows beside the one that answers, may be compared with it before it takes its place, and what it replaced is kept current.
alter table build
    add column since      timestamptz not null default now(),
    add column filling    boolean     not null default false, -- its rows come from the feed and are not all there yet
    add column held       boolean     not null default false, -- it does not take over by itself
    add column frontier   bytea,                              -- of the tree over the facts it was filled with so far
    add column edition    bigint      not null default 0,     -- counts changes of rows that do not move the position
    add column retired_at timestamptz,
    add column dropped    boolean     not null default false;

-- What answered before, for going back at once.
alter table live add column former integer;
