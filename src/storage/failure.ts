/** What can go wrong with the disk, as values a screen can explain. */
export type StorageFailure =
  | { readonly type: 'storage/full' }
  /** A newer version of the app has the database: this tab must be reloaded before it can write. */
  | { readonly type: 'storage/newer-version' }
  /** The browser lost its connection to the disk (iPads do, on waking): only a reload brings it back. */
  | { readonly type: 'storage/lost' }
  | { readonly type: 'storage/unknown'; readonly name: string };

/** Quota errors arrive as AbortError with an inner QuotaExceededError. */
export function failureOf(error: unknown): StorageFailure {
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return { type: 'storage/full' };
  if (names.includes('VersionError')) return { type: 'storage/newer-version' };
  if (names.includes('DatabaseClosedError')) {
    return names.includes('UnknownError') ? { type: 'storage/lost' } : { type: 'storage/newer-version' };
  }
  if (names.includes('UnknownError') || names.includes('InvalidStateError')) return { type: 'storage/lost' };
  return { type: 'storage/unknown', name: names[0] ?? String(error) };
}

/** The names of an error and of what is inside it. */
export function namesOf(error: unknown): string[] {
  const names: string[] = [];
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 4; depth += 1) {
    if ('name' in at) names.push(String(at.name));
    at = 'inner' in at ? at.inner : 'failures' in at ? (at.failures as readonly unknown[])[0] : undefined;
  }
  return names;
}
