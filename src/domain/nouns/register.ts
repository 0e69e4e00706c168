import { idOf } from '#domain/id.ts';
import { defineNoun, last, line, text } from '#domain/noun.ts';

/** The people list of a programme, or of one place in it. Each session names one. */
export const register = defineNoun({
  noun: 'register',
  scope: 'register',
  title: 'title',
  indexes: ['programmeId'],
  columns: ['title', 'place'],
  fields: {
    programmeId: last(idOf('programme')),
    title: text(500),
    place: last(line),
  },
});
