import { describe, expect, it } from 'vitest';
import { admission, comeBackFromMs, comeBackMs, comeBackWithinMs, full } from '#server/admission.ts';

/** Work that ends when it is told to. */
function task() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { work: () => ended.then(() => 'done' as const), end };
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

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
    await Promise.all(Array.from({ length: 30 }, (_, at) => gate.inTurn(async () => void order.push(at))));
    expect(order).toEqual(Array.from({ length: 30 }, (_, at) => at));
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

  it('spreads the return of those it turned away', () => {
    expect([comeBackMs(0), comeBackMs(0.5), comeBackMs(0.9999)]).toEqual([
      comeBackFromMs,
      (comeBackFromMs + comeBackWithinMs) / 2,
      expect.closeTo(comeBackWithinMs, -2),
    ]);
  });
});
