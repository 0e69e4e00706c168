/** How the sessions of this tablet are laid out on Home: today's, then by programme, and what a search finds. */
import type { Id } from '#domain/id.ts';
import { foldText } from '#domain/name-key.ts';
import type { SessionOverview } from '#storage/queries/sessions.ts';
import { datesOf } from './session-facts.tsx';

/** Rows of a programme that are shown under its title; more of them are one row that opens a page. */
const shownPerProgramme = 5;

export interface ProgrammeGroup {
  readonly programmeId: Id<'programme'> | undefined;
  readonly title: string;
  readonly sessions: readonly SessionOverview[];
  /** One session alone needs no heading, many sessions a page of their own. */
  readonly shape: 'alone' | 'headed' | 'collapsed';
}

/** Sessions under way, and those with a day on this date. */
export const todays = (overviews: readonly SessionOverview[], today: string): SessionOverview[] =>
  overviews.filter(
    ({ session }) => session.status === 'live' || (session.days ?? []).some(({ date }) => date === today),
  );

/** By programme, each where its latest session stands. */
export function byProgramme(overviews: readonly SessionOverview[]): ProgrammeGroup[] {
  const groups = new Map<string, SessionOverview[]>();
  for (const overview of overviews) {
    const key = overview.session.programmeId ?? overview.session.id;
    groups.set(key, [...(groups.get(key) ?? []), overview]);
  }
  return [...groups.values()].map((sessions) => ({
    programmeId: sessions[0]?.session.programmeId ?? undefined,
    title: sessions[0]?.programme?.title ?? '',
    sessions,
    shape: sessions.length === 1 ? 'alone' : sessions.length > shownPerProgramme ? 'collapsed' : 'headed',
  }));
}

/** Sessions whose title, place, host or programme has every word. */
export function matching(overviews: readonly SessionOverview[], words: string): SessionOverview[] {
  const wanted = foldText(words).split(/\s+/).filter(Boolean);
  return overviews.filter(({ session, programme }) => {
    const text = foldText([session.title, session.venue, session.host, programme?.title].join(' '));
    return wanted.every((word) => text.includes(word));
  });
}

/** By round, those without one last; within it by date, then by title. */
export function byRound(
  overviews: readonly SessionOverview[],
): { readonly round: number | undefined; readonly sessions: readonly SessionOverview[] }[] {
  const rounds = [...new Set(overviews.map(({ session }) => session.round ?? undefined))].sort(
    (a, b) => (a ?? Infinity) - (b ?? Infinity),
  );
  return rounds.map((round) => ({
    round,
    sessions: overviews.filter(({ session }) => (session.round ?? undefined) === round).sort(byDateAndTitle),
  }));
}

const titles = new Intl.Collator(undefined, { numeric: true });
const undated = '9999';

function byDateAndTitle({ session: a }: SessionOverview, { session: b }: SessionOverview): number {
  const [first, second] = [datesOf(a)[0] ?? undated, datesOf(b)[0] ?? undated];
  return first === second ? titles.compare(a.title ?? '', b.title ?? '') : first < second ? -1 : 1;
}

/** A calendar day as this tablet's clock has it. */
export const dayOf = (now: Date): string =>
  [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
