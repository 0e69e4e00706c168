/** Places in a list, as fractional indexes: a record moves by one write of its own. */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

interface Placed {
  readonly order?: string | null;
}

/** The place between two neighbours; undefined stands for the end of the list on that side. */
export function orderBetween(before: Placed | undefined, after: Placed | undefined): string {
  const [a, b] = [before?.order ?? null, after?.order ?? null];
  // Neighbours that two tablets put in one place: step behind both, the id breaks the tie.
  return generateKeyBetween(a, a !== null && b !== null && a >= b ? null : b);
}

/** `count` places after the last of a list that is in order. */
export const ordersAfter = (list: readonly Placed[], count: number): string[] =>
  generateNKeysBetween(list.at(-1)?.order ?? null, null, count);
