/**
 * A trace of this tablet's store outside it. A browser that deletes the store leaves nothing in it to tell of that;
 * the marker in localStorage, where it survives, tells a store that vanished from a first visit.
 */
export const markerKey = 'baraza-store';

/** What is used of localStorage. */
export type Marker = Pick<Storage, 'getItem' | 'setItem'>;

export type StoreFate =
  /** Nothing says that there was a store before this one. */
  | { readonly type: 'store/first' }
  | { readonly type: 'store/same' }
  /** Another store was here, first opened then, in milliseconds since 1970. */
  | { readonly type: 'store/vanished'; readonly firstOpenedAt: number };

/** The marker holds when its store was first opened, so a store opened at another time is another store. */
export function storeFate(marker: string | null, firstOpenedAt: number): StoreFate {
  if (marker === null || !/^\d{1,15}$/.test(marker)) return { type: 'store/first' };
  const marked = Number(marker);
  return marked === firstOpenedAt ? { type: 'store/same' } : { type: 'store/vanished', firstOpenedAt: marked };
}

/** Marks a store that has no marker. That of a store that vanished stays until a person has read of it. */
export function markStore(marker: Marker | undefined, firstOpenedAt: number): StoreFate {
  const fate = readFate(marker, firstOpenedAt);
  if (fate.type === 'store/first') remark(marker, firstOpenedAt);
  return fate;
}

/** A person has read that the store before this one is gone. */
export function remark(marker: Marker | undefined, firstOpenedAt: number): void {
  try {
    marker?.setItem(markerKey, String(firstOpenedAt));
  } catch {
    // Full or forbidden: without a marker nothing can be told, and nothing else is wrong.
  }
}

export function readFate(marker: Marker | undefined, firstOpenedAt: number): StoreFate {
  try {
    return storeFate(marker?.getItem(markerKey) ?? null, firstOpenedAt);
  } catch {
    return { type: 'store/first' };
  }
}

/** Absent where the browser forbids it, and in tests without a page. */
export function browserMarker(): Marker | undefined {
  try {
    return (globalThis as { readonly localStorage?: Marker }).localStorage;
  } catch {
    return undefined;
  }
}
