/** As `../list.ts`, for PostgreSQL: every step from an empty database, none of which is changed once released. */
import type { Migration } from '#server/journal/migrations/list.ts';
import { journalTables } from './0001-journal.ts';
import { deviceTables } from './0002-devices.ts';
import { fileTables } from './0003-files.ts';
import { erasedFileTable } from './0004-erased-files.ts';
import { membershipColumns } from './0005-membership.ts';

export const postgresMigrations: readonly Migration[] = [
  { number: 1, sql: journalTables },
  { number: 2, sql: deviceTables },
  { number: 3, sql: fileTables },
  { number: 4, sql: erasedFileTable },
  { number: 5, sql: membershipColumns },
];
