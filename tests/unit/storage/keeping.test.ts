import { describe, expect, it } from 'vitest';
import { askToKeep, readKeeping, readRoom } from '#storage/keeping.ts';

const manager = (before: boolean, answer: boolean) => {
  const asked: string[] = [];
  return {
    asked,
    persisted: () => Promise.resolve(before),
    persist: () => {
      asked.push('persist');
      return Promise.resolve(answer);
    },
  };
};

describe('asking the browser to keep the data', () => {
  it('asks nobody who has promised already', async () => {
    const kept = manager(true, false);
    expect(await askToKeep(kept)).toBe('kept');
    expect(kept.asked).toEqual([]);
  });

  it('says what the browser answered', async () => {
    expect(await askToKeep(manager(false, true))).toBe('kept');
    expect(await askToKeep(manager(false, false))).toBe('may-be-deleted');
  });

  it('says that it does not know where the browser has no such thing, or fails', async () => {
    expect(await readKeeping({})).toBe('not-said');
    expect(await askToKeep({ persisted: () => Promise.reject(new TypeError('opaque origin')) })).toBe('not-said');
  });
});

describe('the room there is', () => {
  it('is what the quota leaves, and never below nothing', async () => {
    expect(await readRoom({ estimate: () => Promise.resolve({ usage: 30, quota: 100 }) })).toEqual({
      usedBytes: 30,
      freeBytes: 70,
    });
    expect((await readRoom({ estimate: () => Promise.resolve({ usage: 130, quota: 100 }) }))?.freeBytes).toBe(0);
  });

  it('is not said where the browser does not', async () => {
    expect(await readRoom({})).toBeUndefined();
    expect(await readRoom({ estimate: () => Promise.reject(new TypeError('no')) })).toBeUndefined();
    expect(await readRoom({ estimate: () => Promise.resolve({}) })).toBeUndefined();
  });
});
