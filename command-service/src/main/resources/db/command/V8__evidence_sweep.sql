-- Which files some fact names; desk.mark 'evidence' says up to where the facts were read. What none ever names is swept away.
alter table evidence.file add column named boolean not null default false;
create index on evidence.file (kept_at) where not named;
