/** The folder that DATA_DIR names, and what is said where it cannot be used. */
import { mkdirSync } from 'node:fs';
import { err, ok, type Result } from '#domain/result.ts';

/** Makes the folder where it is missing. The error is a sentence for the person who started the server. */
export function makeDataFolder(dataDir: string): Result<undefined, string> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return ok(undefined);
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    return err(`The folder ${dataDir} cannot be made (${code}). Choose another with DATA_DIR.`);
  }
}

export const folderNotWritten = (dataDir: string, problem: unknown): string =>
  `The folder ${dataDir} cannot be written to (${(problem as Error).message}). Check its owner, permissions and free space, or choose another with DATA_DIR.`;
