import { idOf } from '#domain/id.ts';
import { defineNoun, last, order, text } from '#domain/noun.ts';

/** A named cluster of captures. */
export const theme = defineNoun({
  noun: 'theme',
  scope: 'session',
  title: 'title',
  indexes: [],
  columns: ['title'],
  fields: { sessionId: last(idOf('session')), order: last(order), title: text(500), note: text() },
});
