-- At each start the keys that facts say are erased are looked for and deleted; these facts are few, and among very many others.
create index on journal.fact (position) where type = 'application.statement-erased/1';
