/** GET /api/files/<sha256>: a file that the server has, checked by its name before anything of it is used. */
import { fileTypes, maxFileBytes } from '#replication/files.ts';
import { asOurs, bearerOf, type Wire } from './wire.ts';

export type Fetched =
  | { readonly type: 'fetched/here'; readonly mediaType: string; readonly bytes: ArrayBuffer }
  /** The server does not have it, or not for this device. */
  | { readonly type: 'fetched/not-there' }
  /** No answer, or somebody else's. */
  | { readonly type: 'fetched/away' };

/** Long enough for a file at 50 kbit/s. */
const timeoutMs = 180_000;

/** Never rejects. */
export async function fetchFile(
  wire: Wire,
  token: string,
  sha256: string,
  hashOf: (bytes: ArrayBuffer) => Promise<string>,
): Promise<Fetched> {
  try {
    const response = await wire.fetch(`/api/files/${sha256}`, {
      headers: bearerOf(token),
      signal: wire.timeout(timeoutMs),
      ...asOurs,
    });
    if (response.status === 404 && isJson(response)) return { type: 'fetched/not-there' };
    const mediaType = fileTypes.find((type) => type === response.headers.get('content-type'));
    if (response.status !== 200 || !mediaType) return { type: 'fetched/away' };
    const bytes = await response.arrayBuffer();
    const isIt = bytes.byteLength <= maxFileBytes && (await hashOf(bytes)) === sha256;
    return isIt ? { type: 'fetched/here', mediaType, bytes } : { type: 'fetched/away' };
  } catch {
    return { type: 'fetched/away' };
  }
}

const isJson = (response: Response) => /\bjson\b/i.test(response.headers.get('content-type') ?? '');
