import { idOf } from '#domain/id.ts';
import { defineNoun, instant, last, line, order, text } from '#domain/noun.ts';

/** A breakout group inside a block. Its notes are its captures. */
export const group = defineNoun({
  noun: 'group',
  scope: 'session',
  title: 'label',
  indexes: ['blockId'],
  columns: ['label', 'question', 'place', 'rapporteur'],
  fields: {
    sessionId: last(idOf('session')),
    blockId: last(idOf('block')),
    order: last(order),
    label: last(line),
    question: text(2000),
    /** Table or corner of the room. */
    place: last(line),
    rapporteur: last(line),
    closedAt: last(instant),
    readBackAt: last(instant),
  },
});
