/** What a server on SQLite has on its disk, read beside it. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PackedState } from '#replication/packed.ts';
import type { Told } from './lines-told.ts';

export interface StoredRecord extends PackedState {
  readonly id: string;
}

export function storedRecords(dataDir: string, noun: string): StoredRecord[] {
  const db = new DatabaseSync(join(dataDir, 'baraza.db'), { readOnly: true, timeout: 5000 });
  try {
    const rows = db.prepare('select id, packed from records where noun = ?').all(noun);
    return rows.map(({ id, packed }) => ({ id: String(id), ...(JSON.parse(String(packed)) as PackedState) }));
  } finally {
    db.close();
  }
}

/** The SHA-256 of each file that is there whole, with its bytes. */
export function storedFiles(dataDir: string): ReadonlyMap<string, number> {
  const folder = join(dataDir, 'files');
  if (!existsSync(folder)) return new Map();
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  const named = found.filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name));
  return new Map(named.map(({ name, parentPath }) => [name, statSync(join(parentPath, name)).size]));
}

/** Lines that a server has not as they were shown, each with its photos and their files whole. */
export function notOnServer(shown: readonly Told[], dataDir: string): Told[] {
  const texts = new Map(storedRecords(dataDir, 'capture').map(({ id, v }) => [id, v['text']]));
  const files = storedFiles(dataDir);
  const pictures = new Map<string, number>();
  for (const { v } of storedRecords(dataDir, 'photo')) {
    const line = String(v['captureId']);
    if (files.get(String(v['sha256'])) === v['bytes']) pictures.set(line, (pictures.get(line) ?? 0) + 1);
  }
  return shown.filter(({ id, text, photos: count }) => texts.get(id) !== text || (pictures.get(id) ?? 0) < count);
}
