/** Reading a request's JSON within bounds, gzip included. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { err, ok, type Result } from '#domain/result.ts';
import type { Refused } from '#replication/protocol.ts';

const unzip = promisify(gunzip);

/** The parsed JSON of a body of at most `maxBytes`, packed and unpacked, or the refusal to answer with. */
export async function readJson(request: Request, maxBytes: number): Promise<Result<unknown, Refused>> {
  const tooLarge = err<Refused>({ refused: 'too-large', maxBytes });
  const malformed = err<Refused>({ refused: 'malformed' });
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') return malformed;
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return tooLarge;
  try {
    const sent = await readAtMost(request.body, maxBytes);
    if (sent === undefined) return tooLarge;
    const bytes = encoding === 'gzip' ? await unzip(sent, { maxOutputLength: maxBytes }) : sent;
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (problem) {
    // Whatever cannot be read, unpacked or parsed is the sender's: a cut body, no gzip, no UTF-8, no JSON.
    return (problem as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge : malformed;
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
