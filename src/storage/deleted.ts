/**
 * Deleted, changed since: a deletion carries a digest of the cells its writer saw. Where the present digest
 * differs, somebody wrote without knowing of the deletion; the record is listed and exported until a person decides.
 */
import type { RecordState } from '#replication/cell.ts';
import { digestRecord } from '#replication/digest.ts';
import { type Row, stateOfRow } from '#storage/row.ts';

/** What a deletion itself writes is no change of the record. */
const writtenByDeletion = ['deletedAt', 'deletedDigest', 'updatedAt', 'updatedBy', 'updatedDevice'];

export const digestSeen = (state: RecordState): string => digestRecord(state, writtenByDeletion);

/** Whether `row` is deleted and holds writings that whoever deleted it had not seen. */
export const changedSinceDeletion = (noun: string, row: Row): boolean =>
  row.e !== true &&
  typeof row.v.deletedAt === 'number' &&
  typeof row.v.deletedDigest === 'string' &&
  row.v.deletedDigest !== digestSeen(stateOfRow(noun, row));
