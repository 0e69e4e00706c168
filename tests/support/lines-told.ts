/** What a page has told its reader of each line: that it is saved, and that the server has it. */
import type { BrowserContext } from '@playwright/test';

export interface Told {
  readonly id: string;
  readonly text: string;
  /** Shown as on the server. */
  readonly isSafe: boolean;
  /** Pictures on its row. */
  readonly photos: number;
}

export interface LinesTold {
  /** By id, as it was shown last, with as many pictures as were ever on it. */
  readonly saved: ReadonlyMap<string, Told>;
  /** Every state of a line in which it was shown as on the server. */
  readonly safe: ReadonlyMap<string, Told>;
  /** Watches the pages that a browser opens from now on. */
  readonly watch: (context: BrowserContext) => Promise<void>;
}

export function linesTold(): LinesTold {
  const saved = new Map<string, Told>();
  const safe = new Map<string, Told>();
  return {
    saved,
    safe,
    watch: async (context) => {
      await context.exposeBinding('lineTold', (_source, told: Told) => {
        // A row that is drawn anew has its pictures a moment later.
        saved.set(told.id, { ...told, photos: Math.max(told.photos, saved.get(told.id)?.photos ?? 0) });
        if (told.isSafe) safe.set(`${told.id} ${told.text} ${told.photos}`, told);
      });
      await context.addInitScript(watchLines);
    },
  };
}

/** Runs in the page, alone. */
function watchLines(): void {
  const known = new Map<string, string>();
  const look = () => {
    for (const row of document.querySelectorAll<HTMLElement>('[data-capture-id][data-saved="true"]')) {
      const id = row.dataset['captureId'] ?? '';
      const text = row.querySelector('[data-line-text]')?.textContent;
      if (text === undefined) continue;
      const isSafe = row.querySelector('[data-tone="server"]') !== null;
      const photos = row.querySelectorAll('img').length;
      const state = `${text} ${isSafe} ${photos}`;
      if (known.get(id) === state) continue;
      known.set(id, state);
      (window as unknown as { lineTold: (told: object) => void }).lineTold({ id, text, isSafe, photos });
    }
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
}
