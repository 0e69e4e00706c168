/** What a tablet's database holds, read in a page beside the app. */
import type { Page } from '@playwright/test';

export interface TabletStore {
  readonly captures: readonly { readonly id: string; readonly text: string }[];
  readonly photos: number;
  /** Records with something that the server has not confirmed. */
  readonly pending: number;
  readonly quarantined: number;
}

/** Of any page of the app's address, where the app itself need not run. */
export const tabletStore = (page: Page): Promise<TabletStore> => page.evaluate(readStore);

/** Runs in the page, alone. */
async function readStore(): Promise<TabletStore> {
  const none: TabletStore = { captures: [], photos: 0, pending: 0, quarantined: 0 };
  if (!(await indexedDB.databases()).some(({ name }) => name === 'baraza')) return none;
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('baraza');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
  });
  const read = async <T>(store: string, ask: (of: IDBObjectStore) => IDBRequest): Promise<T | undefined> =>
    db.objectStoreNames.contains(store)
      ? new Promise((resolve) => {
          const asked = ask(db.transaction(store).objectStore(store));
          asked.addEventListener('success', () => resolve(asked.result as T));
        })
      : undefined;
  const count = async (store: string) => (await read<number>(store, (of) => of.count())) ?? 0;
  const rows = await read<{ id: string; v: { text?: string } }[]>('capture', (of) => of.getAll());
  const store = {
    captures: (rows ?? []).map(({ id, v }) => ({ id, text: v.text ?? '' })),
    photos: await count('photo'),
    pending: await count('pending'),
    quarantined: await count('quarantine'),
  };
  db.close();
  return store;
}
