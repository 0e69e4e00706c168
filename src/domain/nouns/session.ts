import * as v from 'valibot';
import { idOf } from '#domain/id.ts';
import { clock, count, date, defineNoun, flag, instant, last, line, oneOf, text } from '#domain/noun.ts';
import { sessionStatuses, sessionTypes } from '#domain/nouns/vocabulary.ts';

/** One event of one or more days. It may have no date, place or title yet. */
export const session = defineNoun({
  noun: 'session',
  scope: 'session',
  title: 'title',
  indexes: ['programmeId', 'registerId'],
  columns: ['title', 'type', 'status', 'venue'],
  fields: {
    programmeId: last(idOf('programme')),
    registerId: last(idOf('register')),
    title: text(500),
    type: last(oneOf(sessionTypes)),
    status: last(oneOf(sessionStatuses)),
    /** At least one; a day whose date is null is "to be confirmed". */
    days: last(v.pipe(v.array(v.object({ date: v.nullable(date), startsAt: clock })), v.minLength(1), v.maxLength(60))),
    /** Absent or empty: to be confirmed. */
    venue: last(line),
    host: last(line),
    /** Of a series of trainings; never derived from dates. */
    round: last(count),
    aim: text(),
    requirement: text(),
    /** Who should come, in words; the numbers are quotas. */
    participantsNote: text(),
    summary: text(),
    /** Answers of "none" that a person gave: exported as such. */
    noActions: last(flag),
    noDecisions: last(flag),
    noIssues: last(flag),
    noLessons: last(flag),
    closedAt: last(instant),
  },
});
