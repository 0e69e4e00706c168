/** Who may come in, as in `../0002-devices.ts`, and the wrong codes that all processes count together. */
export const deviceTables = `
create table devices (
  id text collate "C" primary key,
  name text not null,
  role text not null,
  token_hash text not null unique,
  -- The invitation it came by.
  invite text not null,
  created_at bigint not null,
  last_seen_at bigint,
  app text,
  revoked_at bigint
);

create table invites (
  code_hash text primary key,
  role text not null,
  -- A JSON list of scopes, or 'all'.
  scopes text not null,
  -- Null: valid until used.
  expires_at bigint,
  uses_left integer not null,
  -- The device that made it; null for the set-up link.
  created_by text
);

create table grants (
  device text collate "C" not null,
  -- '*' for all of them.
  scope text collate "C" not null,
  primary key (device, scope)
);

-- Forgotten after a crash, which costs nothing.
create unlogged table attempts (
  network text primary key,
  full_at bigint not null
);
`;
