/** Everything the register's screen reads, kept true while others write. */
import { useCallback, useMemo, useState } from 'react';
import {
  attendanceTotals,
  type AttendanceTotals,
  type HalfDay,
  halfDayKey,
  type Mark,
  presence,
} from '#domain/attendance.ts';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { marksIn, type Registered, registeredIn } from '#storage/queries/people.ts';
import { record, recordsIn } from '#storage/queries/records.ts';
import type { CommitFailure } from '#storage/commit.ts';
import type { Entity } from '#storage/row.ts';
import { useLive } from '#storage/use-live.ts';
import { setPresence } from './commands.ts';
import type { Days } from './half-days.ts';

export interface RegisterView {
  readonly session: Entity<'session'>;
  readonly programme: Entity<'programme'> | null;
  readonly days: Days;
  readonly registered: readonly Registered[];
  readonly quotas: readonly Entity<'quota'>[];
  readonly marks: readonly Mark[];
  /** By person: the half-days they were present in, as keys of halfDayKey. */
  readonly present: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those present at least once. */
  readonly cameIds: ReadonlySet<string>;
  readonly totals: AttendanceTotals;
}

const unknownDays: Days = [{ date: null, startsAt: '09:00' }];

/** Undefined until all of it has been read once. `taps` are marks that are on their way to the disk. */
export function useRegister(sessionId: Id<'session'>, taps: readonly Mark[]): RegisterView | undefined {
  const scope = scopeOf('session', sessionId);
  const session = useLive(() => record('session', sessionId), [sessionId]);
  const programmeId = session?.programmeId;
  const programme = useLive(() => (programmeId ? record('programme', programmeId) : null), [programmeId]);
  const registered = useLive(() => registeredIn(scope), [scope]);
  const marks = useLive(() => marksIn(scope), [scope]);
  const quotas = useLive(() => recordsIn('quota', scope), [scope]);

  return useMemo(() => {
    if (!session || programme === undefined || !registered || !marks || !quotas) return undefined;
    const days = session.days && session.days.length > 0 ? session.days : unknownDays;
    const input = {
      personIds: registered.map(({ personId }) => personId as string),
      marks: withTaps(marks, taps),
      dayCount: days.length,
      completerPercent: programme?.completerPercent,
    };
    const present = presence(input);
    return {
      session,
      programme,
      days,
      registered,
      quotas,
      marks,
      present,
      cameIds: new Set([...present].flatMap(([id, keys]) => (keys.size > 0 ? [id] : []))),
      totals: attendanceTotals(input),
    };
  }, [session, programme, registered, marks, quotas, taps]);
}

const keyOf = ({ personId, day, part }: Mark): string => `${personId} ${day}.${part}`;

function withTaps(marks: readonly Mark[], taps: readonly Mark[]): readonly Mark[] {
  if (taps.length === 0) return marks;
  const tapped = new Set(taps.map(keyOf));
  return [...marks.filter((mark) => !tapped.has(keyOf(mark))), ...taps];
}

export interface Taps {
  readonly taps: readonly Mark[];
  readonly tap: (personId: string, halfDay: HalfDay, present: boolean) => Promise<void>;
  /** The last tap that did not reach the disk; its box is back to what is kept. */
  readonly failure: CommitFailure | undefined;
  readonly forgive: () => void;
}

/** Taps are seen at once and kept as fast as the disk is; one that cannot be kept is taken back and told. */
export function useTaps(sessionId: Id<'session'>): Taps {
  const [taps, setTaps] = useState<readonly Mark[]>([]);
  const [failure, setFailure] = useState<CommitFailure>();

  const tap = useCallback(
    async (personId: string, halfDay: HalfDay, present: boolean) => {
      const made: Mark = { personId, ...halfDay, present };
      setTaps((now) => [...now.filter((other) => keyOf(other) !== keyOf(made)), made]);
      const written = await setPresence(sessionId, personId, halfDay, present);
      setFailure(written.ok ? undefined : written.error);
      // What is kept is read back by the live query; the tap gives way to it a moment later.
      const forget = () => setTaps((now) => now.filter((other) => other !== made));
      if (written.ok) setTimeout(forget, 400);
      else forget();
    },
    [sessionId],
  );
  const forgive = useCallback(() => setFailure(undefined), []);
  return { taps, tap, failure, forgive };
}

/** The half-days of a person as one text, so that a row is drawn again only when they change. */
export const keysText = (keys: ReadonlySet<string> | undefined): string => (keys ? [...keys].sort().join(' ') : '');
export const isIn = (text: string, halfDay: HalfDay): boolean => text.split(' ').includes(halfDayKey(halfDay));
