/**
 * The journal's identity in PostgreSQL, and how a database that was put back is noticed.
 *
 * Each data folder is a witness: now and then it leaves a mark in the database that is one higher than its last,
 * and then writes the mark down in its file. A database that does not know the mark of a witness lacks what was
 * written before it, however much was written since. The name of the journal is renewed by whichever process
 * finds that first; the older names are kept, so that the others do not take the new one for a loss.
 * A witness whose file is gone knows nothing and proves nothing.
 */
import * as v from 'valibot';
import { readEpochFile, writeEpochFile } from '#server/journal/epoch-file.ts';
import type { EpochState } from '#server/journal/epoch.ts';
import { type Postgres, statement, type Transaction } from '#server/postgres.ts';

export interface PostgresEpoch {
  readonly state: EpochState;
  /** Compares again, and writes the file where the journal has grown. */
  save(): Promise<EpochState>;
}

const witnessSchema = v.object({
  epoch: v.string(),
  witness: v.string(),
  mark: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
type Witness = v.InferOutput<typeof witnessSchema>;

/** `draw` makes a random name. */
export async function keepPostgresEpoch(db: Postgres, file: string, draw: () => string): Promise<PostgresEpoch> {
  let known = readEpochFile(file, witnessSchema);
  const witness = known?.witness ?? draw();
  let savedTotal: number | undefined;

  const save = async (): Promise<EpochState> => {
    const settled = await db.transaction(async (transaction) => {
      const [[current], [own], [grown]] = await transaction.all(sql.current(), sql.mark(witness), sql.total());
      const state = await stateOf(transaction, known, current?.epoch, own?.mark ?? 0);
      const epoch = state === 'kept' && current ? current.epoch : draw();
      if (state !== 'kept') transaction.send(sql.renew((current?.number ?? 0) + 1, epoch));
      const total = grown?.total ?? 0;
      const mark = (own?.mark ?? 0) + 1;
      const due = epoch !== known?.epoch || total !== savedTotal;
      if (due) transaction.send(sql.leave(witness, mark));
      return { state, total, written: due ? { epoch, witness, mark } : undefined };
    }, true);
    if (settled.written) {
      writeEpochFile(file, settled.written, `${file}.${process.pid}.new`);
      known = settled.written;
    }
    savedTotal = settled.total;
    return settled.state;
  };

  return { state: await save(), save };
}

async function stateOf(
  transaction: Transaction,
  known: Witness | undefined,
  current: string | undefined,
  mark: number,
): Promise<EpochState> {
  if (current === undefined) return known ? 'renewed' : 'first';
  if (!known) return 'kept';
  if (known.epoch === current) return mark >= known.mark ? 'kept' : 'renewed';
  const [[older]] = await transaction.all(sql.hasBeen(known.epoch));
  return older ? 'kept' : 'renewed';
}

const sql = {
  current: statement<{ number: number; epoch: string }>(
    'epoch',
    'select number, epoch from epochs order by number desc limit 1',
  ),
  hasBeen: statement<object>('epoch-has-been', 'select 1 from epochs where epoch = $1'),
  // Of two processes that renew at once, the second meets the first one's number, and looks again.
  renew: statement('epoch-renew', 'insert into epochs values ($1, $2)'),
  mark: statement<{ mark: number }>('witness-mark', 'select mark from witnesses where id = $1'),
  leave: statement(
    'witness-leave',
    `insert into witnesses values ($1, $2) on conflict (id) do update set mark = greatest(witnesses.mark, excluded.mark)`,
  ),
  total: statement<{ total: number }>('heads-total', 'select coalesce(sum(head), 0)::bigint as total from heads'),
};
