/**
 * The simulated world of tests/support/simulation, a thousand times. BARAZA_SCHEDULES=… is how often, BARAZA_SEED=…
 * where to begin: the seed of a failure, with BARAZA_SCHEDULES=1, replays it.
 */
import { expect, it } from 'vitest';
import { seedOfRun } from '#tests/support/seeded.ts';
import { runSchedules } from '#tests/support/simulation/schedules.ts';

const schedules = Number(process.env.BARAZA_SCHEDULES ?? 1000);

it(`${schedules} schedules end without a divergence, a lost text or a false receipt`, async () => {
  const ran = await runSchedules(seedOfRun(), schedules);
  console.info(`${ran.requests} requests, ${ran.writings} writings`);
  expect(ran.writings).toBeGreaterThan(schedules);
}, 3_600_000);
