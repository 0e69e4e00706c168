/** Which line a photo is of that is taken from the foot of the list. */
import type { LinePlace } from '#storage/queries/captures.ts';
import { record } from '#storage/queries/records.ts';
import type { EndedLines } from './held-lines.ts';
import type { PhotoLine } from './photo-commands.ts';
import type { TypedLine } from './typed-line.ts';
import type { LineOfPhoto } from './use-photo-taking.ts';

/**
 * The line being typed, which ends with it; else the one that was just ended; else one of its own, without words.
 * What it is of is decided at once: what is typed while the picture is made smaller is the next line.
 */
export function lineOfPhoto(
  { scope, sessionId }: LinePlace,
  { end, addBlank, justEnded }: Pick<TypedLine, 'end' | 'addBlank' | 'justEnded'>,
): LineOfPhoto {
  const before = justEnded();
  const lineOf = (ended: EndedLines): PhotoLine | undefined => {
    const id = ended.failure ? undefined : ended.ids.at(-1);
    return id && { id, scope, sessionId };
  };
  let ending: Promise<EndedLines | undefined> | undefined = end();
  return async () => {
    const ended = await (ending ?? end());
    // After a failure the words are in the typed line again: trying again ends it again.
    ending = undefined;
    if (ended) return lineOf(ended);
    if (before && (await record('capture', before))) return { id: before, scope, sessionId };
    const blank = await addBlank();
    if (blank.failure) blank.takeBack();
    const line = lineOf(blank);
    return line && { ...line, undo: blank.undo };
  };
}
