/** Which words say how it stands with the server. */
import type { SyncState, SyncStatus } from '#sync/status.ts';

export type ServerWords =
  | 'noServer'
  | 'starting'
  | 'away'
  | 'sending'
  /** It answers, and some of what may go is not there yet. */
  | 'waiting'
  | 'upToDate'
  | ServerTrouble;

/** What time does not mend: a person has to do something. */
export const serverTroubles = ['refusedDevice', 'timeOver', 'notOurServer', 'updateApp'] as const;
export type ServerTrouble = (typeof serverTroubles)[number];

export const isTrouble = (words: ServerWords): words is ServerTrouble =>
  (serverTroubles as readonly ServerWords[]).includes(words);

const ofState = {
  starting: 'starting',
  'no-server': 'starting',
  away: 'away',
  sending: 'sending',
  'up-to-date': 'upToDate',
  'refused-device': 'refusedDevice',
  'not-our-server': 'notOurServer',
  'update-app': 'updateApp',
} as const satisfies Record<SyncState, ServerWords>;

export function serverWords(status: SyncStatus): ServerWords {
  if (status.server === null) return status.counted ? 'noServer' : 'starting';
  // What the server said last holds over a restart, whatever the state of this tab says by now.
  if (status.server.revokedAt !== undefined) return 'refusedDevice';
  if (status.server.turnedAway?.because === 'expired') return 'timeOver';
  const words = ofState[status.state];
  return words === 'upToDate' && dueCount(status) > 0 ? 'waiting' : words;
}

/** Whether the server lets this tablet in no more, for good or until it may stay longer. */
export const isTurnedAway = ({ server, state }: SyncStatus): boolean =>
  server !== null && (state === 'refused-device' || server.revokedAt !== undefined || server.turnedAway !== undefined);

/** What goes by itself as soon as the server takes it. */
export const dueCount = ({ pendingCount, earlierCount, forbiddenCount }: SyncStatus): number =>
  Math.max(0, pendingCount - earlierCount - forbiddenCount);
