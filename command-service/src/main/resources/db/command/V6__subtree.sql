-- Roots of perfect subtrees of the journal's tree, for proofs. They follow from the leaves, and verify says where they do not.
create table journal.subtree (
    height smallint not null check (height in (8, 16, 24)),
    index  bigint   not null check (index >= 0),                   -- its leaves are those of the positions from (index << height) + 1 on
    hash   bytea    not null,
    primary key (height, index)
);
revoke all on journal.subtree from public;
