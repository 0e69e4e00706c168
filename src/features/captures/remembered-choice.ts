/**
 * What the person at this tablet last chose for a line of a session, so that their next begins as the same. Others'
 * lines decide nothing here. Kept in localStorage, of one session at a time: a loss of it costs one tap.
 */
import { barrierCategories, kinds, sides } from '#domain/nouns/vocabulary.ts';
import type { LineChoice } from './held-lines.ts';

export const choiceKey = 'baraza-line-choice';

/** What is used of localStorage. */
type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

/** A note of no side, unless this tablet's person chose otherwise in this session. */
export function rememberedChoice(sessionId: string, shelf = browserShelf()): LineChoice {
  const note: LineChoice = { kind: 'note' };
  try {
    const kept = JSON.parse(shelf?.getItem(choiceKey) ?? 'null') as Readonly<Record<string, unknown>> | null;
    if (kept?.sessionId !== sessionId) return note;
    const kind = kinds.find((known) => known === kept.kind) ?? 'note';
    const category = kind === 'barrier' ? barrierCategories.find((known) => known === kept.category) : undefined;
    const side = sides.find((known) => known === kept.side);
    return { kind, ...(category && { category }), ...(side && { side }) };
  } catch {
    return note;
  }
}

export function rememberChoice(sessionId: string, { kind, category, side }: LineChoice, shelf = browserShelf()): void {
  try {
    shelf?.setItem(choiceKey, JSON.stringify({ sessionId, kind, category, side }));
  } catch {
    // Full or forbidden: the next line begins as a note.
  }
}

/** Absent where the browser forbids it. */
function browserShelf(): Shelf | undefined {
  try {
    return (globalThis as { readonly localStorage?: Shelf }).localStorage;
  } catch {
    return undefined;
  }
}
