import { idOf } from '#domain/id.ts';
import { count, defineNoun, flag, last, line, oneOf } from '#domain/noun.ts';
import { dayParts } from '#domain/nouns/vocabulary.ts';

/** A person present, or marked absent, in one half-day. Its id is made of session, person, day and part. */
export const attendance = defineNoun({
  noun: 'attendance',
  scope: 'session',
  title: 'personId',
  unique: true,
  indexes: ['personId'],
  columns: ['day', 'part', 'present'],
  fields: {
    sessionId: last(idOf('session')),
    personId: last(idOf('person')),
    day: last(count),
    part: last(oneOf(dayParts)),
    present: last(flag),
    /** How it was taken: tap, paper, kiosk. */
    method: last(line),
  },
});
