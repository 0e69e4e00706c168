/** Deliberate faults. A simulation that does not find them would not find others either. */
import { describe, expect, it } from 'vitest';
import { seedOfRun } from '#tests/support/seeded.ts';
import { contextFromRow, headAsCursor, marksClearedEarly, skippedNumber } from '#tests/support/simulation/mutant.ts';
import { catchMutant } from '#tests/support/simulation/schedules.ts';

describe('within 200 schedules the simulation catches', () => {
  it.each([
    ['a journal whose pages end at its head', headAsCursor, /cursor|Divergence|quiet|False receipt|lost/],
    ['a journal that passes over a number', skippedNumber, /cursor|Divergence|False receipt|lost|quiet/],
    ['an engine that clears marks by what was sent', marksClearedEarly, /False receipt/],
    ['an editor that takes its context from the row', contextFromRow, /A text is lost/],
  ])(
    '%s',
    async (name, mutant, failure) => {
      const caught = await catchMutant(seedOfRun(), 200, mutant);
      console.info(`${name}: caught by schedule ${caught?.schedules}, seed ${caught?.seed}: ${caught?.failure}`);
      expect(caught?.failure).toMatch(failure);
    },
    600_000,
  );
});
