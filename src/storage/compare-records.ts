/** What records would bring if they were merged in, without writing anything. */
import type { RecordState } from '#replication/cell.ts';
import { type PackedRecord, unpackRecord } from '#replication/packed.ts';
import type { BarazaDatabase } from '#storage/database.ts';
import { type Imported, mergedWith } from '#storage/import.ts';
import { readStates } from '#storage/records.ts';

export interface Compared extends Imported {
  /** Of those that are new. */
  readonly newSessions: number;
  readonly newLines: number;
  readonly newPeople: number;
  /** Records that were written here and there: two texts of one will be kept. */
  readonly bothWrote: number;
  /** Who wrote what is new or changed, the most busy first. */
  readonly writers: readonly string[];
}

const readAtOnce = 500;

export const compareRecords = (db: BarazaDatabase, records: readonly PackedRecord[]): Promise<Compared> =>
  db.transaction('r', db.tables, async () => {
    let [added, changed, same, bothWrote] = [0, 0, 0, 0];
    const news = new Map<string, number>();
    const wrote = new Map<string, number>();
    const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
    for (let from = 0; from < records.length; from += readAtOnce) {
      const step = records.slice(from, from + readAtOnce);
      const states = await readStates(db, step);
      for (const [at, packed] of step.entries()) {
        const before = states[at];
        const { after, isSame } = mergedWith(before, packed);
        if (isSame) {
          same += 1;
          continue;
        }
        const writer = writerNamed(unpackRecord(packed));
        if (writer) count(wrote, writer);
        if (before) changed += 1;
        else {
          added += 1;
          count(news, packed.noun);
        }
        if (before && severalTexts(after) > severalTexts(before)) bothWrote += 1;
      }
    }
    const of = (noun: string) => news.get(noun) ?? 0;
    return {
      added,
      changed,
      same,
      newSessions: of('session'),
      newLines: of('capture'),
      newPeople: of('person'),
      bothWrote,
      writers: [...wrote].sort(([, a], [, b]) => b - a).map(([name]) => name),
    };
  });

const severalTexts = ({ cells }: RecordState): number =>
  Object.values(cells).reduce(
    (sum, cell) => sum + (cell?.kind === 'text' ? Math.max(0, cell.values.length - 1) : 0),
    0,
  );

function writerNamed({ cells }: RecordState): string | undefined {
  for (const field of ['updatedBy', 'createdBy']) {
    const cell = cells[field];
    if (cell?.kind === 'last' && typeof cell.value === 'string' && cell.value !== '') return cell.value;
  }
  return undefined;
}
