/** Digests of records and scopes: of stamps and contexts, never of values. */
import type { Json } from '#domain/json.ts';
import type { RecordState } from '#replication/cell.ts';
import { clocksOf } from '#replication/clocks.ts';
import { canonicalJson } from '#replication/merge.ts';

/** 14 hexadecimal digits. Tells states apart; it is no protection against forgery. `without`: fields left out. */
export function digestRecord(record: RecordState, without: readonly string[] = []): string {
  const fields = Object.keys(record.cells)
    .filter((field) => !without.includes(field))
    .sort();
  return hash53(canonicalJson([record.id, clocksOf(record, fields) as Json]));
}

/** Two multiply-xor rounds over UTF-16 units, 53 bits. */
function hash53(text: string): string {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0xc2b2ae35) ^ (a >>> 15);
    b = Math.imul(b ^ unit, 0x27d4eb2f) ^ (b >>> 13);
  }
  a = Math.imul(a ^ (b >>> 16), 0x2545f491);
  b = Math.imul(b ^ (a >>> 15), 0x9e3779b1);
  return (4294967296 * (b & 0x1fffff) + (a >>> 0)).toString(16).padStart(14, '0');
}
