import { describe, expect, it } from 'vitest';
import { type Marker, markerKey, markStore, readFate, remark, storeFate } from '#storage/store-marker.ts';

const shelf = (marker?: string): Marker & { readonly held: Map<string, string> } => {
  const held = new Map(marker === undefined ? [] : [[markerKey, marker]]);
  return { held, getItem: (key) => held.get(key) ?? null, setItem: (key, value) => void held.set(key, value) };
};

const first = 1_800_000_000_000;
const later = first + 86_400_000;

describe('a store and its marker', () => {
  it('is the first where there is no marker, or none that can be read', () => {
    for (const marker of [null, '', 'yes', '-5', '1.5', '9'.repeat(16)]) {
      expect(storeFate(marker, first)).toEqual({ type: 'store/first' });
    }
  });

  it('is the same one as long as both say the same', () => {
    expect(storeFate(String(first), first)).toEqual({ type: 'store/same' });
  });

  it('has another before it that vanished, even where the clock was set back since', () => {
    expect(storeFate(String(first), later)).toEqual({ type: 'store/vanished', firstOpenedAt: first });
    expect(storeFate(String(later), first)).toEqual({ type: 'store/vanished', firstOpenedAt: later });
  });
});

describe('opening a store', () => {
  it('marks the first one, once', () => {
    const marker = shelf();
    expect(markStore(marker, first).type).toBe('store/first');
    expect(markStore(marker, first).type).toBe('store/same');
    expect(marker.held.get(markerKey)).toBe(String(first));
  });

  it('goes on telling of a store that vanished until a person has read it', () => {
    const marker = shelf(String(first));
    expect(markStore(marker, later).type).toBe('store/vanished');
    expect(markStore(marker, later).type).toBe('store/vanished');
    remark(marker, later);
    expect(readFate(marker, later)).toEqual({ type: 'store/same' });
  });

  it('goes on without a marker where the browser forbids or refuses one', () => {
    const refusing: Marker = {
      getItem: () => {
        throw new DOMException('', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('', 'QuotaExceededError');
      },
    };
    expect(markStore(refusing, first)).toEqual({ type: 'store/first' });
    expect(markStore(undefined, first)).toEqual({ type: 'store/first' });
  });
});
