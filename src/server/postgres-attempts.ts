/** The limit on wrong join codes, counted for all processes together. */
import { type Attempts, networkOf, waitUntil, wrongCodeEveryMs } from '#server/attempts.ts';
import { type Postgres, statement } from '#server/postgres.ts';

export function postgresAttempts(db: Postgres): Attempts {
  return {
    waitMs: async (address, now) => waitUntil((await db.rows(sql.fullAt(networkOf(address))))[0]?.fullAt, now),
    failed: async (address, now) => void (await db.all(sql.forget(now), sql.failed(networkOf(address), now))),
  };
}

const sql = {
  fullAt: statement<{ fullAt: number }>('attempts', 'select full_at as "fullAt" from attempts where network = $1'),
  forget: statement('attempts-forget', 'delete from attempts where full_at <= $1'),
  failed: statement(
    'attempts-failed',
    `insert into attempts values ($1, $2::bigint + ${wrongCodeEveryMs}) on conflict (network) do update
     set full_at = greatest(attempts.full_at, $2) + ${wrongCodeEveryMs}`,
  ),
};
