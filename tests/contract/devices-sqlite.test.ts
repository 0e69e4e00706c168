import { openSqliteStore } from '#server/sqlite-store.ts';
import { countingRandom } from '#tests/support/app-in-memory.ts';
import { devicesContract } from './devices.contract.ts';

devicesContract('SQLite', async () => {
  const opened = openSqliteStore(':memory:', countingRandom());
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
});
