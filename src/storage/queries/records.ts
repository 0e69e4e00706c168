/** Queries that hold for every noun. Deleted and erased records are left out. */
import type { Id } from '#domain/id.ts';
import type { NounName } from '#domain/registry.ts';
import type { Scope } from '#domain/scope.ts';
import { type Entity, entityOf, isShown } from '#storage/row.ts';
import { db } from '#storage/this-device.ts';

/** A record, or null where there is none (so that a live query tells it from not having answered yet). */
export async function record<N extends NounName>(noun: N, id: Id<N>): Promise<Entity<N> | null> {
  const row = await db.nouns()[noun].get(id);
  return row && isShown(row) ? entityOf(noun, row) : null;
}

/** The records of a noun in a scope, by their `order` field where they have one, ties broken by id. */
export async function recordsIn<N extends NounName>(noun: N, scope: Scope): Promise<Entity<N>[]> {
  const rows = await db.inScope(noun, scope).toArray();
  return rows
    .filter(isShown)
    .map((row) => entityOf(noun, row))
    .sort(byOrder);
}

interface Ordered {
  readonly id: string;
  readonly order?: string | null;
}

/** Fractional indexes compare as plain text (code units), never by a language's rules. */
export function byOrder(a: unknown, b: unknown): number {
  const [x, y] = [a as Ordered, b as Ordered];
  const [first, second] = [x.order ?? '', y.order ?? ''];
  return first === second ? (x.id < y.id ? -1 : 1) : first < second ? -1 : 1;
}
