/** Locks of the whole database, held until the end of a transaction. One process does these things at a time. */
import { statement } from '#server/postgres.ts';

/** Keeps our numbers apart from those of whoever else locks in this database. */
const ours = 0x62_61_72_61;
const lock = (name: string, number: number) =>
  statement(`lock-${name}`, `select pg_advisory_xact_lock(${ours}, ${number})`)();

export const locks = {
  migration: lock('migration', 1),
  setup: lock('setup', 2),
};
