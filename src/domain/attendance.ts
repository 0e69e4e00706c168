/** The figures of who was there: always several, each with its own name, never one. Rules AT1-AT8 in RULES.md. */
import { type DayPart, dayParts } from '#domain/nouns/vocabulary.ts';

/** One half-day of a session; `day` counts from 0. */
export interface HalfDay {
  readonly day: number;
  readonly part: DayPart;
}

/** What an attendance record says of a person. */
export interface Mark {
  readonly personId?: string | null | undefined;
  readonly day?: number | null | undefined;
  readonly part?: DayPart | null | undefined;
  readonly present?: boolean | null | undefined;
}

export interface AttendanceInput {
  /** Those registered and not withdrawn. */
  readonly personIds: Iterable<string>;
  readonly marks: Iterable<Mark>;
  /** Days of the session, at least 1. */
  readonly dayCount: number;
  /** Share of the half-days held, 1-100 %, that makes a completer. Absent: all of them. */
  readonly completerPercent?: number | null | undefined;
}

export interface AttendanceTotals {
  readonly registered: number;
  /** Present in at least one half-day; each counts once. */
  readonly people: number;
  /** A person present in any half-day of a day, summed over the days. */
  readonly personDays: number;
  /** Half-days of presence, summed over the people. */
  readonly halfDays: number;
  readonly completers: number;
  /** The half-days in which anybody was present, in order. */
  readonly held: readonly HalfDay[];
  /** Half-days of presence that make a completer; 0 while none was held. */
  readonly neededHalfDays: number;
}

export const halfDayKey = ({ day, part }: HalfDay): string => `${day}.${part}`;

/** Every half-day of a session of so many days, in order. */
export const halfDaysOf = (dayCount: number): HalfDay[] =>
  Array.from({ length: dayCount }, (_, day) => dayParts.map((part) => ({ day, part }))).flat();

/** Which half-days each person was present in, as keys of halfDayKey. Half-days the session does not have are left out. */
export function presence({ personIds, marks, dayCount }: AttendanceInput): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Set(halfDaysOf(dayCount).map(halfDayKey));
  const present = new Map<string, Set<string>>([...personIds].map((id) => [id, new Set<string>()]));
  for (const { personId, day, part, present: isPresent } of marks) {
    if (isPresent !== true || personId == null || day == null || part == null) continue;
    const key = halfDayKey({ day, part });
    if (known.has(key)) present.get(personId)?.add(key);
  }
  return present;
}

/** How many were present in each half-day, by halfDayKey; half-days of nobody are absent. */
export function presentByHalfDay(present: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const keys of present.values()) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The totals of a session. A withdrawn person is not among `personIds` and counts in none of them. */
export function attendanceTotals(input: AttendanceInput): AttendanceTotals {
  const present = presence(input);
  const counts = presentByHalfDay(present);
  const held = halfDaysOf(input.dayCount).filter((halfDay) => counts.has(halfDayKey(halfDay)));
  const neededHalfDays = halfDaysNeeded(held.length, input.completerPercent);
  let [people, personDays, halfDays, completers] = [0, 0, 0, 0];
  for (const keys of present.values()) {
    if (keys.size === 0) continue;
    people += 1;
    halfDays += keys.size;
    personDays += new Set([...keys].map((key) => key.split('.')[0])).size;
    if (keys.size >= neededHalfDays) completers += 1;
  }
  return { registered: present.size, people, personDays, halfDays, completers, held, neededHalfDays };
}

/** Half-days of presence that make a completer where `heldCount` were held: rounded up, at least one. */
export const halfDaysNeeded = (heldCount: number, completerPercent?: number | null): number =>
  heldCount === 0 ? 0 : Math.max(1, Math.ceil((heldCount * (completerPercent ?? 100)) / 100));
