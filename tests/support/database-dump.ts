/**
 * A database as a file: its stores with their keys and indexes, and every row, in which bytes stand as base64. Read and
 * written below Dexie.
 */

export interface DatabaseDump {
  /** The native version, ten times Dexie's. */
  readonly version: number;
  readonly stores: readonly StoreDump[];
}

interface StoreDump {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly unique: boolean;
    readonly multiEntry: boolean;
  }[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('refused')));
  });

export async function dumpDatabase(name: string): Promise<DatabaseDump> {
  const db = await settled(indexedDB.open(name));
  const stores: StoreDump[] = [];
  for (const store of db.objectStoreNames) {
    const rows = db.transaction(store).objectStore(store);
    stores.push({
      name: store,
      keyPath: rows.keyPath as StoreDump['keyPath'],
      autoIncrement: rows.autoIncrement,
      indexes: [...rows.indexNames].map((index) => {
        const { keyPath, unique, multiEntry } = rows.index(index);
        return { name: index, keyPath: keyPath as string | string[], unique, multiEntry };
      }),
      rows: ((await settled(rows.getAll())) as StoreDump['rows']).map(withoutBytes),
    });
  }
  const { version } = db;
  db.close();
  return { version, stores };
}

const withoutBytes = (row: StoreDump['rows'][number]) =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      field,
      value instanceof ArrayBuffer ? { base64: btoa(String.fromCharCode(...new Uint8Array(value))) } : value,
    ]),
  );

/**
 * Makes the database anew from its file. It stands alone, with nothing from outside, so that a page can be handed
 * it as well.
 */
export async function loadDump({ name, dump }: { readonly name: string; readonly dump: DatabaseDump }): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name, dump.version);
    opening.addEventListener('upgradeneeded', () => {
      for (const { name: store, keyPath, autoIncrement, indexes } of dump.stores) {
        const made = opening.result.createObjectStore(store, { keyPath, autoIncrement });
        for (const { name: index, keyPath: path, ...options } of indexes) made.createIndex(index, path, options);
      }
    });
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
  });
  const isBytes = (value: unknown): value is { readonly base64: string } =>
    typeof value === 'object' && value !== null && Object.keys(value).join() === 'base64';
  const withBytes = (row: StoreDump['rows'][number]) =>
    Object.fromEntries(
      Object.entries(row).map(([field, value]) => [
        field,
        isBytes(value) ? Uint8Array.from(atob(value.base64), (byte) => byte.charCodeAt(0)).buffer : value,
      ]),
    );
  const stores = dump.stores.map((store) => store.name);
  await new Promise<void>((resolve, reject) => {
    const writing = db.transaction(stores, 'readwrite');
    for (const { name: store, rows } of dump.stores)
      for (const row of rows) writing.objectStore(store).put(withBytes(row));
    writing.addEventListener('complete', () => resolve());
    writing.addEventListener('abort', () => reject(writing.error ?? new Error('not written')));
  });
  db.close();
}
