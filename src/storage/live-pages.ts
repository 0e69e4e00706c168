/**
 * Which page of this app writes a draft, and whether it is still open. A draft whose page is gone was left by a crash
 * or a reload and comes back on screen; one whose page lives is being typed in another tab, and is left to it.
 */
import type { DraftRow } from '#storage/database.ts';
import { readDraft } from '#storage/read-drafts.ts';

const lockOf = (page: string): string => `baraza-page:${page}`;
const locks = (): LockManager | undefined => (globalThis.navigator as Partial<Navigator> | undefined)?.locks;

let own: string | undefined;

/** This page, which holds a lock of its name for as long as it lives. */
export function pageId(): string {
  if (own === undefined) {
    own = crypto.randomUUID().slice(0, 8);
    void locks()
      ?.request(lockOf(own), () => new Promise(() => undefined))
      .catch(() => undefined);
  }
  return own;
}

/** Whether nobody types in a draft any more. Without Web Locks every draft counts as left. */
export async function isLeft({ page }: Pick<DraftRow, 'page'>): Promise<boolean> {
  if (page === undefined || page === own) return true;
  const asked = locks()?.request(lockOf(page), { ifAvailable: true, mode: 'shared' }, (lock) => lock !== null);
  return (await asked?.catch(() => true)) ?? true;
}

/** What was typed under a key by a page that is gone, or by this one. */
export async function leftDraft(key: string): Promise<DraftRow | undefined> {
  const draft = await readDraft(key);
  return draft && (await isLeft(draft)) ? draft : undefined;
}
