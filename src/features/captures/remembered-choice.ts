/**
 * What the person at this tablet last chose for a line of a group, or of a block in plenary, so that their next there
 * begins as the same: what one group is asked for says nothing of the next. Others' lines decide nothing here. Kept in
 * localStorage, of one session at a time: a loss of it costs one tap.
 */
import { barrierCategories, kinds, sides } from '#domain/nouns/vocabulary.ts';
import type { LinePlace } from '#storage/queries/captures.ts';
import { draftKeyOf } from './draft-slot.ts';
import type { LineChoice } from './held-lines.ts';

export const choiceKey = 'baraza-line-choice';

/** What is used of localStorage. */
type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

type Kept = Readonly<Record<string, unknown>>;

/** A note of no side, unless this tablet's person chose otherwise in this place. */
export function rememberedChoice(place: LinePlace, shelf = browserShelf()): LineChoice {
  const kept = keptOf(place.sessionId, shelf)[draftKeyOf(place)] as Kept | null | undefined;
  const kind = kinds.find((known) => known === kept?.kind) ?? 'note';
  const category = kind === 'barrier' ? barrierCategories.find((known) => known === kept?.category) : undefined;
  const side = sides.find((known) => known === kept?.side);
  return { kind, ...(category && { category }), ...(side && { side }) };
}

export function rememberChoice(place: LinePlace, { kind, category, side }: LineChoice, shelf = browserShelf()): void {
  const { sessionId } = place;
  const places = { ...keptOf(sessionId, shelf), [draftKeyOf(place)]: { kind, category, side } };
  try {
    shelf?.setItem(choiceKey, JSON.stringify({ sessionId, places }));
  } catch {
    // Full or forbidden: the next line begins as a note.
  }
}

/** By place; empty where nothing is kept of this session, or nothing that makes sense. */
function keptOf(sessionId: string, shelf: Shelf | undefined): Kept {
  try {
    const kept = JSON.parse(shelf?.getItem(choiceKey) ?? 'null') as Kept | null;
    return kept?.sessionId === sessionId && typeof kept.places === 'object' ? { ...kept.places } : {};
  } catch {
    return {};
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
