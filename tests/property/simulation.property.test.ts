/**
 * Devices, a server and all that befalls them, in one seeded world after another. BARAZA_SEED=… replays from the seed
 * that was printed; a failure names its own.
 */
import { expect, it } from 'vitest';
import { seedOfRun, timesOfRun } from '#tests/support/seeded.ts';
import { runSchedules } from '#tests/support/simulation/schedules.ts';

it('whatever befalls devices and server, all end equal and nothing that was saved is lost', async () => {
  const schedules = 50 * timesOfRun();
  const ran = await runSchedules(seedOfRun(), schedules);
  // A world in which nothing happens would hold as well.
  expect(ran.writings).toBeGreaterThan(10 * schedules);
  expect(ran.requests).toBeGreaterThan(10 * schedules);
}, 600_000);
