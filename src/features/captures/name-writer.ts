/** Who is writing, said after the first line: it was the same person who wrote what is there of this tablet already. */
import type { Scope } from '#domain/scope.ts';
import { change } from '#storage/change.ts';
import type { CommitFailure } from '#storage/commit.ts';
import { unsignedLines } from '#storage/queries/captures.ts';
import { commit, thisDevice } from '#storage/this-device.ts';

/** Names the holder of the tablet, and the lines of this scope that it wrote while nobody had said. */
export async function nameWriter(name: string, scope: Scope): Promise<CommitFailure | undefined> {
  const device = await thisDevice();
  await device.setHolder(name);
  const { holder, deviceId } = device.device;
  if (holder === null) return undefined;
  const lines = await unsignedLines(scope, deviceId);
  if (lines.length === 0) return undefined;
  const signed = await commit(lines.map((line) => change('capture', line, { signedBy: holder })));
  return signed.ok ? undefined : signed.error;
}
