/**
 * Eight devices write through two server processes on one PostgreSQL while eight others read by their cursors: each
 * reader must end with every record as it is stored, though it never asks twice for a number it has passed.
 */
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Scope } from '#domain/scope.ts';
import { type RecordState, type TextCell, unseen, writeText } from '#replication/cell.ts';
import { packRecord, type PackedRecord, unpackRecord } from '#replication/packed.ts';
import { type SyncAnswer, syncAnswerSchema } from '#replication/protocol.ts';
import { nextStamp, type Writer } from '#replication/stamp.ts';
import { measured } from '#tests/support/figures.ts';
import { describePostgres, testDatabase } from '#tests/support/postgres.ts';
import { type Seeded, seeded, seedOfRun, timesOfRun } from '#tests/support/seeded.ts';
import { serverProcess } from '#tests/support/server-process.ts';

const writers = 8;
const readers = 8;
const lastsMs = 60_000 * timesOfRun();
const scopes: readonly Scope[] = ['session:morning', 'session:afternoon', 'register:people'];
/** Records that all of them write to. */
const shared = 5;

describePostgres('two processes on one PostgreSQL', () => {
  it('eight writers and eight readers: every reader has every record in the end', async (context) => {
    const chance = seeded(seedOfRun());
    measured(context, { seed: chance.seed });
    const database = await testDatabase();
    context.onTestFinished(() => database.drop());
    const env = { DATABASE_URL: database.url, RATE_LIMITS: 'off', MAX_SYNCS: '200' };
    const servers = [await serverProcess(env), await serverProcess(env)] as const;
    for (const server of servers) {
      context.onTestFinished(() => server.remove());
      await server.start();
    }
    const token = await joinByLink(servers[0].url, await servers[0].setupLink());
    const ends = Date.now() + lastsMs;
    let written = false;

    const writing = Array.from({ length: writers }, (_, number) =>
      write(servers[number % 2]?.url ?? '', token, number, seeded(chance.below(2 ** 31)), ends),
    );
    const reading = Array.from({ length: readers }, (_, number) =>
      read(servers[number % 2]?.url ?? '', token, seeded(chance.below(2 ** 31)), () => written),
    );
    const wrote = await Promise.all(writing).finally(() => (written = true));
    const views = await Promise.all(reading);
    const whole = await read(servers[0].url, token, chance, () => true);

    const stored = [...whole.records.values()];
    const missed = views.flatMap(({ records }) =>
      [...whole.records].filter(([key, one]) => !isDeepStrictEqual(records.get(key), one)),
    );
    const numbers = scopes.map((scope) => whole.cursors[scope] ?? 0);
    measured(context, {
      'records stored': stored.length,
      'pushes answered': wrote.reduce((sum, { pushes }) => sum + pushes, 0),
      'numbers given': numbers.reduce((sum, number) => sum + number, 0),
      'pages read': views.reduce((sum, { pages }) => sum + pages, 0),
      'records missed': missed.length,
    });
    expect(missed).toEqual([]);
    expect(views.every(({ records }) => records.size === whole.records.size)).toBe(true);
    // What a writer alone wrote ends as it wrote it last; what all wrote to has the last value of each.
    for (const { own, last } of wrote) {
      for (const [key, text] of own) expect(textsIn(whole.records.get(key))).toEqual([text]);
      for (const [key, text] of last) expect(textsIn(whole.records.get(key))).toContain(text);
    }
  });
});

interface Wrote {
  readonly pushes: number;
  /** The last text that was acknowledged of each record. */
  readonly own: ReadonlyMap<string, string>;
  readonly last: ReadonlyMap<string, string>;
}

async function write(url: string, token: string, number: number, chance: Seeded, ends: number): Promise<Wrote> {
  const writer = `Writer${number}0`.padEnd(8, '0') as Writer;
  const cells = new Map<string, TextCell>();
  const own = new Map<string, string>();
  const last = new Map<string, string>();
  let [pushes, made] = [0, 0];
  /** A text over what this writer wrote, knowing nothing of the others. */
  const textOf = (scope: Scope, id: string, text: string): RecordState => {
    const before = cells.get(`${scope} ${id}`);
    const cell = writeText(
      before,
      text,
      before?.context ?? unseen,
      nextStamp(Date.now(), before?.context[writer], writer),
    );
    cells.set(`${scope} ${id}`, cell as TextCell);
    return { noun: 'note', id, scope, cells: { text: cell } };
  };
  while (Date.now() < ends) {
    const scope = chance.pick(scopes);
    const sent = new Map<string, RecordState>();
    for (let left = chance.between(1, 20); left > 0; left -= 1) {
      const isOwn = chance.happens(0.9);
      const id = !isOwn
        ? `shared${chance.below(shared)}`
        : `w${number}n${chance.happens(0.8) ? (made += 1) : chance.below(made + 1)}`;
      sent.set(id, textOf(scope, id, `${id} by ${number}, ${pushes}.${left}`));
    }
    const answer = await ask(url, token, {}, [...sent.values()].map(packRecord));
    if (answer.receipts.length !== sent.size) throw new Error(`refused: ${JSON.stringify(answer.refusals)}`);
    pushes += 1;
    for (const [id, { cells: of }] of sent) {
      const text = (of['text'] as TextCell).values[0]?.value ?? '';
      (id.startsWith('shared') ? last : own).set(`${scope} ${id}`, text);
    }
    if (chance.happens(0.2)) await setTimeout(chance.below(50));
  }
  return { pushes, own, last };
}

/** Reads on by its cursors until there is nothing new after the writing has ended. */
async function read(url: string, token: string, chance: Seeded, ended: () => boolean) {
  const records = new Map<string, PackedRecord>();
  const cursors: Record<string, number> = Object.fromEntries(scopes.map((scope) => [scope, 0]));
  let pages = 0;
  for (;;) {
    const last = ended();
    const { changes } = await ask(url, token, cursors, []);
    for (const page of changes) {
      if (page.after !== cursors[page.scope] || page.cursor <= page.after)
        throw new Error(`a page of ${page.after} to ${page.cursor}`);
      cursors[page.scope] = page.cursor;
      for (const record of page.records) records.set(`${record.scope} ${record.id}`, record);
      pages += 1;
    }
    if (changes.length === 0 && last) return { records, cursors, pages };
    await setTimeout(chance.below(30));
  }
}

async function ask(
  url: string,
  token: string,
  cursors: SyncAnswer['heads'],
  deltas: readonly PackedRecord[],
): Promise<SyncAnswer> {
  for (;;) {
    const answer = await post(
      `${url}/api/sync`,
      { protocol: 1, epoch: null, sentAt: 0, app: '0.1.0', cursors, deltas },
      token,
    );
    if (answer.status === 200) return v.parse(syncAnswerSchema, await answer.json());
    // Turned away for a while: nothing was stored.
    if (answer.status !== 503) throw new Error(`${answer.status}: ${await answer.text()}`);
    await setTimeout(200);
  }
}

const post = (url: string, body: unknown, token = '') =>
  fetch(url, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: JSON.stringify(body) });

async function joinByLink(url: string, link: string): Promise<string> {
  const answer = await post(`${url}/api/join`, { code: new URL(link).hash.slice(1), deviceName: 'Tablet' });
  return ((await answer.json()) as { token: string }).token;
}

function textsIn(record: PackedRecord | undefined): string[] {
  const cell = record && unpackRecord(record).cells['text'];
  return cell?.kind === 'text' ? cell.values.map(({ value }) => value) : [];
}
