/** The server of each engine in a process of its own: Baraza's real one on SQLite, the others' in memory. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { serverProcess } from '#tests/support/server-process.ts';
import { pinnedNode } from '#tools/run.mjs';
import { sessionId } from './page/captures.ts';
import type { EngineAccess } from './page/engine.ts';

export interface EngineServer {
  readonly port: number;
  /** What another device needs to reach it. */
  readonly access: () => Promise<EngineAccess>;
  /** How many rows it holds, and how many it has written so far. */
  readonly stats: () => Promise<{ readonly rows?: number; readonly changes: number }>;
  readonly remove: () => Promise<void>;
}

const startWithinMs = 30_000;

export const engineServer = (name: string): Promise<EngineServer> =>
  name === 'baraza' ? barazaServer() : otherServer(name);

async function barazaServer(): Promise<EngineServer> {
  const server = await serverProcess();
  await server.start();
  const ask = async <T>(path: string, body: unknown, token?: string): Promise<T> => {
    const answer = await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const join = (code: string) =>
    ask<NonNullable<EngineAccess['joined']>>('/api/join', { code, deviceName: 'Bench' }).then(({ token, epoch }) => ({
      token,
      epoch,
    }));
  const [, code = ''] = (await server.setupLink()).split('#');
  const first = await join(code);
  return {
    port: server.port,
    access: async () => {
      const invite = await ask<{ code: string }>(
        '/api/invites',
        { scopes: 'all', role: 'coordinator', expiresInHours: 1 },
        first.token,
      );
      return { joined: await join(invite.code) };
    },
    stats: async () => {
      const request = { protocol: 1, epoch: null, sentAt: 0, app: '0.1.0', cursors: {}, deltas: [] };
      const { heads } = await ask<{ heads: Record<string, number> }>('/api/sync', request, first.token);
      return { changes: heads[`session:${sessionId}`] ?? 0 };
    },
    remove: server.remove,
  };
}

async function otherServer(name: string): Promise<EngineServer> {
  const child = spawn(pinnedNode, [join(import.meta.dirname, `others/${name}-server.mjs`)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (text: Buffer) => {
      printed += text.toString();
      const [, found] = /port (\d+)/.exec(printed) ?? [];
      if (found !== undefined) resolve(Number(found));
    });
    const fail = (why: string) => reject(new Error(`The server of ${name} ${why}: ${printed}`));
    void ended.then(() => fail('ended'));
    void setTimeout(startWithinMs, undefined, { ref: false }).then(() => fail('did not start'));
  });
  return {
    port,
    access: () => Promise.resolve({}),
    stats: async () =>
      (await (await fetch(`http://localhost:${port}/stats`)).json()) as { rows: number; changes: number },
    remove: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
