/** Digests of records and scopes: of stamps and contexts, never of values. */
import type { Json } from '#domain/json.ts';
import type { RecordState } from '#replication/cell.ts';
import { clocksOf } from '#replication/clocks.ts';
import { canonicalJson } from '#replication/merge.ts';

/** 14 hexadecimal digits. Tells states apart; it is no protection against forgery. `without`: fields left out. */
export function digestRecord(record: RecordState, without: readonly string[] = []): string {
  return hexOf(hash53(canonicalJson([record.id, clocksIn(record, without)])));
}

/** How many records a scope holds, and one digest of all of them whatever their order: 14 hexadecimal digits. */
export interface ScopeDigest {
  readonly count: number;
  readonly digest: string;
}

/** Takes the records of a scope one by one, of one that comes twice the later state. */
export function scopeDigest() {
  const hashes = new Map<string, Hash>();
  return {
    add: (record: RecordState) => {
      const { noun, id } = record;
      hashes.set(`${noun}/${id}`, hash53(canonicalJson([noun, id, clocksIn(record, [])])));
    },
    read: (): ScopeDigest => {
      let [high, low] = [0, 0];
      for (const hash of hashes.values()) [high, low] = [high ^ hash.high, low ^ hash.low];
      return { count: hashes.size, digest: hexOf({ high, low }) };
    },
  };
}

const clocksIn = (record: RecordState, without: readonly string[]): Json =>
  clocksOf(
    record,
    Object.keys(record.cells).filter((field) => !without.includes(field)),
  ) as Json;

/** 53 bits: 21 above 32. */
interface Hash {
  readonly high: number;
  readonly low: number;
}

const hexOf = ({ high, low }: Hash): string => (4294967296 * high + (low >>> 0)).toString(16).padStart(14, '0');

/** Two multiply-xor rounds over UTF-16 units, 53 bits. */
function hash53(text: string): Hash {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0xc2b2ae35) ^ (a >>> 15);
    b = Math.imul(b ^ unit, 0x27d4eb2f) ^ (b >>> 13);
  }
  a = Math.imul(a ^ (b >>> 16), 0x2545f491);
  b = Math.imul(b ^ (a >>> 15), 0x9e3779b1);
  return { high: b & 0x1fffff, low: a };
}
