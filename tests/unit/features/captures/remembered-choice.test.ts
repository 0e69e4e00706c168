import { describe, expect, it } from 'vitest';
import { choiceKey, rememberChoice, rememberedChoice } from '#features/captures/remembered-choice.ts';

const shelf = (kept?: string) => {
  const held = new Map(kept === undefined ? [] : [[choiceKey, kept]]);
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  };
};

describe('what the next line begins as', () => {
  it('is a note without a side where nobody at this tablet chose anything', () => {
    expect(rememberedChoice('s1', shelf())).toEqual({ kind: 'note' });
  });

  it('is what was chosen last in this session, and not in another', () => {
    const here = shelf();
    rememberChoice('s1', { kind: 'barrier', category: 'policy', side: 'ngo' }, here);
    expect(rememberedChoice('s1', here)).toEqual({ kind: 'barrier', category: 'policy', side: 'ngo' });
    expect(rememberedChoice('s2', here)).toEqual({ kind: 'note' });
    rememberChoice('s1', { kind: 'idea' }, here);
    expect(rememberedChoice('s1', here)).toEqual({ kind: 'idea' });
  });

  it.each([
    '{',
    '7',
    '{"sessionId":"s1","kind":"nonsense","side":4}',
    '{"sessionId":"s1","kind":"note","category":"policy"}',
  ])('is a note where what is kept makes no sense: %s', (kept) =>
    expect(rememberedChoice('s1', shelf(kept))).toEqual({ kind: 'note' }),
  );

  it('is a note where the browser keeps nothing', () => {
    const full = {
      getItem: () => {
        throw new Error('forbidden');
      },
      setItem: () => {
        throw new Error('full');
      },
    };
    rememberChoice('s1', { kind: 'idea' }, full);
    expect(rememberedChoice('s1', full)).toEqual({ kind: 'note' });
  });
});
