/**
 * A backup or a hand-over: one file with whole records, which any device can merge in. It is a gzip of lines of JSON:
 * the first says what the file is, each other one is a record in the packed form of the wire (docs/protocol.md), or,
 * after all of them, a file that a record names: its SHA-256 and its bytes in base64. So `zcat` shows what is in it,
 * without this program. A backup without files is of version 1, as it always was; a hand-over, of version 3, need not
 * hold the whole of its scopes, and says of which it does.
 *
 * The head names the bytes and the CRC-32 of the lines after it. A file that does not agree with its head is
 * refused whole, and reading one never changes anything.
 */
import { FlateErrorCode, type FlateError, Gunzip, Gzip } from 'fflate';
import * as v from 'valibot';
import { err, ok, type Result } from '#domain/result.ts';
import { maxBackupBytes } from './backup-limit.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { crc32 } from './crc32.ts';

/** The greatest version that can be read. */
export const backupVersion = 3;
const versions = { withoutFiles: 1, withFiles: 2, handOver: 3 } as const;

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const headSchema = v.object({
  format: v.literal('baraza-backup'),
  version: v.pipe(whole, v.minValue(1)),
  /** The version of the program that wrote it. */
  app: v.string(),
  /** Milliseconds since 1970. */
  madeAt: whole,
  /** Who held the tablet, the first characters of its id, and what people call it. */
  device: v.object({ id: v.string(), holder: v.nullable(v.string()), name: v.optional(v.string()) }),
  scopes: v.array(v.object({ scope: v.string(), example: v.optional(v.boolean()) })),
  /** Of a hand-over: what was handed over, and which of the scopes are whole in it. */
  handOver: v.optional(v.object({ of: v.picklist(['session', 'unsent']), whole: v.array(v.string()) })),
  /** Records, and files after them. */
  count: whole,
  files: v.optional(whole),
  /** Of the lines after the head. */
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

const fileSchema = v.object({
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  mediaType: v.string(),
  base64: v.string(),
});

export type BackupHead = v.InferOutput<typeof headSchema>;
/** A record as it stands in the file; the store checks it before it reads it. */
export type BackupRecord = v.InferOutput<typeof recordSchema>;
/** A file that a record names. The store hashes it before it keeps it. */
export interface BackupFile {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: ArrayBuffer;
}
export interface Backup {
  readonly head: BackupHead;
  readonly records: readonly BackupRecord[];
  readonly files: readonly BackupFile[];
}
export type BackupFacts = Pick<BackupHead, 'app' | 'madeAt' | 'device' | 'handOver'> & {
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

interface WriteOptions {
  /** Hears of 0-1. */
  readonly onProgress?: (share: number) => void;
  /** As lines of text, not packed: a browser hands on text where it hands on no gzip. */
  readonly plain?: boolean;
}

export function writeBackup(
  { app, madeAt, device, scopes, handOver }: BackupFacts,
  records: readonly object[],
  files: readonly BackupFile[] = [],
  { onProgress = () => undefined, plain = false }: WriteOptions = {},
): Uint8Array {
  const text = new TextEncoder();
  const lines: string[] = [];
  for (const [at, record] of records.entries()) {
    lines.push(`${JSON.stringify(record)}\n`);
    if (at % 2000 === 1999) onProgress((at / records.length) * 0.2);
  }
  const body = text.encode(lines.join(''));
  onProgress(0.2);
  // Files are written twice, to be counted and to be packed: all of them at once are more than a tablet holds.
  const lineOf = ({ sha256, mediaType, bytes }: BackupFile): Uint8Array =>
    text.encode(`${JSON.stringify({ sha256, mediaType, base64: toBase64(new Uint8Array(bytes)) })}\n`);
  let [length, sum] = [body.length, crc32(body)];
  for (const [at, file] of files.entries()) {
    const line = lineOf(file);
    length += line.length;
    sum = crc32(line, sum);
    onProgress(0.2 + (0.3 * at) / files.length);
  }
  const head: BackupHead = {
    format: 'baraza-backup',
    version: versions[handOver ? 'handOver' : files.length > 0 ? 'withFiles' : 'withoutFiles'],
    app,
    madeAt,
    device,
    scopes: [...scopes],
    ...(handOver && { handOver }),
    count: records.length,
    ...(files.length > 0 && { files: files.length }),
    bytes: length,
    crc32: sum.toString(16).padStart(8, '0'),
  };
  onProgress(0.5);
  const parts = function* parts() {
    yield text.encode(`${JSON.stringify(head)}\n`);
    yield body;
    for (const [at, file] of files.entries()) {
      yield lineOf(file);
      onProgress(0.5 + (0.5 * at) / files.length);
    }
  };
  return plain ? joined([...parts()]) : zipped(parts);
}

function zipped(parts: () => Iterable<Uint8Array>): Uint8Array {
  const chunks: Uint8Array[] = [];
  // No time in the gzip head: the same records make the same file.
  const gzip = new Gzip({ level: 6, mtime: 0 }, (chunk) => void chunks.push(chunk));
  for (const part of parts()) gzip.push(part);
  gzip.push(new Uint8Array(), true);
  return joined(chunks);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
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
  const { count, files: fileCount = 0, bytes, crc32: wanted } = head.output;
  const body = opened.bytes.subarray(end + 1);
  const agrees = body.length === bytes && crc32(body) === Number.parseInt(wanted, 16);
  if (opened.state === 'cut' || body.length < bytes || (agrees && opened.state !== 'whole')) {
    return err({ type: 'backup/truncated', read: countOf(body), count: count + fileCount });
  }
  if (!agrees) return err({ type: 'backup/damaged' });
  const held = contentsOf(body, count);
  return held?.records.length === count && held.files.length === fileCount
    ? ok({ head: head.output, ...held })
    : err({ type: 'backup/damaged' });
}

/** The first `count` lines are records, the others files. */
function contentsOf(body: Uint8Array, count: number): Omit<Backup, 'head'> | undefined {
  const records: BackupRecord[] = [];
  const files: BackupFile[] = [];
  for (let from = 0; from < body.length;) {
    const end = body.indexOf(newline, from);
    if (end < 0) return undefined;
    const line = json(body.subarray(from, end));
    from = end + 1;
    if (records.length < count && v.is(recordSchema, line)) records.push(line);
    else {
      const file = records.length === count ? v.safeParse(fileSchema, line) : undefined;
      const bytes = file?.success ? fromBase64(file.output.base64) : undefined;
      if (!file?.success || !bytes) return undefined;
      files.push({ sha256: file.output.sha256, mediaType: file.output.mediaType, bytes: bytes.buffer });
    }
  }
  return { records, files };
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
  const bytes = joined(chunks);
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
