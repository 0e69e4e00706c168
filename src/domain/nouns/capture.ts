import * as v from 'valibot';
import { idOf } from '#domain/id.ts';
import { date, defineNoun, flag, last, line, oneOf, order, text } from '#domain/noun.ts';
import { actionStatuses, barrierCategories, kinds, sides } from '#domain/nouns/vocabulary.ts';

/**
 * The smallest thing said and kept: one line, of a kind. A breakout group's notes are its captures in order.
 * Lines without a group belong to the plenary of their block, or to the session where there is no block.
 */
export const capture = defineNoun({
  noun: 'capture',
  scope: 'session',
  title: 'text',
  indexes: ['[groupId+order]', 'blockId'],
  keptWhenErased: ['sessionId', 'blockId', 'groupId', 'order', 'kind', 'category', 'side'],
  shelf: ({ kind, category, order }) => [
    String(kind ?? 'note'),
    kind === 'barrier' ? String(category ?? 'other') : '',
    String(order ?? ''),
  ],
  columns: [
    'kind',
    'category',
    'side',
    'text',
    'owner',
    'dueOn',
    'status',
    'severity',
    'starred',
    'verbatim',
    'parties',
    'firstStep',
    'who',
    'place',
    'when',
    'done',
    'result',
    'worked',
  ],
  fields: {
    sessionId: last(idOf('session')),
    blockId: last(idOf('block')),
    groupId: last(idOf('group')),
    themeId: last(idOf('theme')),
    order: last(order),
    kind: last(oneOf(kinds)),
    text: text(),
    /** Whose view it is. */
    side: last(oneOf(sides)),
    /** Of a barrier. */
    category: last(oneOf(barrierCategories)),
    starred: last(flag),
    /** The very words of the speaker. */
    verbatim: last(flag),
    wordingAgreed: last(flag),
    /** Of a barrier, 1-5. */
    severity: last(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
    // Of an action, issue, decision or commitment.
    owner: last(line),
    dueOn: last(date),
    status: last(oneOf(actionStatuses)),
    parties: last(line),
    firstStep: text(2000),
    // Of a good practice: who, where, when, what was done, what came of it, what made it work.
    who: text(2000),
    place: last(line),
    when: last(line),
    done: text(),
    result: text(),
    worked: text(),
    contactConsent: last(flag),
  },
});
