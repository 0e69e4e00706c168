/** One session in the order in which its documents tell it: blocks as planned, groups, lines; people by name. */
import { planAgenda, type PlannedBlock, type PlannedDay } from '#domain/agenda.ts';
import { attendanceTotals, type AttendanceTotals, halfDayKey, halfDaysOf, presence } from '#domain/attendance.ts';
import { captureRefs, homeOf } from '#domain/capture-ref.ts';
import { fullName } from '#domain/name-key.ts';
import type { Side } from '#domain/nouns/vocabulary.ts';
import { countBySide, type Counted, type QuotaFill, quotaFills, type SideCount, sideOf } from '#domain/quotas.ts';
import type { BundleCapture, BundleRecord, SessionBundle } from '#domain/session-bundle.ts';
import type { Speech } from './language.ts';

type Block = BundleRecord<'block'>;
type Group = BundleRecord<'group'>;

/** The lines of one group, or of the plenary where there is none. */
export interface Part {
  readonly group: Group | undefined;
  readonly title: string;
  readonly captures: readonly BundleCapture[];
}

/** A block with what was said in it; without a block: what was said outside the agenda. */
export interface Chapter {
  readonly block: Block | undefined;
  readonly title: string;
  readonly planned: PlannedBlock<Block> | undefined;
  readonly parts: readonly Part[];
}

export interface Participant extends Counted {
  readonly person: BundleRecord<'person'> | undefined;
  readonly registration: BundleRecord<'registration'>;
  readonly name: string;
  readonly side: Side | undefined;
  /** Keys of halfDayKey. */
  readonly present: ReadonlySet<string>;
  /** Marked as not present, by the same keys. */
  readonly absent: ReadonlySet<string>;
  readonly completer: boolean;
}

export interface SessionView {
  readonly bundle: SessionBundle;
  readonly days: readonly { readonly date: string | null; readonly startsAt: string }[];
  readonly plan: readonly PlannedDay<Block>[];
  readonly chapters: readonly Chapter[];
  /** Every line, in the order of the chapters. */
  readonly captures: readonly BundleCapture[];
  readonly placeOf: ReadonlyMap<string, { readonly chapter: Chapter; readonly part: Part; readonly ref: string }>;
  readonly participants: readonly Participant[];
  readonly totals: AttendanceTotals;
  readonly fills: readonly QuotaFill<BundleRecord<'quota'>>[];
  readonly bySide: readonly SideCount[];
}

export function viewOf(bundle: SessionBundle, speech: Speech): SessionView {
  const days = bundle.session.days ?? [{ date: null, startsAt: '09:00' }];
  const plan = planAgenda(
    days.map(({ startsAt }) => startsAt),
    bundle.blocks,
  );
  const chapters = chaptersOf(bundle, plan, speech);
  // A deleted line has no place in the room's numbering, also where it is kept because somebody changed it since.
  const counted = bundle.captures.filter(({ deletedChangedSince }) => deletedChangedSince !== true);
  const refs = captureRefs(bundle.blocks, bundle.groups, counted);
  const placeOf = new Map(
    chapters.flatMap((chapter) =>
      chapter.parts.flatMap((part) =>
        part.captures.map(({ id }) => [id as string, { chapter, part, ref: refs.get(id) ?? '' }] as const),
      ),
    ),
  );
  return {
    bundle,
    days,
    plan,
    chapters,
    captures: chapters.flatMap(({ parts }) => parts.flatMap(({ captures }) => captures)),
    placeOf,
    ...peopleOf(bundle, days.length, speech),
  };
}

export const blockTitle = ({ t }: Speech, block: Block): string =>
  block.title ? block.title : t('documents.untitledBlock');

export const groupTitle = ({ t }: Speech, group: Group, number: number): string =>
  group.label ? group.label : t('documents.group', { number });

function chaptersOf(bundle: SessionBundle, plan: readonly PlannedDay<Block>[], speech: Speech): Chapter[] {
  const byHome = new Map<string, BundleCapture[]>();
  for (const capture of bundle.captures) {
    const { blockId, groupId } = homeOf(capture, bundle.blocks, bundle.groups);
    const key = homeKey(blockId, groupId);
    const there = byHome.get(key);
    if (there) there.push(capture);
    else byHome.set(key, [capture]);
  }
  const known = new Set<string>(bundle.blocks.map(({ id }) => id));
  const partsOf = (blockId: string | undefined): Part[] => {
    const groups = bundle.groups.filter(
      (group) => (known.has(group.blockId ?? '') ? group.blockId : undefined) === blockId,
    );
    const capturesOf = (groupId?: string) => byHome.get(homeKey(blockId, groupId)) ?? [];
    return [
      { group: undefined, title: speech.t('documents.plenary'), captures: capturesOf() },
      ...groups.map((group, at) => ({
        group,
        title: groupTitle(speech, group, at + 1),
        captures: capturesOf(group.id),
      })),
    ];
  };
  const outside = {
    block: undefined,
    title: speech.t('documents.outsideAgenda'),
    planned: undefined,
    parts: partsOf(undefined),
  };
  return [
    ...plan.flatMap(({ blocks }) =>
      blocks.map((planned) => ({
        block: planned.block,
        title: blockTitle(speech, planned.block),
        planned,
        parts: partsOf(planned.block.id),
      })),
    ),
    ...(outside.parts.some(({ captures }) => captures.length > 0) ? [outside] : []),
  ];
}

const homeKey = (blockId: string | undefined, groupId: string | undefined): string =>
  `${blockId ?? ''}/${groupId ?? ''}`;

function peopleOf(bundle: SessionBundle, dayCount: number, speech: Speech) {
  const personOf = new Map(bundle.people.map((person) => [person.id as string, person]));
  const registered = bundle.registrations.flatMap((registration) => {
    const { personId, status } = registration;
    return personId && status !== 'withdrawn' ? [{ personId, registration, person: personOf.get(personId) }] : [];
  });
  const input = {
    personIds: registered.map(({ personId }) => personId),
    marks: bundle.attendance,
    dayCount,
    completerPercent: bundle.programme?.completerPercent,
  };
  const present = presence(input);
  const totals = attendanceTotals(input);
  const absent = new Map<string, Set<string>>();
  for (const { personId, day, part, present: isPresent } of bundle.attendance) {
    if (isPresent !== false || !personId || day == null || !part) continue;
    absent.set(personId, (absent.get(personId) ?? new Set()).add(halfDayKey({ day, part })));
  }
  const participants: Participant[] = registered.map((one) => {
    const halfDays = present.get(one.personId) ?? new Set<string>();
    return {
      ...one,
      name: nameOf(one.person, speech),
      side: sideOf(one),
      present: halfDays,
      absent: absent.get(one.personId) ?? new Set(),
      completer: totals.neededHalfDays > 0 && halfDays.size >= totals.neededHalfDays,
    };
  });
  const presentIds = new Set(
    participants.filter(({ present: halfDays }) => halfDays.size > 0).map(({ personId }) => personId),
  );
  const sortKey = ({ person }: Participant) => `${person?.familyName ?? ''}\u0000${person?.givenName ?? ''}`;
  return {
    participants: participants.sort(
      (a, b) => speech.compare(sortKey(a), sortKey(b)) || (a.personId < b.personId ? -1 : 1),
    ),
    totals,
    fills: quotaFills(bundle.quotas, registered, presentIds),
    bySide: countBySide(registered, presentIds),
  };
}

const nameOf = (person: BundleRecord<'person'> | undefined, { t }: Speech): string =>
  person?.erased === true ? t('erasing.person') : (person && fullName(person)) || t('documents.noName');

export const halfDays = (view: SessionView) => halfDaysOf(view.days.length);
