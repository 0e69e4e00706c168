/** The agenda's times: derived from durations and locks, never stored. Rules AG1-AG6 in RULES.md. */
import type { BlockCategory } from '#domain/nouns/vocabulary.ts';

export interface PlannableBlock {
  readonly id: string;
  readonly day?: number | null | undefined;
  readonly order?: string | null | undefined;
  readonly durationMin?: number | null | undefined;
  /** `HH:MM`; locks the block to that time of day. */
  readonly fixedStart?: string | null | undefined;
  readonly category?: BlockCategory | null | undefined;
}

export interface PlannedBlock<B extends PlannableBlock> {
  readonly block: B;
  /** Minutes after midnight of its day; above 1440 where a day runs past midnight. */
  readonly startMin: number;
  readonly endMin: number;
  readonly locked: boolean;
  /** Free minutes between the block before (or the day's start) and this locked one. */
  readonly gapMin: number;
  /** Minutes by which the blocks before run into this locked one. */
  readonly overrunMin: number;
}

export interface PlannedDay<B extends PlannableBlock> {
  readonly day: number;
  readonly startMin: number;
  readonly endMin: number;
  readonly blocks: readonly PlannedBlock<B>[];
  readonly minutesByCategory: ReadonlyMap<BlockCategory, number>;
}

/** The minutes a block lasts when nobody has said. */
export const usualDurationMin = 30;

/** Plans the days of a session. `startsAt` holds each day's `HH:MM`; blocks of days beyond it go to the last. */
export function planAgenda<B extends PlannableBlock>(
  startsAt: readonly string[],
  blocks: readonly B[],
): PlannedDay<B>[] {
  const last = Math.max(0, startsAt.length - 1);
  const days = startsAt.length > 0 ? startsAt : ['09:00'];
  return days.map((start, day) =>
    planDay(day, minutesOf(start), blocks.filter((block) => Math.min(block.day ?? 0, last) === day).sort(inOrder)),
  );
}

function planDay<B extends PlannableBlock>(day: number, startMin: number, blocks: readonly B[]): PlannedDay<B> {
  let cursor = startMin;
  const planned: PlannedBlock<B>[] = [];
  const minutesByCategory = new Map<BlockCategory, number>();
  for (const block of blocks) {
    const fixed = block.fixedStart ? minutesOf(block.fixedStart) : undefined;
    const start = fixed ?? cursor;
    const duration = block.durationMin ?? usualDurationMin;
    planned.push({
      block,
      startMin: start,
      endMin: start + duration,
      locked: fixed !== undefined,
      gapMin: fixed === undefined ? 0 : Math.max(0, fixed - cursor),
      overrunMin: fixed === undefined ? 0 : Math.max(0, cursor - fixed),
    });
    if (block.category) minutesByCategory.set(block.category, (minutesByCategory.get(block.category) ?? 0) + duration);
    cursor = start + duration;
  }
  return { day, startMin, endMin: cursor, blocks: planned, minutesByCategory };
}

/** Minutes after midnight of `HH:MM`. */
export function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** `HH:MM` of minutes after midnight, of the next day where they pass 1440. */
export function clockOfMinutes(min: number): string {
  const within = ((min % 1440) + 1440) % 1440;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

function inOrder(a: PlannableBlock, b: PlannableBlock): number {
  const [x, y] = [a.order ?? '', b.order ?? ''];
  return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
}
