/** Records as the databases keep them: packed, as JSON text. */
import type { RecordState } from '#replication/cell.ts';
import { packRecord, type PackedRecord, unpackRecord } from '#replication/packed.ts';

/**
 * History keeps the newest changes of a record and sheds the older ones in bunches, so that it holds at most
 * `historyKept + historySlack` of them.
 */
export const historyKept = 1000;
export const historySlack = 100;

export const textOf = (record: RecordState): string => JSON.stringify(packRecord(record));

/** Our own writing, so it is not parsed against a schema again. */
export const stateOf = (packed: string): RecordState => unpackRecord(JSON.parse(packed) as PackedRecord);
