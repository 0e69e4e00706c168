/**
 * Files, beside the rounds: records never wait for them. The server is asked which of the files due it has; each of
 * the others is sent, one at a time, and asked for again. Its answer alone says that a file is safe.
 */
import * as v from 'valibot';
import {
  type DueFile,
  type HeldRequest,
  heldAnswerSchema,
  maxHeldFiles,
  type NamedFile,
  type ReplicaFiles,
} from '#replication/files.ts';
import type { RoundsEnd } from './engine.ts';
import { elsewhere } from './leader.ts';
import { ask, type Trouble, type Wire } from './wire.ts';

/** How the sending of a file ended. */
export type FileSent =
  /** All its bytes are there; whether they are the right ones is asked. */
  | { readonly type: 'file/sent' }
  /** The server takes none so large. */
  | { readonly type: 'file/too-large' }
  /** What came has another hash than the file's name. */
  | { readonly type: 'file/wrong-hash' }
  /** This device may not write to the session for now, or the file was erased there. */
  | { readonly type: 'file/forbidden' }
  | { readonly type: 'transport/unauthorised' }
  | { readonly type: 'transport/revoked' }
  | Trouble;

export interface FileToSend extends NamedFile {
  readonly mediaType: string;
  readonly bytes: ArrayBuffer;
  /** Where it was begun before. */
  readonly uploadUrl: string | undefined;
  /** Hears where it is begun, before the first piece goes. */
  readonly onBegun: (uploadUrl: string) => void;
}

export type SendFile = (token: string, file: FileToSend) => Promise<FileSent>;

export interface FileExchangeParts {
  readonly files: ReplicaFiles;
  readonly wire: Wire;
  readonly send: SendFile;
  readonly hashOf: (bytes: ArrayBuffer) => Promise<string>;
  readonly lock: <T>(work: () => Promise<T>) => Promise<T | typeof elsewhere>;
}

type Step = RoundsEnd | 'again';

const heldTimeoutMs = 30_000;
/** Steps of one sitting: a question or a file each. */
const maxSteps = 400;
/** A file is tried so often in one sitting: it may have been begun on a server that is no more. */
const triesOfOne = 2;

interface Sitting {
  /** What the server was asked for, since it was last sent. */
  readonly asked: Set<string>;
  readonly tries: Map<string, number>;
}

/** One sitting: until nothing is due, or something keeps it from going on. Rejects only where the database does. */
export async function exchangeFiles(parts: FileExchangeParts): Promise<RoundsEnd> {
  const sitting: Sitting = { asked: new Set(), tries: new Map() };
  for (let done = 0; done < maxSteps; done += 1) {
    const step = await parts.lock(() => oneStep(parts, sitting));
    if (step === elsewhere) return { type: 'rounds/elsewhere' };
    if (step !== 'again') return step;
  }
  return { type: 'rounds/done', more: true };
}

async function oneStep(parts: FileExchangeParts, sitting: Sitting): Promise<Step> {
  const { files } = parts;
  const link = await files.link();
  if (!link) return { type: 'rounds/no-server' };
  if (link.revoked) return { type: 'transport/revoked' };
  const due = await files.due();
  const unasked = due.filter(({ sha256 }) => !sitting.asked.has(sha256));
  if (unasked.length > 0) return askHeld(parts, link.token, unasked, sitting);
  const next = due.find(({ sha256 }) => (sitting.tries.get(sha256) ?? 0) < triesOfOne);
  if (next) return sendOne(parts, link.token, next, sitting);
  // Sent and not there: a fault on either side, not worth trying again at once.
  return due.length > 0 ? { type: 'rounds/stalled' } : { type: 'rounds/done', more: false };
}

/** Asks for as many as fit in one question. */
async function askHeld(
  { files, wire }: FileExchangeParts,
  token: string,
  due: readonly DueFile[],
  sitting: Sitting,
): Promise<Step> {
  const asked: DueFile[] = [];
  const named: NamedFile[] = [];
  for (const file of due) {
    if (asked.length > 0 && named.length + file.scopes.length > maxHeldFiles) break;
    asked.push(file);
    named.push(...file.scopes.slice(0, maxHeldFiles).map((scope) => ({ sha256: file.sha256, scope })));
  }
  const body = { files: named } satisfies HeldRequest;
  const answered = await ask(wire, { path: '/api/files/held', token, body, timeoutMs: heldTimeoutMs });
  if (answered.type === 'wire/refused') return refusalOf(answered.refused.refused, answered.status);
  if (answered.type === 'transport/too-large') return { type: 'rounds/stalled' };
  if (answered.type !== 'wire/ok') return answered;
  const answer = v.safeParse(heldAnswerSchema, answered.body);
  if (!answer.success) return { type: 'transport/not-our-server' };
  const places = new Set(answer.output.held);
  const missing = new Set(named.flatMap(({ sha256 }, place) => (places.has(place) ? [] : [sha256])));
  const there = asked.flatMap(({ sha256 }) => (missing.has(sha256) ? [] : [sha256]));
  // Of another journal the rounds will hear; until then its word is worth nothing.
  if (!(await files.confirm(there, answer.output.epoch))) return { type: 'rounds/done', more: false };
  for (const { sha256 } of asked) sitting.asked.add(sha256);
  return 'again';
}

async function sendOne(
  { files, send, hashOf }: FileExchangeParts,
  token: string,
  { sha256, mediaType, scopes, uploadUrl }: DueFile,
  { asked, tries }: Sitting,
): Promise<Step> {
  const [scope] = scopes;
  const bytes = await files.bytes(sha256);
  if (!bytes || !scope || (await hashOf(bytes)) !== sha256) {
    await files.trouble(sha256, 'damaged');
    return 'again';
  }
  tries.set(sha256, (tries.get(sha256) ?? 0) + 1);
  const onBegun = (url: string) => void files.began(sha256, url);
  const sent = await send(token, { sha256, mediaType, scope, bytes, uploadUrl, onBegun });
  switch (sent.type) {
    case 'file/sent':
      asked.delete(sha256);
      return 'again';
    case 'file/too-large':
      await files.trouble(sha256, 'too-large');
      return 'again';
    case 'file/wrong-hash':
      return 'again';
    case 'file/forbidden':
      tries.set(sha256, triesOfOne);
      return 'again';
    case 'transport/too-large':
      return { type: 'rounds/stalled' };
    default:
      return sent;
  }
}

function refusalOf(refused: string, status: number): RoundsEnd {
  if (refused === 'unauthorised') return { type: 'transport/unauthorised' };
  if (refused === 'revoked') return { type: 'transport/revoked' };
  // An older server has no such address.
  return status === 404 ? { type: 'rounds/stalled' } : { type: 'transport/failing', status };
}
