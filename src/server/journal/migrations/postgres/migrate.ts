/** Brings a PostgreSQL database to this version, one process at a time, all steps or none. */
import { locks } from '#server/postgres-locks.ts';
import { type Postgres, statement } from '#server/postgres.ts';
import { postgresMigrations } from './list.ts';

/** Undefined where the database is at this version now; the two versions where it is at a newer one. */
export async function migratePostgres(
  db: Postgres,
  steps = postgresMigrations,
): Promise<{ readonly found: number; readonly known: number } | undefined> {
  const known = steps.at(-1)?.number ?? 0;
  return db.transaction(async (transaction) => {
    const [, [made]] = await transaction.all(locks.migration, sql.made());
    const [[version]] = made?.made === true ? await transaction.all(sql.version()) : [[]];
    const found = version?.version ?? 0;
    if (found > known) return { found, known };
    for (const { number, sql: text } of steps) {
      if (number > found) await transaction.script(text);
    }
    if (found < known) transaction.send(sql.write(known));
    return undefined;
  }, true);
}

const sql = {
  made: statement<{ made: boolean }>('schema-made', `select to_regclass('meta') is not null as made`),
  version: statement<{ version: number }>(
    'schema-version',
    `select value::integer as version from meta where key = 'schema'`,
  ),
  write: statement(
    'schema-write',
    `insert into meta values ('schema', $1::text) on conflict (key) do update set value = excluded.value`,
  ),
};
