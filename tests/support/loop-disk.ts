/** A small disk of its own in a file, whose plug can be pulled: a copy of the file is what would be left. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, constants, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface LoopDisk {
  /** Where it is mounted. */
  readonly folder: string;
  /** The disk as it is now, without what waits in memory: mounted beside it, its journal replayed. */
  readonly afterPowerCut: () => LoopDisk;
  readonly remove: () => void;
}

/** Why this machine mounts no disk from a file, or undefined where it does. */
export function whyNoLoopDisk(): string | undefined {
  try {
    loopDisk(16).remove();
    return undefined;
  } catch (problem) {
    return (problem as Error).message;
  }
}

/** Ext4, empty. It writes what is asked to be on the disk (fsync), and the rest five minutes later. */
export function loopDisk(megabytes: number): LoopDisk {
  const own = mkdtempSync(join(tmpdir(), 'baraza-disk-'));
  const image = join(own, 'disk.img');
  try {
    writeFileSync(image, '');
    truncateSync(image, megabytes * 2 ** 20);
    run('mkfs.ext4', '-q', '-F', image);
    return mounted(own, image);
  } catch (problem) {
    rmSync(own, { recursive: true, force: true });
    throw problem;
  }
}

function mounted(own: string, image: string): LoopDisk {
  const folder = join(own, 'disk');
  mkdirSync(folder);
  run('mount', '-o', 'loop,commit=300', image, folder);
  return {
    folder,
    afterPowerCut: () => {
      const beside = mkdtempSync(join(tmpdir(), 'baraza-disk-'));
      const copy = join(beside, 'disk.img');
      copyFileSync(image, copy, constants.COPYFILE_FICLONE);
      return mounted(beside, copy);
    },
    remove: () => {
      // Whatever of a browser still ends keeps it busy.
      run('umount', '--lazy', folder);
      rmSync(own, { recursive: true, force: true });
    },
  };
}

function run(command: string, ...args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args);
  if (status !== 0) throw new Error(`${command}: ${error?.message ?? stderr.toString().trim()}`);
}
