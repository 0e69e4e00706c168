/** Files by the scopes they are known for, and uploads on their way. The bytes are in the folder beside. */
export const fileTables = `
create table files (
  sha256 text not null,
  scope text not null,
  media_type text not null,
  size integer not null,
  primary key (sha256, scope)
) strict, without rowid;

create table uploads (
  id text primary key,
  sha256 text not null,
  scope text not null,
  media_type text not null,
  size integer not null,
  device text not null,
  started_at integer not null
) strict, without rowid;
`;
