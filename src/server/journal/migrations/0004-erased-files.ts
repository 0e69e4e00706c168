/** The names of files that were erased, so that no late tablet brings one back. */
export const erasedFileTable = `
create table erased_files (
  sha256 text not null,
  scope text not null,
  primary key (sha256, scope)
) strict, without rowid;
`;
