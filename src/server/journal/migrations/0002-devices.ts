/** Who may come in. Tokens and codes are kept as SHA-256 in base64url, never as they are. Times are ms since 1970. */
export const deviceTables = `
create table devices (
  id text primary key,
  name text not null,
  role text not null,
  token_hash text not null unique,
  -- The invitation it came by.
  invite text not null,
  created_at integer not null,
  last_seen_at integer,
  app text,
  revoked_at integer
) strict, without rowid;

create table invites (
  code_hash text primary key,
  role text not null,
  -- A JSON list of scopes, or 'all'.
  scopes text not null,
  -- Null: valid until used.
  expires_at integer,
  uses_left integer not null,
  -- The device that made it; null for the set-up link.
  created_by text
) strict, without rowid;

create table grants (
  device text not null,
  -- '*' for all of them.
  scope text not null,
  primary key (device, scope)
) strict, without rowid;
`;
