import { openSqliteStore } from '#server/sqlite-store.ts';
import { countingRandom } from '#tests/support/app-in-memory.ts';
import { permissionsContract } from './permissions.contract.ts';

permissionsContract('SQLite', async () => {
  const opened = openSqliteStore(':memory:', countingRandom());
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
});
