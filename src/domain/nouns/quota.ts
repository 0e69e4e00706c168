import { idOf } from '#domain/id.ts';
import { count, defineNoun, last, line, order } from '#domain/noun.ts';

/** How many are wanted of those whose registration has `value` in `field`, e.g. side = ngo: 15. */
export const quota = defineNoun({
  noun: 'quota',
  scope: 'session',
  title: 'label',
  indexes: [],
  columns: ['label', 'field', 'value', 'target'],
  fields: {
    sessionId: last(idOf('session')),
    order: last(order),
    field: last(line),
    value: last(line),
    target: last(count),
    /** Shown instead of the value's own label, e.g. "LUNGOS staff and associates". */
    label: last(line),
  },
});
