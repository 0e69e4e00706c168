/**
 * Every step from an empty database to this version's, in order. A step that has been released is never
 * changed: what comes later is added below, with the next number.
 */
import { journalTables } from './0001-journal.ts';
import { deviceTables } from './0002-devices.ts';
import { fileTables } from './0003-files.ts';
import { erasedFileTable } from './0004-erased-files.ts';
import { membershipColumns } from './0005-membership.ts';

export interface Migration {
  readonly number: number;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [
  { number: 1, sql: journalTables },
  { number: 2, sql: deviceTables },
  { number: 3, sql: fileTables },
  { number: 4, sql: erasedFileTable },
  { number: 5, sql: membershipColumns },
];
