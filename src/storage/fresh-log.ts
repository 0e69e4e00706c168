/**
 * Has Chromium begin a new log for the app's databases; see docs/decisions/0017-a-fresh-log.md.
 *
 * Chromium keeps all databases of an origin in one LevelDB. A browser that was killed in the midst of a record leaves
 * half of it at the end of the log, the next one writes on behind it, and the one after that finds the log damaged and
 * deletes every database of the origin. Deleting a database, were it empty, makes it write down what the log holds and
 * leave the log.
 */
import Dexie from 'dexie';

export const passingName = 'baraza-passing';

/** Not where the browser keeps its databases otherwise: Firefox and WebKit do not say this of themselves. */
const keepsLog = (): boolean => 'userAgentData' in navigator;

/** Where the browser refuses, the log is as it was. */
export async function beginFreshLog(): Promise<void> {
  if (!keepsLog()) return;
  const passing = new Dexie(passingName);
  passing.version(1).stores({});
  await passing
    .open()
    .then(() => passing.delete())
    .catch(() => undefined);
}
