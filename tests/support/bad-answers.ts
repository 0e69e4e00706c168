/** A network between devices and a server that does what bad ones do to requests and answers, by a seed. */
import type { Wire } from '#sync/wire.ts';
import type { Seeded } from './seeded.ts';

export const networkFaults = [
  'request lost',
  'answer lost',
  'request doubled',
  'answer delayed',
  'request late',
  'answer cut',
  'answer cut short',
  'login page',
  'another JSON',
  'redirect',
  413,
  429,
  500,
  502,
  503,
  504,
] as const;
export type NetworkFault = (typeof networkFaults)[number];

export interface BadAnswers {
  readonly fetch: Wire['fetch'];
  /** How often each fault was met. */
  readonly met: ReadonlyMap<NetworkFault, number>;
  /** Requests that were given up reach the server now. */
  readonly arriveLate: () => Promise<void>;
  /** From now on nothing goes wrong. */
  readonly mend: () => void;
}

const loginPage = '<!doctype html><title>Welcome to the Grand Hotel</title><form>Room number <input></form>';
const html = { 'content-type': 'text/html; charset=utf-8' };

/** `share`: of the requests that something happens to. */
export function badAnswers(fetch: Wire['fetch'], chance: Seeded, share = 0.6): BadAnswers {
  const met = new Map<NetworkFault, number>();
  let late: (() => Promise<unknown>)[] = [];
  let mended = false;
  const pause = () => new Promise((resolve) => setTimeout(resolve, chance.between(1, 30)));
  const broken = () => new TypeError('fetch failed');

  const spoil = async (fault: NetworkFault, url: string, init: RequestInit): Promise<Response> => {
    switch (fault) {
      case 'request lost':
        throw broken();
      case 'answer lost':
        await fetch(url, init);
        throw broken();
      case 'request doubled': {
        const [first, second] = [await fetch(url, init), await fetch(url, init)];
        return chance.happens(0.5) ? first : second;
      }
      case 'answer delayed': {
        const answer = await fetch(url, init);
        await pause();
        return answer;
      }
      case 'request late':
        late.push(() => fetch(url, init));
        throw new DOMException('It took too long.', 'TimeoutError');
      case 'answer cut':
        return cut(await fetch(url, init), chance.next(), true);
      case 'answer cut short':
        return cut(await fetch(url, init), chance.next(), false);
      case 'login page':
        return new Response(loginPage, { headers: html });
      case 'another JSON':
        return Response.json(chance.pick([{}, { ok: true }, [], null, { protocol: 1, receipts: [] }]));
      case 'redirect':
        return new Response(null, { status: 302, headers: { location: 'http://login.example/' } });
      case 429:
      case 503:
        return new Response('Later', { status: fault, headers: { ...html, 'retry-after': '1' } });
      default:
        // Some have done it all the same.
        if (chance.happens(0.3)) await fetch(url, init);
        return new Response(`<h1>${fault}</h1>`, { status: fault, headers: html });
    }
  };

  return {
    met,
    fetch: async (url, init) => {
      if (mended || !chance.happens(share)) return fetch(url, init);
      const fault = chance.pick(networkFaults);
      met.set(fault, (met.get(fault) ?? 0) + 1);
      return spoil(fault, url, init);
    },
    arriveLate: async () => {
      const arriving = late;
      late = [];
      for (const arrive of arriving) await arrive();
    },
    mend: () => (mended = true),
  };
}

/** An answer of which only a share arrives: then the line breaks, or it looks as if that was all. */
async function cut(answer: Response, share: number, breaks: boolean): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const arrived = bytes.slice(0, Math.floor(bytes.length * share));
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => {
      if (arrived.length > 0) controller.enqueue(arrived);
      if (breaks) controller.error(new TypeError('terminated'));
      else controller.close();
    },
  });
  const { status, headers } = answer;
  return new Response(status === 204 ? null : body, { status, headers });
}
