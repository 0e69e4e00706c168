/** The merge itself, broken: apart, because every module that merges gets the broken one. */
import { describe, expect, it, vi } from 'vitest';
import type { Cell, RecordState } from '#replication/cell.ts';
import type * as Merge from '#replication/merge.ts';
import { seedOfRun } from '#tests/support/seeded.ts';
import { catchMutant } from '#tests/support/simulation/schedules.ts';

const broken = vi.hoisted(() => ({ how: 'newest-text' as 'newest-text' | 'last-comer' }));

vi.mock('#replication/merge.ts', async (original) => {
  const real = await original<typeof Merge>();
  const mergeCells = (a: Cell, b: Cell): Cell => {
    const merged = real.mergeCells(a, b);
    // Of two texts the newer one is kept, as if the other had been seen.
    if (broken.how === 'newest-text' && merged.kind === 'text') return { ...merged, values: merged.values.slice(-1) };
    // What comes later wins, whatever its stamp.
    return broken.how === 'last-comer' && merged.kind === 'last' ? b : merged;
  };
  const mergeRecords = (a: RecordState, b: RecordState): RecordState => {
    const merged = real.mergeRecords(a, b);
    const cells = Object.entries(merged.cells).map(([field, cell]) => {
      const [ours, theirs] = [a.cells[field], b.cells[field]];
      return [field, ours && theirs ? mergeCells(ours, theirs) : cell] as const;
    });
    return { ...merged, cells: Object.fromEntries(cells) };
  };
  const mergeInto = (stored: RecordState | undefined, delta: RecordState) =>
    stored ? mergeRecords(stored, delta) : delta;
  return { ...real, mergeCells, mergeRecords, mergeInto };
});

describe('within 200 schedules the simulation catches a merge that', () => {
  it.each([
    ['keeps the newest text alone', 'newest-text', /A text is lost|cursor/],
    [
      'keeps what came last',
      'last-comer',
      /Divergence|An earlier value|False receipt|cursor|last value|A replay|quiet/,
    ],
  ] as const)(
    '%s',
    async (name, how, failure) => {
      broken.how = how;
      const caught = await catchMutant(seedOfRun(), 200, {});
      console.info(`${name}: caught by schedule ${caught?.schedules}, seed ${caught?.seed}: ${caught?.failure}`);
      expect(caught?.failure).toMatch(failure);
    },
    600_000,
  );
});
