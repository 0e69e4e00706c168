/** The places of a session where lines are written: its blocks and groups, in the order of the agenda. */
import { inAgendaOrder, inGroupOrder } from '#domain/capture-ref.ts';
import type { Id } from '#domain/id.ts';
import type { Values } from '#domain/registry.ts';
import type { Scope } from '#domain/scope.ts';
import { record, recordsIn } from '#storage/queries/records.ts';
import type { Entity } from '#storage/row.ts';

export interface SessionPlaces {
  readonly blocks: readonly Entity<'block'>[];
  readonly groups: readonly Entity<'group'>[];
}

export async function placesIn(scope: Scope): Promise<SessionPlaces> {
  const [blocks, groups] = await Promise.all([recordsIn('block', scope), recordsIn('group', scope)]);
  return { blocks: inAgendaOrder(blocks), groups: inGroupOrder(groups, blocks) };
}

/** What the session's programme calls the sides; null where it says nothing of its own. */
export async function sideLabelsOf(
  sessionId: Id<'session'>,
): Promise<NonNullable<Values<'programme'>['sideLabels']> | null> {
  const session = await record('session', sessionId);
  const programme = session?.programmeId ? await record('programme', session.programmeId) : null;
  return programme?.sideLabels ?? null;
}
