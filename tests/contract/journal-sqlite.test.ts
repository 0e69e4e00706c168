import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '#server/sqlite-store.ts';
import { countingRandom } from '#tests/support/app-in-memory.ts';
import { journalContract, type OpenJournal } from './journal.contract.ts';

function openIn(dataDir: string, tidy?: () => void): OpenJournal {
  const store = openSqliteStore(dataDir, countingRandom());
  if (!store.ok) throw new Error(store.error);
  return {
    journal: store.value.journal,
    close: async () => {
      await store.value.close();
      tidy?.();
    },
  };
}

journalContract('SQLite, in memory', () => openIn(':memory:'));

journalContract('SQLite, in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baraza-journal-'));
  return openIn(folder, () => rmSync(folder, { recursive: true }));
});
