/** What a person can do about each thing that is not safe at the end of a day, the most urgent first. */
import type { DayEnd } from '#storage/queries/day-end.ts';
import type { SyncStatus } from '#sync/status.ts';
import { dueCount } from './server-words.ts';

export type Advice =
  /** Look at what the server refused. */
  | { readonly type: 'look'; readonly count: number }
  /** There is no server: join one, or make a backup. */
  | { readonly type: 'join'; readonly count: number }
  /** There is none, and a backup made `at` holds all of it: keep that elsewhere. */
  | { readonly type: 'keep-backup'; readonly count: number; readonly at: number }
  /** It goes by itself; a person may ask to try at once. */
  | { readonly type: 'wait'; readonly count: number }
  /** From before joining: it goes when a person says so. */
  | { readonly type: 'send-earlier'; readonly count: number }
  /** The server does not take it from this tablet for now. */
  | { readonly type: 'forbidden'; readonly count: number };

/** `backupAt`: when a backup was made that holds everything, milliseconds since 1970; null where none does. */
export function dayEndAdvice(
  { onTablet, needLook }: DayEnd,
  status: SyncStatus,
  backupAt: number | null = null,
): readonly Advice[] {
  const found: Advice[] = needLook > 0 ? [{ type: 'look', count: needLook }] : [];
  // Whether there is a server is not known before the marks were read.
  if (!status.counted || onTablet === 0) return found;
  if (status.server === null) {
    const alone = { count: onTablet };
    return [...found, backupAt === null ? { type: 'join', ...alone } : { type: 'keep-backup', ...alone, at: backupAt }];
  }
  const parts: readonly Advice[] = [
    { type: 'wait', count: dueCount(status) },
    { type: 'send-earlier', count: status.earlierCount },
    { type: 'forbidden', count: status.forbiddenCount },
  ];
  return [...found, ...parts.filter(({ count }) => count > 0)];
}
