/** Small records and deltas, written at a given time by a given writer. */
import type { Json } from '#domain/json.ts';
import type { Scope } from '#domain/scope.ts';
import { type Cell, type RecordState, unseen, writeLast, writeText } from '#replication/cell.ts';
import { nextStamp, type Writer } from '#replication/stamp.ts';

export const sampleScope: Scope = 'session:s1';

export interface Written {
  readonly noun?: string;
  readonly scope?: Scope;
  /** 8 letters or digits. */
  readonly writer?: string;
  /** Milliseconds since 1970. */
  readonly atMs?: number;
  /** Fields that are texts; the others are last-writer fields. */
  readonly texts?: readonly string[];
}

/** A record as one writer made it, who had seen nothing before. */
export function sampleRecord(id: string, values: Readonly<Record<string, Json>>, how: Written = {}): RecordState {
  const { noun = 'capture', scope = sampleScope, writer = 'WriterAA', atMs = 1000, texts = ['text'] } = how;
  const stamp = nextStamp(atMs, undefined, writer as Writer);
  const cells: Record<string, Cell> = {};
  for (const [field, value] of Object.entries(values)) {
    cells[field] = texts.includes(field)
      ? writeText(undefined, String(value), unseen, stamp)
      : writeLast(undefined, value, stamp);
  }
  return { noun, id, scope, cells };
}

export const erasedRecord = (id: string, scope: Scope = sampleScope, noun = 'capture'): RecordState => ({
  noun,
  id,
  scope,
  cells: {},
  erased: true,
});
