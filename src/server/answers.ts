/** JSON answers: never kept by a cache, packed where the device takes gzip. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Refused } from '#replication/protocol.ts';

const zip = promisify(gzip);
/** Below this gzip gains next to nothing. */
const zipFromBytes = 300;

const statusOf: Readonly<Record<Refused['refused'], number>> = {
  unauthorised: 401,
  revoked: 403,
  'too-large': 413,
  busy: 503,
  protocol: 400,
  malformed: 400,
};

export const jsonAnswer = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });

/** As `jsonAnswer`, packed where `request` accepts gzip and it is worth it. */
export async function packedAnswer(request: Request, body: unknown): Promise<Response> {
  const plain = jsonAnswer(body);
  plain.headers.set('vary', 'accept-encoding');
  if (!acceptsGzip(request)) return plain;
  const bytes = Buffer.from(await plain.clone().arrayBuffer());
  if (bytes.byteLength < zipFromBytes) return plain;
  const headers = new Headers(plain.headers);
  headers.set('content-encoding', 'gzip');
  return new Response(new Uint8Array(await zip(bytes)), { headers });
}

/** A refusal of a whole request; `status` where it is not the reason's own. */
export function refuse(refused: Refused & { readonly reason?: string }, status?: number): Response {
  const { retryAfterMs } = refused;
  const headers: Record<string, string> =
    retryAfterMs === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) };
  return jsonAnswer(refused, status ?? statusOf[refused.refused], headers);
}

export const acceptsGzip = (request: Request): boolean =>
  (request.headers.get('accept-encoding') ?? '')
    .split(',')
    .some((coding) => /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(coding));
