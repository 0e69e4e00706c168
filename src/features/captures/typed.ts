/** The line being typed, as it is on screen and as its draft keeps it. */
import {
  barrierCategories,
  kinds,
  sides,
  type BarrierCategory,
  type Kind,
  type Side,
} from '#domain/nouns/vocabulary.ts';
import type { DraftRow } from '#storage/database.ts';
import type { LinePlace } from '#storage/queries/captures.ts';

export interface Typed {
  readonly text: string;
  readonly kind: Kind;
  readonly category?: BarrierCategory;
  readonly side?: Side;
}

export const draftOf = (key: string, place: LinePlace, { text, ...typed }: Typed, caret = text.length): DraftRow => ({
  key,
  text,
  caret,
  at: Date.now(),
  about: {
    scope: place.scope,
    sessionId: place.sessionId,
    ...(place.blockId && { blockId: place.blockId }),
    ...(place.groupId && { groupId: place.groupId }),
    kind: typed.kind,
    ...(typed.category && { category: typed.category }),
    ...(typed.side && { side: typed.side }),
  },
});

/** What a draft brings back. A kind that this version does not know comes back as a note, its text whole. */
export function typedOf({ text, about }: DraftRow): Typed {
  const kind = kinds.find((known) => known === about.kind) ?? 'note';
  const category = kind === 'barrier' ? barrierCategories.find((known) => known === about.category) : undefined;
  const side = sides.find((known) => known === about.side);
  return { text, kind, ...(category && { category }), ...(side && { side }) };
}
