/** What waited for the server goes on when it answers again, once for each time. */
import { useEffect, useRef } from 'react';
import { useSyncStatus } from '#sync/status.ts';

export function useServerBack(goOn: () => void): void {
  const isAway = useSyncStatus(({ state }) => state === 'away');
  const latest = useRef(goOn);
  latest.current = goOn;
  const wasAway = useRef(isAway);
  useEffect(() => {
    if (wasAway.current && !isAway) latest.current();
    wasAway.current = isAway;
  }, [isAway]);
}
