import { describe, expect, it } from 'vitest';
import { admission, comeBackFromMs, comeBackWithinMs, full, longestTurnMs } from '#server/admission.ts';

/** Work that ends when it is told to. */
function task() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { work: () => ended.then(() => 'done' as const), end };
}
/** Lets the event loop go round some times. */
async function soon(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('admission', () => {
  it('works on some, lets some wait, and has no room for more', async () => {
    const gate = admission(10);
    const tasks = Array.from({ length: 11 }, task);
    const ends = tasks.map(({ work }) => gate.inTurn(work));
    await soon();
    expect([gate.working, gate.waiting]).toEqual([8, 2]);
    expect(await ends[10]).toBe(full);
    expect(gate.enter()).toBeUndefined();
    for (const { end } of tasks) end();
    expect(await Promise.all(ends)).toEqual([...Array.from({ length: 10 }, () => 'done'), full]);
    expect([gate.working, gate.waiting]).toEqual([0, 0]);
    expect(gate.enter()).toBeDefined();
  });

  it('takes turns in the order of coming', async () => {
    const gate = admission(64);
    const order: number[] = [];
    await Promise.all(Array.from({ length: 9 }, (_, at) => gate.inTurn(async () => void order.push(at))));
    expect(order).toEqual(Array.from({ length: 9 }, (_, at) => at));
  });

  it('gives other work its time between two turns', async () => {
    const gate = admission(64);
    let others = 0;
    const tick = setInterval(() => (others += 1), 1);
    await Promise.all(
      Array.from({ length: 40 }, () =>
        gate.inTurn(async () => {
          const until = performance.now() + 3;
          while (performance.now() < until);
        }),
      ),
    );
    clearInterval(tick);
    // Eight at a time: without a pause between them the forty would leave no time at all.
    expect(others).toBeGreaterThanOrEqual(3);
  });

  it('goes on after work that failed', async () => {
    const gate = admission(1);
    await expect(gate.inTurn(() => Promise.reject(new Error('disk')))).rejects.toThrow('disk');
    expect(await gate.inTurn(async () => 'done')).toBe('done');
  });

  it('bounds what is on its way in, and counts each out once', () => {
    const gate = admission(64);
    const entered = Array.from({ length: 500 }, () => gate.enter());
    expect(gate.enter()).toBeUndefined();
    entered[0]?.leave();
    entered[0]?.leave();
    expect(gate.enter()).toBeDefined();
    expect(gate.enter()).toBeUndefined();
  });

  it('sees a herd whose work does not give way, as SQLite does not', async () => {
    const gate = admission(10);
    let done = 0;
    const request = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return gate.inTurn(async () => (done += 1));
    };
    const answers = await Promise.all(Array.from({ length: 60 }, request));
    expect(answers.filter((answer) => answer === full)).toHaveLength(50);
    expect(done).toBe(10);
  });

  it('lets nobody in who would wait for long at the pace at which it works', async () => {
    const clock = { now: 0 };
    const gate = admission(1000, () => clock.now);
    const pace = 40;
    for (let seen = 0; seen < 100; seen += 1) await gate.inTurn(async () => void (clock.now += pace));
    const held = Array.from({ length: 30 }, task);
    const ends = held.map(({ work }) => gate.inTurn(work));
    const inside = gate.working + gate.waiting;
    expect(inside * pace).toBeGreaterThanOrEqual(longestTurnMs);
    expect(inside * pace).toBeLessThanOrEqual(longestTurnMs + 2 * pace);
    for (const { end } of held) end();
    await Promise.all(ends);
  });

  it('does not take idle hours for its pace', async () => {
    const clock = { now: 0 };
    const gate = admission(64, () => clock.now);
    for (let seen = 0; seen < 20; seen += 1) {
      clock.now += 3_600_000;
      await gate.inTurn(async () => void (clock.now += 10));
    }
    expect(gate.comeBackMs(0)).toBeLessThan(comeBackFromMs + 100);
  });

  describe('when those who were turned away come back', () => {
    const paced = async (pace: number) => {
      const clock = { now: 0 };
      const gate = admission(64, () => clock.now);
      for (let seen = 0; seen < 100; seen += 1) await gate.inTurn(async () => void (clock.now += pace));
      return { clock, gate };
    };

    it('each has a turn of their own, spread over the time in which they will be served', async () => {
      const { gate } = await paced(20);
      const waits = Array.from({ length: 1000 }, () => gate.comeBackMs(0.5));
      expect(new Set(waits).size).toBe(1000);
      expect(waits).toEqual([...waits].sort((a, b) => a - b));
      expect(waits[0]).toBeGreaterThanOrEqual(comeBackFromMs);
      const spread = (waits[999] ?? 0) - (waits[0] ?? 0);
      // A little closer together than the pace, so that the server is never idle.
      expect(spread / (1000 * 20)).toBeGreaterThan(0.6);
      expect(spread / (1000 * 20)).toBeLessThan(1);
    });

    it('a turn that was given is not given again a moment later', async () => {
      const { clock, gate } = await paced(20);
      const first = Array.from({ length: 500 }, () => clock.now + gate.comeBackMs(0));
      clock.now += 3_000;
      const then = Array.from({ length: 500 }, () => clock.now + gate.comeBackMs(0));
      expect(Math.min(...then)).toBeGreaterThan(Math.max(...first));
      clock.now += 3_600_000;
      expect(gate.comeBackMs(0)).toBeLessThan(comeBackFromMs + 100);
    });

    it('nobody has to wait for longer than two minutes, however many there are', async () => {
      const { gate } = await paced(100);
      const waits = Array.from({ length: 5000 }, (_, at) => gate.comeBackMs((at % 100) / 100));
      expect(Math.max(...waits)).toBeLessThanOrEqual(comeBackWithinMs);
      expect(Math.min(...waits.slice(2000))).toBeGreaterThanOrEqual(comeBackWithinMs / 2);
      expect(new Set(waits.slice(2000)).size).toBeGreaterThan(50);
    });
  });
});
