/** Reading a request's JSON within bounds, gzip included. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { err, ok, type Result } from '#domain/result.ts';
import type { Refused } from '#replication/protocol.ts';

const unzip = promisify(gunzip);

type Read<T> = Result<T, Refused>;
const tooLarge = (maxBytes: number) => err<Refused>({ refused: 'too-large', maxBytes });
const malformed = err<Refused>({ refused: 'malformed' });

/** A body as it came in, still packed. */
export interface ReadBody {
  readonly bytes: Buffer;
  readonly isPacked: boolean;
}

/** The parsed JSON of a body of at most `maxBytes`, packed and unpacked, or the refusal to answer with. */
export async function readJson(request: Request, maxBytes: number): Promise<Read<unknown>> {
  const body = await readBody(request, maxBytes);
  return body.ok ? jsonOf(body.value, maxBytes) : body;
}

/** The bytes of a body, at most `maxBytes`, or the refusal to answer with. */
export async function readBody(request: Request, maxBytes: number): Promise<Read<ReadBody>> {
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') return malformed;
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return tooLarge(maxBytes);
  try {
    const bytes = await readAtMost(request.body, maxBytes);
    return bytes === undefined ? tooLarge(maxBytes) : ok({ bytes, isPacked: encoding === 'gzip' });
  } catch {
    // The connection broke, or the sender went away.
    return malformed;
  }
}

/** What a body that was read holds, unpacked to at most `maxBytes`, or the refusal to answer with. */
export async function jsonOf({ bytes, isPacked }: ReadBody, maxBytes: number): Promise<Read<unknown>> {
  try {
    const plain = isPacked ? await unzip(bytes, { maxOutputLength: maxBytes }) : bytes;
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain)));
  } catch (problem) {
    // Whatever cannot be unpacked or parsed is the sender's: no gzip, no UTF-8, no JSON.
    return (problem as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(maxBytes) : malformed;
  }
}

async function readAtMost(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the stream: the rest is not waited for.
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
