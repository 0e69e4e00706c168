import { useEffect, useState } from 'react';
import { dayOf } from './session-list.ts';

/** The calendar day of this tablet's clock; a tablet that slept over midnight looks again when it wakes. */
export function useToday(): string {
  const [today, setToday] = useState(() => dayOf(new Date()));
  useEffect(() => {
    const look = () => setToday(dayOf(new Date()));
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return today;
}
