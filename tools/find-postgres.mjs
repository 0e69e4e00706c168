/** The programs of PostgreSQL for the tests: those that are installed, or Debian's where apt works. */
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from './apt.mjs';

/** The folder with the newest `initdb` and `postgres`, or undefined. */
export function findPostgres() {
  const debian = below('/usr/lib/postgresql', /^\d+$/);
  const homebrew = below('/opt/homebrew/opt', /^postgresql@\d+$/);
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const folders = [...debian, ...homebrew, ...onPath];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => isExecutable(join(folder, name))));
}

export const installPostgres = () => aptInstall('postgresql', 'the tests of PostgreSQL');

export const howToGetPostgres =
  'PostgreSQL is not here. On Debian: apt-get install postgresql. Elsewhere name one whose user may create databases: ' +
  'TEST_DATABASE_URL=postgres://user:password@localhost:5432/postgres npm test';

/** @param {string} folder @param {RegExp} name */
function below(folder, name) {
  try {
    const versions = readdirSync(folder).filter((entry) => name.test(entry));
    const numberOf = (/** @type {string} */ entry) => Number(entry.replace(/\D/g, ''));
    return versions.sort((a, b) => numberOf(b) - numberOf(a)).map((entry) => join(folder, entry, 'bin'));
  } catch {
    return [];
  }
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
