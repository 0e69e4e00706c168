/**
 * The journal's identity, and how a database that was put back by hand is noticed.
 *
 * The epoch is kept in the database and, with the sum of all heads, in a file beside it. At start the two are
 * compared: another epoch, or a database that is behind the file, means that what devices were told is no
 * longer there. A new epoch makes each of them compare everything and send again what is missing.
 * A whole folder put back, file and database alike, is not noticed.
 */
import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { transaction } from '#server/database.ts';
import { readEpochFile, writeEpochFile } from '#server/journal/epoch-file.ts';

export type EpochState = 'first' | 'kept' | 'renewed';

export interface EpochKeeper {
  readonly state: EpochState;
  /** Writes the file, where the journal has grown since the last time. */
  save(): void;
}

const epochFileSchema = v.object({ epoch: v.string(), total: v.pipe(v.number(), v.integer(), v.minValue(0)) });

/** Settles the epoch at start. `file` is undefined for a database in memory; `draw` makes a random name. */
export function keepEpoch(db: DatabaseSync, file: string | undefined, draw: () => string): EpochKeeper {
  const total = db.prepare('select coalesce(sum(head), 0) as total from heads');
  const totalNow = () => Number(total.get()?.['total']);
  const state = settle(db, file, totalNow(), draw);
  const epoch = epochOf(db) ?? '';
  let saved = -1;
  const save = () => {
    const now = totalNow();
    if (file === undefined || now === saved) return;
    writeEpochFile(file, { epoch, total: now });
    saved = now;
  };
  save();
  return { state, save };
}

function settle(db: DatabaseSync, file: string | undefined, total: number, draw: () => string): EpochState {
  const copy = file === undefined ? undefined : readEpochFile(file, epochFileSchema);
  const stored = epochOf(db);
  const trusted = file === undefined || (copy !== undefined && copy.epoch === stored && copy.total <= total);
  if (stored !== undefined && trusted) return 'kept';
  transaction(db, () => {
    db.prepare(`insert into meta values ('epoch', ?) on conflict do update set value = excluded.value`).run(draw());
  });
  return stored === undefined && copy === undefined ? 'first' : 'renewed';
}

function epochOf(db: DatabaseSync): string | undefined {
  const row = db.prepare(`select value from meta where key = 'epoch'`).get();
  return row && String(row['value']);
}
