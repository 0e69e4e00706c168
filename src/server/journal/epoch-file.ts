/** The file beside a database that vouches for it: read whole or not at all, replaced whole or not at all. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import * as v from 'valibot';

/** Undefined where there is no such file or it cannot be understood: neither vouches for the database. */
export function readEpochFile<T>(file: string, schema: v.GenericSchema<unknown, T>): T | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** Written beside, as `half`, and moved into place, so that a cut never leaves half a file. */
export function writeEpochFile(file: string, content: unknown, half = `${file}.new`): void {
  const opened = openSync(half, 'w', 0o600);
  try {
    writeSync(opened, `${JSON.stringify(content)}\n`);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  renameSync(half, file);
}
