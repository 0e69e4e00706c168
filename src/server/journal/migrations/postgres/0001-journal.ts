/** The journal's tables, as in `../0001-journal.ts`, and the names the journal has had. */
export const journalTables = `
create table meta (
  key text primary key,
  value text not null
);

-- The last one is the journal's name now. A renewal adds one, so that an older name is known to be older.
create table epochs (
  number integer primary key,
  epoch text not null unique
);

-- How far each data folder has seen the journal come: a folder that has seen more than this database knows
-- tells that the database was put back.
create table witnesses (
  id text primary key,
  mark bigint not null
);

-- A row that is committed has a head above 0: only scopes that hold something have one. Whoever writes to a
-- scope holds its row until the commit, so that no number becomes visible before a smaller one.
create table heads (
  scope text collate "C" primary key,
  head bigint not null
);

create table records (
  scope text collate "C" not null,
  noun text collate "C" not null,
  id text collate "C" not null,
  -- Of the last change, unique in the scope.
  number bigint not null,
  -- How many changes were written, so that the history is shortened now and then.
  versions bigint not null,
  -- UTF-16 units of packed, so that a page is cut without reading what lies beyond it.
  size integer not null,
  -- The packed record, as JSON. Text: a jsonb cannot hold every string that JSON can.
  packed text not null,
  primary key (scope, noun, id)
);
create unique index records_by_number on records (scope, number);

create table history (
  scope text collate "C" not null,
  noun text collate "C" not null,
  id text collate "C" not null,
  number bigint not null,
  device text not null,
  -- Milliseconds since 1970, by the server's clock.
  at bigint not null,
  -- What was sent: a packed record, as JSON.
  delta text not null,
  primary key (scope, noun, id, number)
);
`;
