/** A server behind the reverse proxies that docs/hosting.md shows, each for real. */
import type { IncomingMessage } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packRecord } from '#replication/packed.ts';
import { maxBodyBytes, type SyncAnswer } from '#replication/protocol.ts';
import { wrongCodesAtOnce } from '#server/attempts.ts';
import { isInstalled, type ProxyName, type ReverseProxy, reverseProxy } from '#tests/support/reverse-proxy.ts';
import { sampleRecord, sampleScope } from '#tests/support/sample-records.ts';
import { type ServerProcess, serverProcess } from '#tests/support/server-process.ts';

const bytesOf = async (answer: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};
const jsonOf = async (answer: IncomingMessage): Promise<unknown> => JSON.parse((await bytesOf(answer)).toString());

/** What is not here is skipped, and the run lists the title with the way to have it. */
const toInstall = (name: ProxyName) => (isInstalled(name) ? '' : ` (not tried: apt-get install ${name})`);

for (const name of ['caddy', 'nginx'] as const) {
  describe.skipIf(!isInstalled(name))(`behind ${name}${toInstall(name)}`, () => {
    let server: ServerProcess;
    let proxy: ReverseProxy;
    let token: string;
    beforeAll(async () => {
      server = await serverProcess({ TRUST_PROXY: '1' });
      await server.start();
      proxy = await reverseProxy(name, server.port);
      const code = new URL(await server.setupLink()).hash.slice(1);
      const joined = await proxy.ask('/api/join', { method: 'POST', body: JSON.stringify({ code, deviceName: 'x' }) });
      ({ token } = (await jsonOf(joined)) as { token: string });
    }, 30_000);
    afterAll(async () => {
      await proxy.remove();
      await server.remove();
    });

    const sync = (deltas: readonly unknown[], { pack = false, pull = false } = {}) => {
      const cursors = pull ? { [sampleScope]: 0 } : {};
      const text = JSON.stringify({ protocol: 1, epoch: null, sentAt: 0, app: '0.1.0', cursors, deltas });
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(pack && { 'content-encoding': 'gzip' }),
        ...(pull && { 'accept-encoding': 'gzip' }),
      };
      return proxy.ask('/api/sync', { method: 'POST', headers, body: pack ? gzipSync(text) : text });
    };
    const line = (id: string, text = 'Trust is low') => packRecord(sampleRecord(id, { text }));

    it('a browser is told to keep to HTTPS', async () => {
      const answer = await proxy.ask('/api/health');
      expect(await jsonOf(answer)).toMatchObject({ ok: true });
      expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
    });

    it('an event reaches the tablet while the stream is open, and not when it ends', async () => {
      // As browsers ask: a proxy that packs the stream would gather it first.
      const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream', 'accept-encoding': 'gzip, br' };
      const stream = await proxy.ask('/api/events', { headers });
      expect(stream.headers['content-type']).toBe('text/event-stream; charset=utf-8');
      let heard = '';
      stream.on('data', (chunk: Buffer) => (heard += chunk.toString()));
      await expect.poll(() => heard, { timeout: 2_000 }).toBe(': here\n\n');
      for (let at = 1; at <= 3; at += 1) {
        (await sync([line(`event-${at}`)])).resume();
        await expect.poll(() => heard, { timeout: 2_000 }).toContain(`"head":${at}}`);
      }
      stream.destroy();
    });

    it('what is packed stays packed, both ways', async () => {
      (
        await sync(
          Array.from({ length: 100 }, (_, at) => line(`packed-${at}`)),
          { pack: true },
        )
      ).resume();
      const answer = await sync([], { pull: true });
      expect(answer.headers['content-encoding']).toBe('gzip');
      const { changes } = JSON.parse(gunzipSync(await bytesOf(answer)).toString()) as SyncAnswer;
      expect(changes[0]?.records.filter(({ id }) => id.startsWith('packed'))).toHaveLength(100);
    });

    it('a large body gets through, and one that is too large is refused in our words', async () => {
      const answer = await sync(Array.from({ length: 100 }, (_, at) => line(`large-${at}`, 'x'.repeat(4_500))));
      expect(((await jsonOf(answer)) as SyncAnswer).receipts).toHaveLength(100);
      const tooLarge = await sync([line('huge', 'x'.repeat(maxBodyBytes + 1_000))]);
      expect(tooLarge.statusCode).toBe(413);
      expect(await jsonOf(tooLarge)).toEqual({ refused: 'too-large', maxBytes: maxBodyBytes });
    });

    it('nobody invents an address to guess codes from, and nobody reads the metrics', async () => {
      const guess = (from: string) =>
        proxy.ask('/api/join', {
          method: 'POST',
          headers: { 'x-forwarded-for': from },
          body: JSON.stringify({ code: 'WRNG-WRNG', deviceName: 'x' }),
        });
      const statuses: (number | undefined)[] = [];
      for (let at = 0; at <= wrongCodesAtOnce; at += 1) {
        const answer = await guess(`203.0.113.${at}`);
        answer.resume();
        statuses.push(answer.statusCode);
      }
      expect(statuses).toEqual([...Array.from({ length: wrongCodesAtOnce }, () => 403), 429]);
      for (const path of ['/api/metrics', '/api/metrics?', '/api//metrics', '/api/%6detrics']) {
        const answer = await proxy.ask(path);
        expect((await bytesOf(answer)).toString()).not.toContain('baraza_');
        expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      }
    });

    it('a server that is away is none of ours to the tablet, which tries again', async () => {
      await server.stop();
      const answer = await sync([]);
      answer.resume();
      expect(answer.statusCode).toBe(502);
      await server.start();
      expect((await jsonOf(await sync([]))) as SyncAnswer).toMatchObject({ protocol: 1 });
    });
  });
}
