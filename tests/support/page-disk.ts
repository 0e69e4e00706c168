/** What befalls the disk under a page: it is full, or has other work. */
import type { Page } from '@playwright/test';

/**
 * A disk that can be full: every write is then refused as Chromium refuses it. (`Storage.overrideQuotaForOrigin` does
 * not reach writes as small as a line.) To be called before the page is opened.
 */
export async function diskThatFillsUp(page: Page): Promise<(isFull: boolean) => Promise<void>> {
  await page.addInitScript(() => {
    for (const method of ['put', 'add'] as const) {
      const write = IDBObjectStore.prototype[method];
      IDBObjectStore.prototype[method] = function (...written) {
        if ('diskIsFull' in window) throw new DOMException('The disk is full.', 'QuotaExceededError');
        return write.apply(this, written);
      };
    }
  });
  return (isFull) =>
    page.evaluate((full) => {
      if (full) Object.assign(window, { diskIsFull: true });
      else delete (window as { diskIsFull?: boolean }).diskIsFull;
    }, isFull);
}

/** The disk has other work until the page is loaded again: what the app asks of it waits. */
export const keepDiskBusy = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const opened = indexedDB.open('baraza');
    await new Promise((resolve) => {
      opened.onsuccess = resolve;
    });
    const stores = [...opened.result.objectStoreNames];
    const store = opened.result.transaction(stores, 'readwrite').objectStore('meta');
    const goOn = () => {
      store.count().onsuccess = goOn;
    };
    goOn();
  });
