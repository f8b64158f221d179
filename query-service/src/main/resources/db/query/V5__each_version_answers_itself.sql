-- Of several versions that run beside each other, as in a rolling upgrade or on the way back, each answers from a build of its own.
alter table live add column for_version integer;
update live set for_version = version from build where build.projection = live.projection and build.number = live.number;
alter table live alter column for_version set not null;
alter table live drop constraint live_pkey;
alter table live add primary key (projection, for_version);
