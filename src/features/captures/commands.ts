/** What a person does to lines. Each is one commit; each answers what kept it from the disk, if anything did. */
import type { Kind, BarrierCategory, Side } from '#domain/nouns/vocabulary.ts';
import type { Id } from '#domain/id.ts';
import type { TextField, Values } from '#domain/registry.ts';
import { change, fresh, type Change } from '#storage/change.ts';
import type { CommitFailure } from '#storage/commit.ts';
import { orderBetween, ordersAfter } from '#storage/order.ts';
import { linesOf, type LinePlace } from '#storage/queries/captures.ts';
import type { Entity } from '#storage/row.ts';
import { commit } from '#storage/this-device.ts';

export type Line = Entity<'capture'>;
/** Everything of a line that is not free text. */
export type LineFacts = Partial<Omit<Values<'capture'>, TextField<'capture'>>>;

export interface NewLine {
  readonly id: Id<'capture'>;
  readonly text: string;
  readonly kind: Kind;
  readonly category?: BarrierCategory;
  readonly side?: Side;
  readonly order: string;
}

/** What kept a command from the disk; undefined: it is there. */
export type Outcome = Promise<CommitFailure | undefined>;

const write = async (changes: readonly Change[], finishing?: readonly string[]): Outcome => {
  const written = await commit(changes, finishing && { finishing });
  return written.ok ? undefined : written.error;
};

/** Adds lines, and ends the drafts they were typed in. */
export const addLines = (place: LinePlace, lines: readonly NewLine[], finishing: readonly string[]): Outcome =>
  write(
    lines.map(({ id, text, kind, category, side, order }) =>
      change(
        'capture',
        { id, scope: place.scope },
        {
          set: {
            sessionId: place.sessionId,
            blockId: place.blockId,
            groupId: place.groupId,
            kind,
            category,
            side,
            order,
          },
          write: { text: fresh(text) },
          isNew: true,
        },
      ),
    ),
    finishing,
  );

export const setFacts = (lines: readonly Line[], facts: LineFacts): Outcome =>
  write(lines.map((line) => change('capture', line, { set: facts })));

/** Puts each line back to what it was before `facts` were set. */
export const restoreFacts = (lines: readonly Line[], facts: LineFacts): Outcome =>
  write(
    lines.map((line) =>
      change('capture', line, {
        set: Object.fromEntries(Object.keys(facts).map((fact) => [fact, line[fact as keyof LineFacts] ?? null])),
      }),
    ),
  );

/** The facts that make a line one of `kind`: a category belongs to barriers alone. */
export const kindFacts = (kind: Kind, category?: BarrierCategory | null): LineFacts => ({
  kind,
  category: kind === 'barrier' ? (category ?? null) : null,
});

export const deleteLines = (lines: readonly Pick<Line, 'id' | 'scope'>[], deleted = true): Outcome =>
  write(lines.map((line) => change('capture', line, { deleted })));

/** Where a line goes so that it stands at `index` (from 0, counted without it) of `lines`. */
export function orderAt(lines: readonly Line[], line: Line, index: number): string {
  const others = lines.filter(({ id }) => id !== line.id);
  return orderBetween(others[index - 1], others[index]);
}

/** The facts that put lines at the end of another place, in their order. */
export async function moveTo(place: LinePlace, lines: readonly Line[]): Outcome {
  const orders = ordersAfter(await linesOf(place), lines.length);
  return write(
    lines.map((line, at) =>
      change('capture', line, {
        set: { groupId: place.groupId ?? null, blockId: place.blockId ?? null, order: orders[at] },
      }),
    ),
  );
}

/** Brings moved lines back to where they were. */
export const moveBack = (lines: readonly Line[]): Outcome =>
  restoreFacts(lines, { groupId: null, blockId: null, order: null });
