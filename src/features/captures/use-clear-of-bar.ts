/**
 * A row that was opened for its kind is seen whole: what the bar at the foot covers of it is scrolled clear. Where it
 * is taller than the screen, its beginning is seen.
 */
import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';

/** Looks again when `drawn` changes: chips for a category make a row taller. */
export function useClearOfBar(list: RefObject<HTMLElement | null>, opened: string | undefined, drawn: unknown): void {
  useLayoutEffect(() => {
    if (!opened) return;
    const row = list.current?.querySelector(`[data-capture-id="${opened}"]`);
    const bar = document.querySelector('[data-capture-bar]');
    if (!row || !bar) return;
    const { top, bottom } = row.getBoundingClientRect();
    const covered = bottom - bar.getBoundingClientRect().top;
    const above = top - (document.querySelector('header')?.getBoundingClientRect().bottom ?? 0);
    const by = Math.min(covered, above);
    if (by > 0) window.scrollBy({ top: by });
  }, [list, opened, drawn]);
}
