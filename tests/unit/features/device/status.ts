/** What screens are told of the server, as a test begins with it. */
import type { SyncStatus } from '#sync/status.ts';

export const joinedServer = {
  name: 'Baraza',
  role: 'facilitator',
  joinedAt: 1_800_000_000_000,
  lastAnswerAt: 1_800_000_000_000,
} as const;

export const statusWith = (parts: Partial<SyncStatus> = {}): SyncStatus => ({
  state: 'up-to-date',
  counted: true,
  pendingCount: 0,
  earlierCount: 0,
  forbiddenCount: 0,
  refusedCount: 0,
  oldestPendingAt: null,
  nextTryAt: null,
  server: joinedServer,
  ...parts,
});
