import { describe, expect, it } from 'vitest';
import { dueCount, isTrouble, serverWords } from '#features/device/server-words.ts';
import { device as en } from '#language/en/device.ts';
import type { SyncState } from '#sync/status.ts';
import { joinedServer, statusWith } from './status.ts';

const states: readonly SyncState[] = [
  'starting',
  'away',
  'sending',
  'up-to-date',
  'refused-device',
  'not-our-server',
  'update-app',
];

describe('how it stands with the server', () => {
  it('has words of its own for every state', () => {
    const words = states.map((state) => serverWords(statusWith({ state })));
    expect(new Set(words).size).toBe(states.length);
    const { state: calm, short } = en.server;
    for (const one of words) {
      if (one === 'noServer') throw new Error('A joined server has no words.');
      expect(short[one]).toBeTypeOf('string');
      if (isTrouble(one)) expect(Object.keys(en.server[one])).toEqual(['happened', 'safe', 'advice']);
      else expect(calm[one]).toBeTypeOf('string');
    }
  });

  it('says that there is no server only when that is known', () => {
    expect(serverWords(statusWith({ server: null, state: 'no-server' }))).toBe('noServer');
    expect(serverWords(statusWith({ server: null, state: 'starting', counted: false }))).toBe('starting');
  });

  it('goes on saying that the tablet was turned away after the app was started anew', () => {
    const server = { ...joinedServer, revokedAt: 1_800_000_000_000 };
    expect(serverWords(statusWith({ server, state: 'starting' }))).toBe('refusedDevice');
  });

  it('says of a tablet whose time is over that somebody may let it stay', () => {
    const turnedAway = { because: 'expired', at: 1_800_000_000_000, ask: [] } as const;
    expect(serverWords(statusWith({ server: { ...joinedServer, turnedAway } }))).toBe('timeOver');
    expect(en.server.short.timeOver).toBeTypeOf('string');
  });

  it('does not say that everything is there while something may still go', () => {
    expect(serverWords(statusWith({ pendingCount: 3 }))).toBe('waiting');
    // What waits for a word of a person, or for membership, is not on its way.
    const held = statusWith({ pendingCount: 3, earlierCount: 2, forbiddenCount: 1 });
    expect(serverWords(held)).toBe('upToDate');
    expect(dueCount(held)).toBe(0);
  });
});
