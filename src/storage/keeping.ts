/** Whether the browser may delete what this tablet keeps, how much that is, and asking the browser to keep it. */

export type Keeping =
  | 'kept'
  /** It may, when it runs out of room or after a week without a visit. */
  | 'may-be-deleted'
  /** The browser does not say. */
  | 'not-said';

/** What is used of the browser's StorageManager. Absent on an insecure origin. */
export type Manager = Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>>;

export const browserManager = (): Manager | undefined =>
  (globalThis as { readonly navigator?: { readonly storage?: Manager } }).navigator?.storage;

export const readKeeping = async (manager = browserManager()): Promise<Keeping> => answer(manager?.persisted?.());

/** Some browsers ask the person, others decide by how the app is used. Never rejects. */
export async function askToKeep(manager = browserManager()): Promise<Keeping> {
  const before = await readKeeping(manager);
  return before === 'kept' ? before : answer(manager?.persist?.());
}

async function answer(asked: Promise<boolean> | undefined): Promise<Keeping> {
  try {
    const kept = await asked;
    return kept === undefined ? 'not-said' : kept ? 'kept' : 'may-be-deleted';
  } catch {
    return 'not-said';
  }
}

let asked: Promise<Keeping> | undefined;

/** Asks at the first call of this tab: at a real save, and at each start of a tablet that holds something. */
export const askToKeepOnce = (): Promise<Keeping> => (asked ??= askToKeep());

export interface Room {
  readonly usedBytes: number;
  readonly freeBytes: number;
}

/** As the browser estimates it; undefined where it does not. */
export async function readRoom(manager = browserManager()): Promise<Room | undefined> {
  try {
    const { usage, quota } = (await manager?.estimate?.()) ?? {};
    if (usage === undefined || quota === undefined) return undefined;
    return { usedBytes: usage, freeBytes: Math.max(0, quota - usage) };
  } catch {
    return undefined;
  }
}
