import { idOf } from '#domain/id.ts';
import { defineNoun, last, line, order, text } from '#domain/noun.ts';

/** What a programme is funded to produce. */
export const programmeOutput = defineNoun({
  noun: 'programmeOutput',
  scope: 'programme',
  title: 'statement',
  indexes: [],
  columns: ['code', 'statement'],
  fields: {
    programmeId: last(idOf('programme')),
    order: last(order),
    code: last(line),
    statement: text(2000),
  },
});
