/** What actions and commitments still lack when a day is closed. */
import { capturesOfKind } from '#storage/queries/captures-of-kind.ts';
import type { Entity } from '#storage/row.ts';

/** How many of those not done nobody is named for, and how many have no date. */
export async function actionsLacking({ scope }: Pick<Entity<'session'>, 'scope'>) {
  const lines = (await Promise.all((['action', 'commitment'] as const).map((kind) => capturesOfKind(scope, kind))))
    .flat()
    .filter(({ status }) => status !== 'done');
  return {
    owner: lines.filter(({ owner }) => !owner?.trim()).length,
    due: lines.filter(({ dueOn }) => !dueOn).length,
  };
}
