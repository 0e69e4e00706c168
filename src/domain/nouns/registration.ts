import { idOf } from '#domain/id.ts';
import { defineNoun, last, oneOf } from '#domain/noun.ts';
import { registrationSources, registrationStatuses, sides } from '#domain/nouns/vocabulary.ts';

/** A person invited to, or confirmed for, a session. Its id is made of session and person. */
export const registration = defineNoun({
  noun: 'registration',
  scope: 'session',
  title: 'personId',
  unique: true,
  indexes: ['personId'],
  columns: ['side', 'source', 'status'],
  fields: {
    sessionId: last(idOf('session')),
    personId: last(idOf('person')),
    side: last(oneOf(sides)),
    source: last(oneOf(registrationSources)),
    /** Withdrawn takes a person off the session's list; what was marked stays. */
    status: last(oneOf(registrationStatuses)),
  },
});
