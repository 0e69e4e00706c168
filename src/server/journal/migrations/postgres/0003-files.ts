/** Files, as in `../0003-files.ts`, with their bytes: any process can take the next piece of any upload. */
export const fileTables = `
create table uploads (
  id text collate "C" primary key,
  sha256 text collate "C" not null,
  scope text collate "C" not null,
  media_type text not null,
  size bigint not null,
  -- Bytes that are here. Whoever adds some holds the row.
  received bigint not null,
  device text not null,
  started_at bigint not null
);

-- In the order of at, where each begins, they are the file. They stay under the upload they came by.
create table pieces (
  upload text collate "C" not null,
  at bigint not null,
  bytes bytea not null,
  primary key (upload, at)
);
-- Pictures are packed already.
alter table pieces alter column bytes set storage external;

create table files (
  sha256 text collate "C" primary key,
  upload text collate "C" not null,
  media_type text not null,
  size bigint not null
);

create table file_scopes (
  sha256 text collate "C" not null,
  scope text collate "C" not null,
  primary key (sha256, scope)
);
`;
