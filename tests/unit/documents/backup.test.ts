import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { maxBackupBytes } from '#documents/backup-limit.ts';
import { type BackupFacts, backupVersion, readBackup, writeBackup } from '#documents/backup.ts';
import { makeFile } from '#documents/make.ts';

const facts: BackupFacts = {
  app: '0.1.0',
  madeAt: 1_795_000_000_000,
  device: { id: 'abcd1234', holder: 'Facilitator A' },
  scopes: [{ scope: 'session:s1' }, { scope: 'programme:p1', example: true }],
};
const records = Array.from({ length: 40 }, (_, at) => ({
  noun: 'capture',
  id: `c${at}`,
  scope: 'session:s1',
  v: { text: `İzmir ${at} “said”\nover two lines \u2028`, kind: 'note' },
  s: '000000000000WriterNw',
}));
const file = writeBackup(facts, records);

const typeOf = (bytes: Uint8Array): string => {
  const read = readBackup(bytes);
  return read.ok ? 'ok' : read.error.type;
};
const linesOf = (bytes: Uint8Array) => new TextDecoder().decode(gunzipSync(bytes)).split('\n');
const packed = (lines: readonly string[]) => gzipSync(new TextEncoder().encode(lines.join('\n')));
const withHead = (change: object): Uint8Array => {
  const [head = '', ...rest] = linesOf(file);
  return packed([JSON.stringify({ ...(JSON.parse(head) as object), ...change }), ...rest]);
};

describe('the file that docs/protocol.md shows', () => {
  it('is read as that page says, packed or not', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/protocol.md'), 'utf8');
    const [, shown = ''] = /```ndjson\n([\s\S]*?)```/.exec(page) ?? [];
    const bytes = new TextEncoder().encode(shown);
    const read = readBackup(bytes);
    expect(read).toMatchObject({
      ok: true,
      value: {
        head: { version: 3, handOver: { of: 'session', whole: ['session:S1'] } },
        records: [{ id: 'S1' }, { id: 'F1' }],
      },
    });
    expect(read.ok && new TextDecoder().decode(read.value.files[0]?.bytes)).toBe('a flip chart');
    expect(readBackup(gzipSync(bytes))).toEqual(read);
    const { head, records: held, files } = (read as Extract<typeof read, { ok: true }>).value;
    expect(writeBackup(head, held, files, { plain: true })).toEqual(bytes);
  });
});

describe('a hand-over', () => {
  it('says what it is of, and is refused by an app that does not know of it', () => {
    const handOver = { of: 'unsent', whole: ['session:s1'] } as const;
    const handed = writeBackup({ ...facts, handOver: { ...handOver, whole: [...handOver.whole] } }, records);
    expect(readBackup(handed)).toMatchObject({ value: { head: { version: 3, handOver } } });
    expect(readBackup(file)).not.toHaveProperty('value.head.handOver');
  });
});

describe('a backup', () => {
  it('gives back what was written, and says who made it', () => {
    const read = readBackup(file);
    expect(read).toEqual({
      ok: true,
      value: {
        head: expect.objectContaining({
          ...facts,
          format: 'baraza-backup',
          version: 1,
          count: 40,
        }) as object,
        records,
        files: [],
      },
    });
  });

  it('is the same file for the same records, and readable without this program', () => {
    expect(writeBackup(facts, records)).toEqual(file);
    const [head = '', first = ''] = linesOf(file);
    expect(Object.keys(JSON.parse(head) as object)).toEqual([
      'format',
      'version',
      'app',
      'madeAt',
      'device',
      'scopes',
      'count',
      'bytes',
      'crc32',
    ]);
    expect(JSON.parse(first)).toEqual(records[0]);
  });

  it('with photos is of version 2, one line each after the records, and gives them back', () => {
    const photos = [60_000, 0, 1].map((length, at) => ({
      sha256: String(at).repeat(64),
      mediaType: 'image/webp',
      bytes: Uint8Array.from({ length }, (_, byte) => (byte * 7919) & 0xff).buffer,
    }));
    const bytes = writeBackup(facts, records, photos);
    const read = readBackup(bytes);
    expect(read).toMatchObject({ ok: true, value: { head: { version: 2, count: 40, files: 3 }, records } });
    expect(read.ok && read.value.files).toEqual(photos);
    const lines = linesOf(bytes);
    expect(lines).toHaveLength(1 + 40 + 3 + 1);
    expect(JSON.parse(lines[41] ?? '')).toMatchObject({ sha256: '0'.repeat(64), mediaType: 'image/webp' });
    expect(typeOf(bytes.subarray(0, bytes.length - 40))).toBe('backup/truncated');
    const [head = '', ...rest] = lines;
    const fewer = JSON.stringify({ ...(JSON.parse(head) as object), files: 2 });
    expect(typeOf(packed([fewer, ...rest]))).toBe('backup/damaged');
  });

  it('may hold nothing', () => {
    expect(readBackup(writeBackup({ ...facts, scopes: [] }, []))).toMatchObject({ ok: true, value: { records: [] } });
  });

  it('says that it is cut off at whatever length it was cut', () => {
    const types = new Map<string, number>();
    for (let length = 18; length < file.length; length += 1) {
      const type = typeOf(file.subarray(0, length));
      types.set(type, (types.get(type) ?? 0) + 1);
    }
    expect([...types.keys()]).toEqual(['backup/truncated']);
  });

  it('says how many records of how many are there', () => {
    // Large enough that the first records come out before the end is missed.
    const many = Array.from({ length: 4000 }, (_, at) => ({
      ...records[0],
      id: `c${at}`,
      v: { text: `${(at * 2654435761) % 1_000_003} ${at ** 3}` },
    }));
    const whole = writeBackup(facts, many);
    const read = readBackup(whole.subarray(0, Math.floor(whole.length / 2)));
    expect(read).toMatchObject({ ok: false, error: { type: 'backup/truncated', count: 4000 } });
    const found = !read.ok && read.error.type === 'backup/truncated' ? read.error.read : 0;
    expect(found).toBeGreaterThan(500);
    expect(found).toBeLessThan(3500);
  });

  it('is cut off where it was unzipped and then cut, too', () => {
    const plain = gunzipSync(file);
    expect(typeOf(plain)).toBe('ok');
    expect(typeOf(plain.subarray(0, plain.length - 1))).toBe('backup/truncated');
  });

  it('takes nothing of a file with one flipped bit, wherever it is', () => {
    const passed: number[] = [];
    const read = readBackup(file);
    const whole = JSON.stringify(read.ok && read.value);
    let refused = 0;
    for (const at of file.keys()) {
      const flipped = file.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const answer = readBackup(flipped);
      // A few bits of a gzip stand for nothing: its time, its maker, what fills its last byte.
      if (answer.ok && JSON.stringify(answer.value) !== whole) passed.push(at);
      if (!answer.ok) refused += 1;
    }
    expect(passed).toEqual([]);
    expect(refused).toBeGreaterThan(file.length - 12);
  });

  it('says that it is damaged where its words are not those that were written', () => {
    const [head = '', first = '', ...rest] = linesOf(file);
    expect(typeOf(packed([head, first.replace('said', 'sold'), ...rest]))).toBe('backup/damaged');
    expect(typeOf(withHead({ crc32: '00000000' }))).toBe('backup/damaged');
    expect(typeOf(withHead({ count: 39 }))).toBe('backup/damaged');
    expect(typeOf(withHead({ madeAt: 'yesterday' }))).toBe('backup/damaged');
  });

  it('of a newer version says which one', () => {
    expect(readBackup(withHead({ version: backupVersion + 1, unknown: true }))).toEqual({
      ok: false,
      error: { type: 'backup/newer-version', version: backupVersion + 1, known: backupVersion },
    });
  });

  it.each([
    ['a text', new TextEncoder().encode('Dear all,\nhere are the notes.')],
    ['nothing at all', new Uint8Array()],
    ['JSON of another kind', new TextEncoder().encode('{"format":"other"}\n')],
    ['a gzip of something else', gzipSync(new TextEncoder().encode('Dear all,\nhere are the notes.\n'))],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
  ])('is not what %s is', (_what, bytes) => {
    expect(typeOf(bytes)).toBe('backup/not-a-backup');
  });

  it('that unfolds to more than a tablet carries is refused before it does', () => {
    const limitBytes = 100_000;
    const bomb = gzipSync(new Uint8Array(50 * limitBytes));
    expect(bomb.length).toBeLessThan(limitBytes);
    for (const bytes of [bomb, new Uint8Array(limitBytes + 1)]) {
      expect(readBackup(bytes, limitBytes)).toEqual({ ok: false, error: { type: 'backup/too-large', limitBytes } });
    }
    expect(maxBackupBytes).toBeGreaterThan(100_000_000);
  });

  it('is made by the same entry as every document, and tells how far it is', async () => {
    const heard: number[] = [];
    const many = Array.from({ length: 9000 }, (_, at) => ({ ...records[0], id: `c${at}` }));
    const made = await makeFile({ job: { kind: 'backup' }, name: 'a.baraza', facts, records: many }, (share) =>
      heard.push(share),
    );
    expect(made).toMatchObject({ name: 'a.baraza', mediaType: 'application/gzip' });
    expect(readBackup(made.bytes)).toMatchObject({ ok: true });
    expect(heard.length).toBeGreaterThan(3);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
  });
});
