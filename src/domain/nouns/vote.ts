import { idOf } from '#domain/id.ts';
import { count, defineNoun, flag, instant, last, oneOf, text } from '#domain/noun.ts';

/** A prioritising exercise. Its results are ballots. */
export const vote = defineNoun({
  noun: 'vote',
  scope: 'session',
  title: 'title',
  indexes: ['blockId'],
  columns: ['title', 'method', 'budget'],
  fields: {
    sessionId: last(idOf('session')),
    blockId: last(idOf('block')),
    title: text(500),
    method: last(oneOf(['dots', 'score', 'thumbs', 'rank'])),
    /** Dots a voter may give. */
    budget: last(count),
    hidden: last(flag),
    closedAt: last(instant),
  },
});
