/**
 * Copies the files that a database names, each checked against the SHA-256 it is named by. Files never change, so that
 * those of a running server can be copied after its database: what it names then is there, or was erased meanwhile.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { filePlace } from '#server/files/file-place.ts';
import { keepOnDisk } from './keep-on-disk.ts';

const ending = '.files';

/** The folder beside a backup that holds its files. */
export const filesBeside = (backup: string): string => `${backup.replace(/\.db$/, '')}${ending}`;

/** The files a database names; one of an older version may know of none. */
export function filesNamedIn(db: DatabaseSync): readonly string[] {
  if (db.prepare(`select 1 from sqlite_schema where name = 'files'`).get() === undefined) return [];
  const rows = db.prepare('select distinct sha256 from files order by sha256').all();
  return rows.map(({ sha256 }) => String(sha256));
}

/**
 * The newest folder of files of another backup in the same folder. What it holds need not be copied again: both are
 * names of one file, and removing either leaves the other.
 */
export function filesOfBackupBefore(backup: string): string | undefined {
  const [folder, own] = [dirname(backup), basename(filesBeside(backup))];
  if (!existsSync(folder)) return undefined;
  const others = readdirSync(folder).filter((name) => name.endsWith(ending) && name !== own);
  const newest = others.toSorted().at(-1);
  return newest === undefined ? undefined : join(folder, newest);
}

export interface CopiedFiles {
  readonly copied: readonly string[];
  /** In none of the folders, or with other bytes than their name says. */
  readonly lacking: readonly string[];
}

/** `linkFrom` gets a second name for what it has, `from` a copy. `to` is made where there is something to copy. */
export function copyFiles(
  names: readonly string[],
  to: string,
  { linkFrom, from }: { readonly linkFrom?: string | undefined; readonly from: readonly string[] },
): CopiedFiles {
  const copied: string[] = [];
  const lacking: string[] = [];
  for (const name of names) {
    const place = filePlace(to, name);
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    const ways = [
      ...(linkFrom === undefined ? [] : [() => linkSync(filePlace(linkFrom, name), place)]),
      ...from.map((folder) => () => copyFileSync(filePlace(folder, name), place)),
    ];
    (ways.some((way) => bring(way, place, name)) ? copied : lacking).push(name);
  }
  for (const folder of existsSync(to) ? readdirSync(to) : []) keepOnDisk(join(to, folder));
  return { copied, lacking };
}

/** False where it is not there, cannot be linked, or is not what its name says. A full disk is no such reason. */
function bring(way: () => void, place: string, name: string): boolean {
  try {
    way();
  } catch (problem) {
    const { code = '' } = problem as NodeJS.ErrnoException;
    if (['ENOENT', 'EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP'].includes(code)) return false;
    throw problem;
  }
  if (createHash('sha256').update(readFileSync(place)).digest('hex') === name) {
    keepOnDisk(place);
    return true;
  }
  rmSync(place);
  return false;
}
