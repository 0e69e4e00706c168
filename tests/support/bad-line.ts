/**
 * A line of 50 kbit/s to a server, with stalls, resets, cut bodies and answers of somebody else, by a seed: what a
 * browser cannot be told to imitate for its workers too. Everything under /api goes over it; the app's files do not.
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Seeded } from './seeded.ts';

const bytesPerSecond = 50_000 / 8;
const sliceBytes = 1_250;
const answersOfOthers = [413, 429, 500, 502, 503, 504] as const;
const loginPage = '<!doctype html><title>Welcome to the Grand Hotel</title><form>Room number <input></form>';

export interface BadLine {
  /** `http://localhost:<port>` */
  readonly url: string;
  readonly setBad: (isBad: boolean) => void;
  /** How often something went wrong, by what. */
  readonly met: Readonly<Record<string, number>>;
  readonly close: () => Promise<void>;
}

export async function badLine(port: number, chance: Seeded): Promise<BadLine> {
  const met: Record<string, number> = {};
  let isBad = false;
  const note = (what: string) => void (met[what] = (met[what] ?? 0) + 1);

  /** As long as so many bytes take. False: the line was reset on the way. */
  const carried = async (bytes: number): Promise<boolean> => {
    for (let left = bytes; left > 0; left -= sliceBytes) {
      if (!isBad) return true;
      if (chance.happens(0.01)) {
        note('reset');
        return false;
      }
      if (chance.happens(0.05)) {
        note('stall');
        await setTimeout(chance.between(300, 2000));
      }
      await setTimeout((Math.min(left, sliceBytes) / bytesPerSecond) * 1000);
    }
    return true;
  };

  const pass = async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const body = await bytesOf(asked);
    if (!(await carried(body.length))) {
      // The server has the beginning of it.
      if (chance.happens(0.5))
        forward(port, asked, body.subarray(0, body.length / 2)).then(
          (up) => up.destroy(),
          () => undefined,
        );
      return void answer.destroy();
    }
    const told = await forward(port, asked, body);
    if (asked.url === '/api/events') return stream(told, answer);
    const back = await bytesOf(told);
    if (isBad && chance.happens(0.1)) {
      note('answer lost');
      return void answer.destroy();
    }
    answer.writeHead(told.statusCode ?? 502, told.rawHeaders);
    for (let at = 0; at < back.length; at += sliceBytes) {
      if (!(await carried(Math.min(sliceBytes, back.length - at)))) return void answer.destroy();
      answer.write(back.subarray(at, at + sliceBytes));
    }
    answer.end();
  };

  const stream = async (told: IncomingMessage, answer: ServerResponse) => {
    answer.writeHead(told.statusCode ?? 502, told.rawHeaders);
    told.pipe(answer);
    told.on('error', () => answer.destroy());
    answer.on('close', () => told.destroy());
    if (!isBad) return;
    await setTimeout(chance.between(2_000, 20_000));
    note('stream cut');
    answer.destroy();
  };

  const server = createServer((asked, answer) => {
    const spoilt = isBad && asked.url?.startsWith('/api/') && chance.happens(0.25);
    const work = spoilt ? instead(asked, answer) : pass(asked, answer);
    work.catch(() => answer.destroy());
  });

  /** Somebody else answers. */
  const instead = async (asked: IncomingMessage, answer: ServerResponse) => {
    await bytesOf(asked);
    const status = chance.happens(0.3) ? 200 : chance.pick(answersOfOthers);
    note(status === 200 ? 'login page' : String(status));
    answer.writeHead(status, { 'content-type': 'text/html', ...(status === 503 && { 'retry-after': '1' }) });
    answer.end(loginPage);
  };

  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    setBad: (bad) => (isBad = bad),
    met,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Resolves with the beginning of the answer. */
const forward = (port: number, asked: IncomingMessage, body: Buffer): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const up = request(
      { port, host: '127.0.0.1', method: asked.method, path: asked.url, headers: asked.headers },
      resolve,
    );
    up.on('error', reject);
    up.end(body);
  });

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
