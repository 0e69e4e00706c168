/** The journal's tables: the head of each scope, the merged state of each record, and what was written before. */
export const journalTables = `
create table meta (
  key text primary key,
  value text not null
) strict, without rowid;

-- Only scopes that hold something have a row, so head is never 0.
create table heads (
  scope text primary key,
  head integer not null check (head > 0)
) strict, without rowid;

create table records (
  scope text not null,
  noun text not null,
  id text not null,
  -- Of the last change, unique in the scope.
  number integer not null,
  -- How many changes were written, so that the history is shortened now and then.
  versions integer not null,
  -- The packed record, as JSON.
  packed text not null,
  primary key (scope, noun, id)
) strict;
create unique index records_by_number on records (scope, number);

create table history (
  scope text not null,
  noun text not null,
  id text not null,
  number integer not null,
  device text not null,
  -- Milliseconds since 1970, by the server's clock.
  at integer not null,
  -- What was sent: a packed record, as JSON.
  delta text not null,
  primary key (scope, noun, id, number)
) strict, without rowid;
`;
