/**
 * Sends a file in pieces, by tus: what has come is not sent again, over a cut line and over a killed browser. Loaded
 * when there is a file to send.
 */
import { DetailedError, type HttpRequest, type HttpResponse, type HttpStack, Upload } from 'tus-js-client';
import * as v from 'valibot';
import { pieceBytes, uploadRefusals } from '#replication/files.ts';
import { requestRefusals } from '#replication/protocol.ts';
import type { FileSent, SendFile } from '#sync/file-exchange.ts';
import { asOurs, bearerOf, type Wire } from '#sync/wire.ts';

/** A piece at 50 kbit/s takes 42 s; the line may stall now and then. */
const pieceTimeoutMs = 120_000;

/** `origin`: of the server, e.g. `https://baraza.example`. */
export const tusUpload =
  (wire: Wire, origin: string): SendFile =>
  (token, { sha256, scope, mediaType, bytes, uploadUrl, onBegun }) =>
    new Promise((resolve) => {
      const upload: Upload = new Upload(new Blob([bytes]), {
        endpoint: `${origin}/api/files/uploads`,
        ...(uploadUrl !== undefined && { uploadUrl: new URL(uploadUrl, origin).href }),
        chunkSize: pieceBytes,
        metadata: { sha256, scope, type: mediaType },
        headers: bearerOf(token),
        httpStack: fetchStack(wire),
        fileReader: { openFile: () => Promise.resolve(sourceOf(bytes)) },
        // When to try again is not decided here.
        retryDelays: null,
        storeFingerprintForResuming: false,
        fingerprint: () => Promise.resolve(sha256),
        onUploadUrlAvailable: () => upload.url && onBegun(new URL(upload.url).pathname),
        onSuccess: () => resolve({ type: 'file/sent' }),
        onError: (problem) => resolve(outcomeOf(problem)),
      });
      upload.start();
    });

/** Its end is known by its size, so that no slice has to say that it is the last. */
const sourceOf = (bytes: ArrayBuffer) => ({
  size: bytes.byteLength,
  slice: (start: number, end: number) => Promise.resolve({ value: bytes.slice(start, end), done: false }),
  close: () => undefined,
});

const refusalSchema = v.object({
  refused: v.picklist(requestRefusals),
  reason: v.optional(v.picklist(uploadRefusals)),
  retryAfterMs: v.optional(v.number()),
});

function outcomeOf(problem: Error): FileSent {
  const answer = problem instanceof DetailedError ? problem.originalResponse : undefined;
  if (!answer) {
    const cause = problem instanceof DetailedError ? problem.causingError : undefined;
    return { type: cause?.name === 'TimeoutError' ? 'transport/timed-out' : 'transport/away' };
  }
  const status = answer.getStatus();
  const refusal = v.safeParse(refusalSchema, parse(answer.getBody()));
  if (!refusal.success)
    return status >= 500 ? { type: 'transport/failing', status } : { type: 'transport/not-our-server' };
  const { refused, reason, retryAfterMs } = refusal.output;
  if (reason === 'wrong-hash') return { type: 'file/wrong-hash' };
  // What was erased is told by the records, which take the file off this tablet.
  if (reason === 'scope-not-held' || reason === 'erased') return { type: 'file/forbidden' };
  switch (refused) {
    case 'unauthorised':
      return { type: 'transport/unauthorised' };
    case 'revoked':
      return { type: 'transport/revoked' };
    case 'too-large':
      return { type: 'file/too-large' };
    case 'busy':
      return { type: 'transport/busy', retryAfterMs };
    default:
      // The upload is gone, or stands elsewhere than was thought: the next try asks where.
      return { type: 'transport/failing', status };
  }
}

/** The library's requests, by the same fetch as all others: no cookies, no redirects, and an end to waiting. */
const fetchStack = (wire: Wire): HttpStack => ({
  getName: () => 'fetch',
  createRequest: (method, url): HttpRequest => {
    const headers: Record<string, string> = {};
    return {
      getMethod: () => method,
      getURL: () => url,
      setHeader: (name, value) => void (headers[name] = value),
      getHeader: (name) => headers[name],
      setProgressHandler: () => undefined,
      send: async (body: ArrayBuffer | null) => {
        const signal = wire.timeout(pieceTimeoutMs);
        const response = await wire.fetch(url, { method, headers, body, signal, ...asOurs });
        return answerOf(response, await response.text());
      },
      // Nobody calls an upload off.
      abort: () => Promise.resolve(),
      getUnderlyingObject: () => undefined,
    };
  },
});

const answerOf = (response: Response, body: string): HttpResponse => ({
  getStatus: () => response.status,
  getHeader: (name) => response.headers.get(name) ?? undefined,
  getBody: () => body,
  getUnderlyingObject: () => response,
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
