import { idOf } from '#domain/id.ts';
import { clock, count, defineNoun, durationMin, instant, last, line, oneOf, order, text } from '#domain/noun.ts';
import { blockCategories } from '#domain/nouns/vocabulary.ts';

/** One agenda item. Its start is derived from the blocks before it unless it is fixed. */
export const block = defineNoun({
  noun: 'block',
  scope: 'session',
  title: 'title',
  indexes: [],
  columns: ['title', 'method', 'category', 'durationMin', 'fixedStart', 'goal'],
  fields: {
    sessionId: last(idOf('session')),
    /** Index into the session's days, from 0. */
    day: last(count),
    order: last(order),
    title: text(500),
    category: last(oneOf(blockCategories)),
    method: last(line),
    durationMin: last(durationMin),
    /** Locked to this time of day: lunch, the minister. */
    fixedStart: last(clock),
    facilitator: last(line),
    goal: text(2000),
    instructions: text(),
    materials: text(2000),
    /** As it was run. */
    startedAt: last(instant),
    endedAt: last(instant),
  },
});
