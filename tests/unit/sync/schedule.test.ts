import { describe, expect, it } from 'vitest';
import type { RoundsEnd } from '#sync/engine.ts';
import { syncSchedule } from '#sync/schedule.ts';
import { manualTime } from '#tests/support/manual-time.ts';

const done: RoundsEnd = { type: 'rounds/done', more: false };
const away: RoundsEnd = { type: 'transport/away' };

/** A schedule whose rounds end as told, with the moments at which they began, in milliseconds from the start. */
function scheduled(...ends: (RoundsEnd | Error | Promise<RoundsEnd>)[]) {
  const time = manualTime();
  const start = time.now();
  const rounds: number[] = [];
  const heard: string[] = [];
  const schedule = syncSchedule({
    exchange: async () => {
      rounds.push(time.now() - start);
      const end = ends.length > 1 ? ends.shift() : ends[0];
      if (end instanceof Error) throw end;
      return (await end) ?? done;
    },
    now: time.now,
    random: () => 1,
    after: time.after,
    onEnd: ({ type }) => heard.push(type),
  });
  return { time, schedule, rounds, heard };
}

describe('the schedule', () => {
  it('asks at the start, and then by its timer without any trigger', async () => {
    const { time, schedule, rounds } = scheduled(done);
    schedule.poke('start');
    await time.pass(150_000);
    expect(rounds).toEqual([0, 72_000, 144_000]);
  });

  it('asks within half a minute even where no trigger ever came', async () => {
    const { time, rounds } = scheduled(done);
    await time.pass(30_000);
    expect(rounds).toEqual([30_000]);
  });

  it('asks soon after something was written, once for many', async () => {
    const { time, schedule, rounds } = scheduled(done);
    schedule.poke('start');
    await time.pass(1000);
    for (let key = 0; key < 5; key += 1) {
      schedule.poke('commit');
      await time.pass(50);
    }
    await time.pass(1000);
    expect(rounds).toEqual([0, 1300]);
  });

  it('waits longer after each failure, up to five minutes, and begins anew when it went well', async () => {
    const { time, schedule, rounds } = scheduled(away, away, away, done);
    schedule.poke('start');
    await time.pass(10_000);
    expect(rounds).toEqual([0, 1000, 3000, 7000]);
    await time.pass(72_000);
    expect(rounds.at(-1)).toBe(79_000);
  });

  it('begins anew when the network seems to be back or a person asks', async () => {
    const { time, schedule, rounds } = scheduled(away);
    schedule.poke('start');
    await time.pass(100_000);
    const before = rounds.length;
    schedule.poke('online');
    await time.pass(3000);
    expect(rounds.slice(before)).toEqual([100_000, 101_000, 103_000]);
  });

  it('does not ask at every key while the server is away', async () => {
    const { time, schedule, rounds } = scheduled(away);
    schedule.poke('start');
    await time.pass(200_000);
    const before = rounds.length;
    for (let key = 0; key < 60; key += 1) {
      schedule.poke('commit');
      await time.pass(500);
    }
    expect(rounds.length - before).toBeLessThanOrEqual(2);
    expect(rounds.length - before).toBeGreaterThan(0);
  });

  it('asks again at once for what was written while a round was on its way', async () => {
    let finish: (end: RoundsEnd) => void = () => undefined;
    const first = new Promise<RoundsEnd>((resolve) => (finish = resolve));
    const { time, schedule, rounds } = scheduled(first, done);
    schedule.poke('start');
    await time.pass(500);
    schedule.poke('commit');
    await time.pass(1000);
    expect(rounds).toEqual([0]);
    finish(done);
    await time.pass(400);
    expect(rounds).toEqual([0, 1800]);
  });

  it('goes on at once where one sitting was not enough', async () => {
    const { time, schedule, rounds } = scheduled({ type: 'rounds/done', more: true }, done);
    schedule.poke('start');
    await time.pass(10);
    expect(rounds).toEqual([0, 0]);
  });

  it('keeps to what a busy server asks for', async () => {
    const { time, schedule, rounds } = scheduled({ type: 'transport/busy', retryAfterMs: 40_000 }, done);
    schedule.poke('start');
    await time.pass(60_000);
    // And a tenth at most, since a proxy tells all of them the same.
    expect(rounds).toEqual([0, 44_000]);
  });

  it('keeps to it whatever happens on the tablet, unless a person asks', async () => {
    const { time, schedule, rounds } = scheduled({ type: 'transport/busy', retryAfterMs: 90_000 }, done);
    schedule.poke('start');
    await time.pass(1000);
    for (const why of ['commit', 'event', 'visible', 'online', 'start'] as const) schedule.poke(why);
    await time.pass(97_000);
    expect(rounds).toEqual([0]);
    await time.pass(2000);
    expect(rounds).toEqual([0, 99_000]);

    const asked = scheduled({ type: 'transport/busy', retryAfterMs: 90_000 }, done);
    asked.schedule.poke('start');
    await asked.time.pass(1000);
    asked.schedule.poke('person');
    await asked.time.pass(1000);
    expect(asked.rounds).toEqual([0, 1000]);
  });

  it('does not keep to it for years because the clock was set back', async () => {
    const { time, schedule, rounds } = scheduled({ type: 'transport/busy', retryAfterMs: 90_000 }, done);
    schedule.poke('start');
    await time.pass(1000);
    time.set(0);
    schedule.poke('commit');
    await time.pass(16_000);
    expect(rounds.length).toBe(2);
  });

  it('looks in again when another tab was at it', async () => {
    const { time, schedule, rounds } = scheduled({ type: 'rounds/elsewhere' }, done);
    schedule.poke('start');
    await time.pass(2500);
    expect(rounds).toEqual([0, 2000]);
  });

  it('survives a database that fails', async () => {
    const { time, schedule, rounds, heard } = scheduled(new Error('lost'), done);
    schedule.poke('start');
    await time.pass(2000);
    expect(rounds).toEqual([0, 1000]);
    expect(heard).toEqual(['rounds/failed', 'rounds/done']);
  });

  it('is not held up by a round that never ends, nor by a clock set back by years', async () => {
    const { time, schedule, rounds } = scheduled(new Promise<RoundsEnd>(() => undefined), done);
    schedule.poke('start');
    await time.pass(11 * 60_000);
    expect(rounds.length).toBeGreaterThan(1);
    const before = rounds.length;
    time.set(0);
    await time.pass(31_000);
    expect(rounds.length).toBeGreaterThan(before);
  });

  it('stops when told', async () => {
    const { time, schedule, rounds } = scheduled(done);
    schedule.poke('start');
    await time.pass(10);
    schedule.stop();
    schedule.poke('person');
    await time.pass(1_000_000);
    expect(rounds).toEqual([0]);
  });
});
