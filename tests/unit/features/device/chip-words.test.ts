import { describe, expect, it } from 'vitest';
import { chipWords } from '#features/device/chip-words.ts';
import { statusWith } from './status.ts';

describe('the chip in the header', () => {
  it('says nothing before the marks were read', () => {
    expect(chipWords(statusWith({ counted: false, pendingCount: 3 }))).toBeUndefined();
  });

  it('says nothing on a tablet without a server that nobody has written on', () => {
    expect(chipWords(statusWith({ server: null, state: 'no-server' }))).toBeUndefined();
  });

  it('says how many are on this tablet, calmly, where there is no server', () => {
    expect(chipWords(statusWith({ server: null, state: 'no-server', pendingCount: 12 }))).toEqual({
      words: 'countOnTablet',
      count: 12,
      tone: 'tablet',
    });
  });

  it('says that all is safe only with a server that has confirmed everything', () => {
    expect(chipWords(statusWith())).toEqual({ words: 'allSafe', tone: 'server' });
    expect(chipWords(statusWith({ pendingCount: 1 }))).toMatchObject({ words: 'countOnTablet', count: 1 });
  });

  it('never says of an example that it is safe on a server', () => {
    expect(chipWords(statusWith(), true)).toEqual({ words: 'onTablet', tone: 'tablet' });
    expect(chipWords(statusWith({ refusedCount: 1 }), true)).toMatchObject({ words: 'countNeedLook', count: 1 });
  });

  it('puts what needs a look before what is on its way', () => {
    expect(chipWords(statusWith({ refusedCount: 2, pendingCount: 5 }))).toEqual({
      words: 'countNeedLook',
      count: 2,
      tone: 'look',
    });
  });

  it.each(['refused-device', 'update-app'] as const)('sets off what will not go by itself: %s', (state) => {
    expect(chipWords(statusWith({ state, pendingCount: 4 }))).toMatchObject({ count: 4, tone: 'look' });
  });

  it('does not say that all is safe where the server lets this tablet in no more', () => {
    const out = { because: 'revoked', ask: [], at: 1 } as const;
    const { server } = statusWith();
    expect(chipWords(statusWith({ server: server && { ...server, turnedAway: out } }))).toEqual({
      words: 'notLetIn',
      tone: 'look',
    });
    expect(chipWords(statusWith({ server: server && { ...server, revokedAt: 1 }, pendingCount: 2 }))).toMatchObject({
      count: 2,
      tone: 'look',
    });
  });

  it.each(['away', 'not-our-server', 'sending'] as const)('stays calm while the server is only away: %s', (state) => {
    expect(chipWords(statusWith({ state, pendingCount: 4 }))).toMatchObject({ count: 4, tone: 'tablet' });
  });
});
