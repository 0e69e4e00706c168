/** How many came of how many wanted. Rules QU1-QU5 in RULES.md. */
import { foldedWords } from '#domain/name-key.ts';
import { type Side, sides } from '#domain/nouns/vocabulary.ts';

export interface Wanted {
  readonly id: string;
  /** A field of a registration or of its person, e.g. `side`. */
  readonly field?: string | null | undefined;
  readonly value?: string | null | undefined;
  readonly target?: number | null | undefined;
}

/** One registration with its person, who may not be on this tablet yet. */
export interface Counted {
  readonly personId: string;
  readonly registration: object;
  readonly person?: object | undefined;
}

export interface QuotaFill<Q extends Wanted> {
  readonly quota: Q;
  readonly target: number;
  readonly registered: number;
  /** Of those registered, the ones present at least once. */
  readonly present: number;
  /** How many more than wanted; they are counted, shown and never refused. */
  readonly over: number;
}

/** Fills quotas from those registered and not withdrawn; `presentIds` are the people present at least once. */
export const quotaFills = <Q extends Wanted>(
  quotas: readonly Q[],
  registered: readonly Counted[],
  presentIds: ReadonlySet<string>,
): QuotaFill<Q>[] =>
  quotas.map((quota) => {
    const counted = registered.filter((one) => meets(quota, one));
    const target = quota.target ?? 0;
    return {
      quota,
      target,
      registered: counted.length,
      present: counted.filter(({ personId }) => presentIds.has(personId)).length,
      over: target > 0 ? Math.max(0, counted.length - target) : 0,
    };
  });

/** Whether a registration counts for a quota. A quota without a field or a value counts nobody. */
export function meets({ field, value }: Wanted, { registration, person }: Counted): boolean {
  if (!field || !value) return false;
  const held = own(registration, field) ?? own(person, field);
  return held !== undefined && folded(held) === folded(value);
}

export interface SideCount {
  readonly side: Side | undefined;
  readonly registered: number;
  readonly present: number;
}

/** Those registered by side, in the order of the sides, and last those of whom no side was said, where there are any. */
export function countBySide(registered: readonly Counted[], presentIds: ReadonlySet<string>): SideCount[] {
  const count = (side: Side | undefined): SideCount => {
    const counted = registered.filter((one) => sideOf(one) === side);
    return {
      side,
      registered: counted.length,
      present: counted.filter(({ personId }) => presentIds.has(personId)).length,
    };
  };
  const unsaid = count(undefined);
  return [...sides.map(count), ...(unsaid.registered > 0 ? [unsaid] : [])];
}

/** The side a person takes in the session; where the registration has none, the person's own. */
export function sideOf({ registration, person }: Pick<Counted, 'registration' | 'person'>): Side | undefined {
  const side = own(registration, 'side') ?? own(person, 'side');
  return sides.find((known) => known === side);
}

const own = (record: object | undefined, field: string): string | undefined => {
  const value: unknown =
    record && Object.hasOwn(record, field) ? (record as Record<string, unknown>)[field] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const folded = (text: string): string => foldedWords(text).join(' ');
