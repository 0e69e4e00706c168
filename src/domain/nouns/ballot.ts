import * as v from 'valibot';
import { idOf } from '#domain/id.ts';
import { count, defineNoun, flag, last } from '#domain/noun.ts';

/** One voter's choices. Unique by vote and voter, or of a random id: written without author, device or hour. */
export const ballot = defineNoun({
  noun: 'ballot',
  scope: 'session',
  title: 'voteId',
  unique: true,
  anonymous: true,
  indexes: ['voteId'],
  columns: ['choices', 'withdrawn'],
  fields: {
    sessionId: last(idOf('session')),
    voteId: last(idOf('vote')),
    /** Points by the id of the capture or theme they are given to. */
    choices: last(v.record(v.string(), count)),
    withdrawn: last(flag),
  },
});
