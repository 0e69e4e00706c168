/** Property tests print their seed; BARAZA_SEED replays one and BARAZA_RUNS multiplies the runs. */
import fc from 'fast-check';

const seed = process.env.BARAZA_SEED === undefined ? undefined : Number(process.env.BARAZA_SEED);

/** Runs a property `runs` times, times BARAZA_RUNS. Fails with the seed and the smallest counter-example. */
export async function check<T>(
  arbitrary: fc.Arbitrary<T>,
  holds: (value: T) => void | Promise<void>,
  runs = 300,
): Promise<void> {
  const used = seed ?? Math.floor(Date.now() % 2 ** 31);
  console.info(`seed ${used}`);
  await fc.assert(
    fc.asyncProperty(arbitrary, async (value) => {
      await holds(value);
    }),
    {
      seed: used,
      numRuns: runs * Number(process.env.BARAZA_RUNS ?? 1),
    },
  );
}
