/**
 * A backup: one file with whole records, which any device can merge in. It is a gzip of lines of JSON: the first
 * says what the file is, each other one is a record in the packed form of the wire (docs/protocol.md). So `zcat`
 * shows what is in it, without this program.
 *
 * The head names the bytes and the CRC-32 of the lines after it. A file that does not agree with its head is
 * refused whole, and reading one never changes anything.
 */
import { FlateErrorCode, type FlateError, Gunzip, gzipSync } from 'fflate';
import * as v from 'valibot';
import { err, ok, type Result } from '#domain/result.ts';
import { maxBackupBytes } from './backup-limit.ts';
import { crc32 } from './crc32.ts';

/** The version written here, and the greatest that can be read. */
export const backupVersion = 1;

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const headSchema = v.object({
  format: v.literal('baraza-backup'),
  version: v.pipe(whole, v.minValue(1)),
  /** The version of the program that wrote it. */
  app: v.string(),
  /** Milliseconds since 1970. */
  madeAt: whole,
  /** Who held the tablet, and the first characters of its id. */
  device: v.object({ id: v.string(), holder: v.nullable(v.string()) }),
  scopes: v.array(v.object({ scope: v.string(), example: v.optional(v.boolean()) })),
  /** Of the lines after the head. */
  count: whole,
  bytes: whole,
  crc32: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/)),
});
/** What a file that claims to be a backup must at least say, in every version. */
const claimSchema = v.object({ format: v.literal('baraza-backup'), version: whole });
const recordSchema = v.looseObject({
  noun: v.string(),
  id: v.string(),
  scope: v.string(),
  v: v.record(v.string(), v.unknown()),
});

export type BackupHead = v.InferOutput<typeof headSchema>;
/** A record as it stands in the file; the store checks it before it reads it. */
export type BackupRecord = v.InferOutput<typeof recordSchema>;
export interface Backup {
  readonly head: BackupHead;
  readonly records: readonly BackupRecord[];
}
export type BackupFacts = Pick<BackupHead, 'app' | 'madeAt' | 'device'> & {
  readonly scopes: readonly BackupHead['scopes'][number][];
};

export type BackupProblem =
  | { readonly type: 'backup/not-a-backup' }
  /** Cut off: of `count` records `read` are there. Nothing of it is taken; copy the file again. */
  | { readonly type: 'backup/truncated'; readonly read: number; readonly count: number | undefined }
  /** Its bytes are not those that were written. */
  | { readonly type: 'backup/damaged' }
  | { readonly type: 'backup/newer-version'; readonly version: number; readonly known: number }
  | { readonly type: 'backup/too-large'; readonly limitBytes: number };

/** `onProgress` hears of 0-1. */
export function writeBackup(
  { app, madeAt, device, scopes }: BackupFacts,
  records: readonly object[],
  onProgress: (share: number) => void = () => undefined,
): Uint8Array {
  const lines: string[] = [];
  for (const [at, record] of records.entries()) {
    lines.push(`${JSON.stringify(record)}\n`);
    if (at % 2000 === 1999) onProgress((at / records.length) * 0.5);
  }
  const body = new TextEncoder().encode(lines.join(''));
  const head: BackupHead = {
    format: 'baraza-backup',
    version: backupVersion,
    app,
    madeAt,
    device,
    scopes: [...scopes],
    count: records.length,
    bytes: body.length,
    crc32: crc32(body).toString(16).padStart(8, '0'),
  };
  const first = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  const all = new Uint8Array(first.length + body.length);
  all.set(first);
  all.set(body, first.length);
  onProgress(0.6);
  // No time in the gzip head: the same records make the same file.
  return gzipSync(all, { level: 6, mtime: 0 });
}

export function readBackup(file: Uint8Array, limitBytes = maxBackupBytes): Result<Backup, BackupProblem> {
  const opened: Unzipped = isGzip(file)
    ? unzipped(file, limitBytes)
    : { bytes: file, state: file.length > limitBytes ? 'too-large' : 'whole' };
  if (opened.state === 'too-large') return err({ type: 'backup/too-large', limitBytes });
  const end = opened.bytes.indexOf(newline);
  const claim = end < 0 ? undefined : json(opened.bytes.subarray(0, end));
  if (!v.is(claimSchema, claim)) {
    // Of a gzip that is cut within its first line nobody can say what it was.
    if (end < 0 && (opened.state === 'cut' || opened.state === 'other-end'))
      return err({ type: 'backup/truncated', read: 0, count: undefined });
    return err({ type: opened.state === 'whole' ? 'backup/not-a-backup' : 'backup/damaged' });
  }
  if (claim.version > backupVersion)
    return err({ type: 'backup/newer-version', version: claim.version, known: backupVersion });
  const head = v.safeParse(headSchema, claim);
  if (!head.success) return err({ type: 'backup/damaged' });
  const { count, bytes, crc32: wanted } = head.output;
  const body = opened.bytes.subarray(end + 1);
  const agrees = body.length === bytes && crc32(body) === Number.parseInt(wanted, 16);
  if (opened.state === 'cut' || body.length < bytes || (agrees && opened.state !== 'whole')) {
    return err({ type: 'backup/truncated', read: countOf(body), count });
  }
  if (!agrees) return err({ type: 'backup/damaged' });
  const records = recordsIn(body);
  return records?.length === count ? ok({ head: head.output, records }) : err({ type: 'backup/damaged' });
}

function recordsIn(body: Uint8Array): BackupRecord[] | undefined {
  const records: BackupRecord[] = [];
  for (let from = 0; from < body.length;) {
    const end = body.indexOf(newline, from);
    if (end < 0) return undefined;
    const record = json(body.subarray(from, end));
    if (!v.is(recordSchema, record)) return undefined;
    records.push(record);
    from = end + 1;
  }
  return records;
}

interface Unzipped {
  readonly bytes: Uint8Array;
  /** `other-end`: it does not end as a gzip of these bytes does. It may be cut where a word of the gzip ends. */
  readonly state: 'whole' | 'cut' | 'other-end' | 'damaged' | 'too-large';
}

/** As much as can be unzipped. What comes out is counted, not what the file says of its length. */
function unzipped(file: Uint8Array, limitBytes: number): Unzipped {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let state: Unzipped['state'] = 'whole';
  const gunzip = new Gunzip((chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limitBytes) throw new RangeError('too large');
  });
  try {
    for (let at = 0; at < file.length; at += step) {
      gunzip.push(file.subarray(at, at + step), at + step >= file.length);
    }
  } catch (problem) {
    if (problem instanceof RangeError) return { bytes: new Uint8Array(), state: 'too-large' };
    state = (problem as FlateError).code === FlateErrorCode.UnexpectedEOF ? 'cut' : 'damaged';
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  if (state === 'whole' && !trailerAgrees(file, bytes)) state = 'other-end';
  return { bytes, state };
}

/** The library does not compare the check sum and the length with which a gzip ends. */
function trailerAgrees(file: Uint8Array, bytes: Uint8Array): boolean {
  if (file.length < 18) return false;
  const trailer = new DataView(file.buffer, file.byteOffset + file.length - 8, 8);
  return trailer.getUint32(0, true) === crc32(bytes) && trailer.getUint32(4, true) === bytes.length;
}

const step = 256 * 1024;
const newline = 10;
const isGzip = (file: Uint8Array): boolean => file[0] === 0x1f && file[1] === 0x8b;
const countOf = (body: Uint8Array): number => body.reduce((count, byte) => (byte === newline ? count + 1 : count), 0);

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
