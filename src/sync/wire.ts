/**
 * One request to the server and what came of it, as a value. Whatever stands between a tablet and its server may
 * answer instead: a hotel's sign-in page, a proxy, another site. Only JSON that says what ours says is believed.
 */
import * as v from 'valibot';
import { type Refused, refusedSchema } from '#replication/protocol.ts';

/** What the browser brings. `timeout` ends a request after so many milliseconds. */
export interface Wire {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly timeout: (ms: number) => AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Packs a text with gzip; absent where the browser cannot. */
  readonly gzip?: ((text: string) => Promise<Uint8Array<ArrayBuffer>>) | undefined;
}

export interface Ask {
  readonly path: string;
  readonly token?: string | undefined;
  /** Sent as JSON by POST; undefined: asked by GET. */
  readonly body: unknown;
  readonly timeoutMs: number;
}

export type Asked =
  | { readonly type: 'wire/ok'; readonly body: unknown }
  /** The server's own refusal, with what else its body says. */
  | { readonly type: 'wire/refused'; readonly refused: Refused; readonly status: number; readonly body: unknown }
  | Trouble;

export type Trouble =
  /** No network, no server, or the connection broke. */
  | { readonly type: 'transport/away' }
  | { readonly type: 'transport/timed-out' }
  | { readonly type: 'transport/not-our-server' }
  /** A proxy in front of the server answered for it: 502 and its like. */
  | { readonly type: 'transport/failing'; readonly status: number }
  | { readonly type: 'transport/busy'; readonly retryAfterMs: number | undefined }
  | { readonly type: 'transport/too-large'; readonly maxBytes: number | undefined };

/** Below this, packing gains next to nothing. */
export const packFromBytes = 300;

/** Asks for JSON. Never rejects. */
export async function ask(wire: Wire, { path, token, body, timeoutMs }: Ask): Promise<Asked> {
  try {
    const response = await wire.fetch(path, await requestOf(wire, token, body, timeoutMs));
    return await read(wire, response);
  } catch (error) {
    return isTimeout(error) ? { type: 'transport/timed-out' } : { type: 'transport/away' };
  }
}

async function requestOf(
  wire: Wire,
  token: string | undefined,
  body: unknown,
  timeoutMs: number,
): Promise<RequestInit> {
  if (body === undefined) {
    const headers = { accept: 'application/json', ...bearerOf(token) };
    return { method: 'GET', headers, signal: wire.timeout(timeoutMs), ...asOurs };
  }
  const text = JSON.stringify(body);
  const packed = text.length > packFromBytes ? await wire.gzip?.(text) : undefined;
  return {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json; charset=utf-8',
      ...(packed && { 'content-encoding': 'gzip' }),
      ...bearerOf(token),
    },
    body: packed ?? text,
    signal: wire.timeout(timeoutMs),
    ...asOurs,
  };
}

/** No cookies, nothing from a cache, and a redirect is an answer of somebody else. */
export const asOurs = { cache: 'no-store', credentials: 'omit', redirect: 'manual' } as const;

export const bearerOf = (token: string | undefined): Readonly<Record<string, string>> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` };

async function read(wire: Wire, response: Response): Promise<Asked> {
  const { status } = response;
  if (response.type === 'opaqueredirect' || response.redirected || (status >= 300 && status < 400)) {
    return { type: 'transport/not-our-server' };
  }
  const body = isJson(response) ? parse(await response.text()) : undefined;
  if (status === 200) return body === undefined ? { type: 'transport/not-our-server' } : { type: 'wire/ok', body };
  const refused = v.safeParse(refusedSchema, body);
  if (refused.success) return refusalOf(refused.output, status, body, retryAfterMs(response, wire.now()));
  if (status === 413) return { type: 'transport/too-large', maxBytes: undefined };
  if (status === 429 || status === 503)
    return { type: 'transport/busy', retryAfterMs: retryAfterMs(response, wire.now()) };
  return status >= 500 ? { type: 'transport/failing', status } : { type: 'transport/not-our-server' };
}

function refusalOf(refused: Refused, status: number, body: unknown, headerMs: number | undefined): Asked {
  if (refused.refused === 'too-large') return { type: 'transport/too-large', maxBytes: refused.maxBytes };
  if (refused.refused === 'busy') return { type: 'transport/busy', retryAfterMs: refused.retryAfterMs ?? headerMs };
  return { type: 'wire/refused', refused, status, body };
}

const isJson = (response: Response) => /\bjson\b/i.test(response.headers.get('content-type') ?? '');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the header Retry-After says, as seconds or as a moment: milliseconds from `now`. */
export function retryAfterMs(response: Response, now: number): number | undefined {
  const header = response.headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const moment = Date.parse(header);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now);
}

const isTimeout = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
