/** By the clocks of which place the files tell times: the tablet's, until a person chooses; kept on the tablet. */
import { useState } from 'react';

const key = 'baraza-time-zone';

export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every zone this browser knows, by the name of its city; the tablet's own is always among them. */
export function timeZones(compare: (a: string, b: string) => number): readonly { value: string; label: string }[] {
  const { supportedValuesOf } = Intl as Partial<typeof Intl>;
  const known = new Set([...(supportedValuesOf?.('timeZone') ?? []), ownTimeZone(), chosen(), 'UTC']);
  return [...known]
    .map((value) => ({ value, label: cityOf(value) }))
    .sort((a, b) => compare(a.label, b.label) || compare(a.value, b.value));
}

/** `Argentina/Buenos_Aires` is Buenos Aires to whoever lives there. */
const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

export function useTimeZone(): readonly [zone: string, choose: (zone: string) => void] {
  const [zone, setZone] = useState(chosen);
  const choose = (next: string) => {
    setZone(next);
    if (next === ownTimeZone()) localStorage.removeItem(key);
    else localStorage.setItem(key, next);
  };
  return [zone, choose];
}

function chosen(): string {
  const kept = localStorage.getItem(key);
  return kept !== null && isZone(kept) ? kept : ownTimeZone();
}

/** A zone that this browser does not know makes every date throw. */
function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
