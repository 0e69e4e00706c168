import { idOf } from '#domain/id.ts';
import { defineNoun, last, line, order, text } from '#domain/noun.ts';

/** What a session is held to produce. */
export const output = defineNoun({
  noun: 'output',
  scope: 'session',
  title: 'statement',
  indexes: [],
  columns: ['code', 'statement'],
  fields: {
    sessionId: last(idOf('session')),
    order: last(order),
    code: last(line),
    statement: text(2000),
  },
});
