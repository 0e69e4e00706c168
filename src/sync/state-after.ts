/** What screens are told of the server after rounds have ended. */
import type { RoundsEnd } from './engine.ts';
import type { Failed } from './schedule.ts';
import type { SyncState } from './status.ts';

/** Undefined where these rounds say nothing about the server. */
export function stateAfter(end: RoundsEnd | Failed): SyncState | undefined {
  switch (end.type) {
    case 'rounds/done':
      return 'up-to-date';
    case 'rounds/no-server':
      return 'no-server';
    case 'rounds/elsewhere':
    case 'rounds/failed':
      return undefined;
    case 'transport/unauthorised':
    case 'transport/revoked':
      return 'refused-device';
    case 'transport/not-our-server':
      return 'not-our-server';
    case 'transport/protocol':
      return 'update-app';
    default:
      return 'away';
  }
}
