/** The names of files that were erased, as in `../0004-erased-files.ts`. */
export const erasedFileTable = `
create table erased_files (
  sha256 text collate "C" not null,
  scope text collate "C" not null,
  primary key (sha256, scope)
);
`;
