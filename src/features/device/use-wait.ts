/** The seconds that are left of a wait, told every second. */
import { useEffect, useState } from 'react';

/** `until`: milliseconds since 1970. 0 when it is over. */
export function useWait(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    if (left === 0) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [left]);
  useEffect(() => setNow(Date.now()), [until]);
  return left;
}
