import { describe, expect, it } from 'vitest';
import { choiceKey, rememberChoice, rememberedChoice } from '#features/captures/remembered-choice.ts';

const shelf = (kept?: string) => {
  const held = new Map(kept === undefined ? [] : [[choiceKey, kept]]);
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  };
};

const place = (sessionId: string, groupId: string) =>
  ({ sessionId, groupId, blockId: 'b1' }) as Parameters<typeof rememberedChoice>[0];
const [here, next] = [place('s1', 'g1'), place('s1', 'g2')];

describe('what the next line begins as', () => {
  it('is a note without a side where nobody at this tablet chose anything', () => {
    expect(rememberedChoice(here, shelf())).toEqual({ kind: 'note' });
  });

  it('is what was chosen last in this group, and not in another or in another session', () => {
    const kept = shelf();
    rememberChoice(here, { kind: 'barrier', category: 'policy', side: 'ngo' }, kept);
    expect(rememberedChoice(here, kept)).toEqual({ kind: 'barrier', category: 'policy', side: 'ngo' });
    expect(rememberedChoice(next, kept)).toEqual({ kind: 'note' });
    rememberChoice(next, { kind: 'idea' }, kept);
    expect(rememberedChoice(next, kept)).toEqual({ kind: 'idea' });
    expect(rememberedChoice(here, kept).kind).toBe('barrier');
    rememberChoice(place('s2', 'g9'), { kind: 'lesson' }, kept);
    expect(rememberedChoice(here, kept)).toEqual({ kind: 'note' });
  });

  it.each([
    '{',
    '7',
    '{"sessionId":"s1","places":null}',
    '{"sessionId":"s1","places":{"line:g1":null}}',
    '{"sessionId":"s1","places":{"line:g1":{"kind":"nonsense","side":4}}}',
    '{"sessionId":"s1","places":{"line:g1":{"kind":"note","category":"policy"}}}',
    '{"sessionId":"s1","kind":"barrier"}',
  ])('is a note where what is kept makes no sense: %s', (kept) =>
    expect(rememberedChoice(here, shelf(kept))).toEqual({ kind: 'note' }),
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
    rememberChoice(here, { kind: 'idea' }, full);
    expect(rememberedChoice(here, full)).toEqual({ kind: 'note' });
  });
});
