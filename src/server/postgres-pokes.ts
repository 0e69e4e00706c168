/**
 * Pokes between the processes on one PostgreSQL, by LISTEN and NOTIFY. Those of one process reach its own
 * devices at once; to the others they go after the commit and gathered, one per scope, since a NOTIFY inside the
 * transaction would make all commits of the database wait for each other. What is lost costs time only.
 */
import { Client, type ClientConfig } from 'pg';
import * as v from 'valibot';
import { type Scope, scopeSchema } from '#domain/scope.ts';
import { processPokes, type Pokes } from '#server/pokes.ts';
import { type Postgres, statement } from '#server/postgres.ts';
import { reasonOf } from '#server/postgres-problem.ts';

const channel = 'baraza_pokes';
/** How long pokes are gathered before they are sent. */
const gatherMs = 25;
/** A silent line is asked this often whether it is still there. */
const probeEveryMs = 30_000;
const firstRetryMs = 500;
const maxRetryMs = 30_000;

export interface PostgresPokes extends Pokes {
  /** Resolves once it listens for the first time, or has failed to: it goes on trying by itself. */
  readonly started: Promise<void>;
  close(): Promise<void>;
}

const notificationSchema = v.union([
  v.object({ from: v.string(), scope: scopeSchema, head: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  v.object({ from: v.string(), turnedAway: v.string() }),
]);

/** `self` names this process among those on the database. */
export function postgresPokes(
  db: Postgres,
  connection: ClientConfig,
  self: string,
  log: (line: string) => void,
): PostgresPokes {
  const here = processPokes();
  const gathered = new Map<Scope, number>();
  let gathering: NodeJS.Timeout | undefined;
  let current: Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let failures = 0;
  let closed = false;

  const flush = async () => {
    gathering = undefined;
    const sent = [...gathered].map(([scope, head]) => ({ scope, head }));
    gathered.clear();
    await tell(sent);
  };
  const tell = async (told: readonly object[]) => {
    const sent = told.map((one) => JSON.stringify({ from: self, ...one }));
    // Where the database is away there is nobody to hear it either.
    if (sent.length > 0) await db.rows(sql.notify(channel, sent)).catch(() => undefined);
  };

  const hear = (payload: string | undefined) => {
    const parsed = v.safeParse(notificationSchema, parseJson(payload));
    if (!parsed.success || parsed.output.from === self) return;
    if ('turnedAway' in parsed.output) here.turnAway(parsed.output.turnedAway);
    else here.publish(parsed.output);
  };

  const listen = async (): Promise<void> => {
    const client = new Client({ ...connection, query_timeout: 10_000 });
    current = client;
    const probe = setInterval(() => {
      // Its failure ends the connection, which starts the next one.
      client.query('select 1').catch(() => client.end().catch(() => undefined));
    }, probeEveryMs);
    probe.unref();
    let over = false;
    const end = (problem?: unknown) => {
      if (over) return;
      over = true;
      clearInterval(probe);
      client.end().catch(() => undefined);
      if (closed) return;
      failures += 1;
      if (failures === 1)
        log(`Pokes from other processes are not heard (${reasonOf(problem ?? 'ended')}); trying again.`);
      retry = setTimeout(() => void listen(), Math.min(maxRetryMs, firstRetryMs * 2 ** (failures - 1)));
    };
    client.on('error', end);
    client.on('end', () => end());
    client.on('notification', ({ payload }) => hear(payload));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      if (closed) return end();
      if (failures > 0) log('Pokes from other processes are heard again.');
      failures = 0;
    } catch (problem) {
      end(problem);
    }
  };

  return {
    subscribe: (listener) => here.subscribe(listener),
    publish: (poke) => {
      here.publish(poke);
      gathered.set(poke.scope, Math.max(poke.head, gathered.get(poke.scope) ?? 0));
      gathering ??= setTimeout(() => void flush(), gatherMs);
    },
    turnAway: (device) => {
      here.turnAway(device);
      void tell([{ turnedAway: device }]);
    },
    onTurnedAway: (listener) => here.onTurnedAway(listener),
    started: listen(),
    close: async () => {
      closed = true;
      clearTimeout(retry);
      clearTimeout(gathering);
      await flush();
      await current?.end();
    },
  };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

const sql = {
  notify: statement('notify', 'select pg_notify($1, payload) from unnest($2::text[]) as gathered (payload)'),
};
