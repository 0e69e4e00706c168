/** What the one chip in the header of every screen says, from marks that only receipts clear. */
import type { SyncStatus } from '#sync/status.ts';
import type { StateTone } from '#ui/state-mark.tsx';
import { isTurnedAway } from './server-words.ts';

export type ChipWords =
  | { readonly words: 'allSafe' | 'onTablet' | 'notLetIn'; readonly tone: StateTone }
  | { readonly words: 'countOnTablet' | 'countNeedLook'; readonly count: number; readonly tone: StateTone };

/**
 * Undefined where there is nothing to say: before the marks were read, and on a tablet nobody has written on. In an
 * example it says where the example is: that what is on the screen were on a server would never be true.
 */
export function chipWords(status: SyncStatus, inExample = false): ChipWords | undefined {
  const { counted, refusedCount, pendingCount, state, server } = status;
  if (!counted) return undefined;
  if (refusedCount > 0) return { words: 'countNeedLook', count: refusedCount, tone: 'look' };
  if (inExample) return { words: 'onTablet', tone: 'tablet' };
  const isOut = isTurnedAway(status);
  if (pendingCount > 0) {
    const stands = isOut || (server !== null && state === 'update-app');
    return { words: 'countOnTablet', count: pendingCount, tone: stands ? 'look' : 'tablet' };
  }
  if (isOut) return { words: 'notLetIn', tone: 'look' };
  return server === null ? undefined : { words: 'allSafe', tone: 'server' };
}
