/** A small disk in memory that can be filled to the last byte. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly folder: string;
  readonly fill: () => void;
  readonly free: () => void;
  readonly remove: () => void;
}

/** Why this machine mounts no disk in memory, or undefined where it does. */
export function whyNoSmallDisk(): string | undefined {
  try {
    smallDisk(1).remove();
    return undefined;
  } catch (problem) {
    return (problem as Error).message;
  }
}

export function smallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'baraza-small-'));
  const ballast = join(folder, 'ballast');
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    throw new Error(`mount: ${mounted.error?.message ?? mounted.stderr.toString().trim()}`);
  }
  return {
    folder,
    fill: () => {
      for (const bytes of [2 ** 20, 4096]) {
        try {
          for (;;) appendFileSync(ballast, Buffer.alloc(bytes, 1));
        } catch (problem) {
          if ((problem as NodeJS.ErrnoException).code !== 'ENOSPC') throw problem;
        }
      }
    },
    free: () => rmSync(ballast, { force: true }),
    remove: () => {
      spawnSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
