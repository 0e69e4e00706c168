import { describe, expect, it } from 'vitest';
import { elsewhere, frozenAfterMs, holdEvents, type Locks, roundLock } from '#sync/leader.ts';

/** Locks as a browser has them, as far as they are used. */
function testLocks() {
  const held = new Set<string>();
  const options: LockOptions[] = [];
  const locks: Locks = {
    request: async (name, asked, work) => {
      options.push(asked);
      if (held.has(name) && asked.steal !== true) {
        if (asked.ifAvailable === true) return work(null);
        return new Promise((_, reject) => {
          asked.signal?.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')));
        });
      }
      held.add(name);
      return work({ name }).finally(() => held.delete(name));
    },
  };
  return { locks, held, options };
}

describe('the lock of a round', () => {
  it('is held for the round alone', async () => {
    const { locks, held } = testLocks();
    const lock = roundLock(locks, () => 0);
    expect(await lock(async () => held.has('baraza-sync'))).toBe(true);
    expect(held.size).toBe(0);
  });

  it('leaves the round to the tab that is at it', async () => {
    const { locks, held } = testLocks();
    held.add('baraza-sync');
    expect(await roundLock(locks, () => 0)(async () => 'mine')).toBe(elsewhere);
  });

  it('is taken from a tab that has been at it for too long', async () => {
    const { locks, held } = testLocks();
    held.add('baraza-sync');
    let now = 0;
    const lock = roundLock(locks, () => now);
    expect(await lock(async () => 'mine')).toBe(elsewhere);
    now = frozenAfterMs;
    expect(await lock(async () => 'mine')).toBe(elsewhere);
    now += 1;
    expect(await lock(async () => 'mine')).toBe('mine');
  });

  it('is not needed where the browser has none', async () => {
    expect(await roundLock(undefined, () => 0)(async () => 'mine')).toBe('mine');
  });
});

describe('the event stream', () => {
  it('waits for the tab that has it, and gives up when told', async () => {
    const { locks, held } = testLocks();
    held.add('baraza-events');
    const stop = new AbortController();
    const waiting = holdEvents(locks, stop.signal, () => Promise.reject(new Error('not reached')));
    stop.abort();
    await waiting;
  });

  it('is opened where the browser has no locks', async () => {
    let opened = false;
    await holdEvents(undefined, new AbortController().signal, async () => {
      opened = true;
    });
    expect(opened).toBe(true);
  });
});
