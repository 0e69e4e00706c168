import { idOf } from '#domain/id.ts';
import { defineNoun, last, line, oneOf, text } from '#domain/noun.ts';
import { ageBands, sexes, sides } from '#domain/nouns/vocabulary.ts';

/** A human, once per register. No national id number, and `organisation` is whom they represent, never membership. */
export const person = defineNoun({
  noun: 'person',
  scope: 'register',
  title: 'familyName',
  indexes: [],
  keptWhenErased: ['registerId', 'side', 'sex', 'ageBand'],
  columns: ['givenName', 'familyName', 'organisation', 'function', 'side', 'place', 'sex', 'ageBand', 'phone', 'email'],
  fields: {
    registerId: last(idOf('register')),
    givenName: last(line),
    familyName: last(line),
    /** The body this person represents. */
    organisation: last(line),
    sector: last(line),
    /** Their job. */
    function: last(line),
    side: last(oneOf(sides)),
    place: last(line),
    sex: last(oneOf(sexes)),
    ageBand: last(oneOf(ageBands)),
    phone: last(line),
    email: last(line),
    accessNeeds: text(2000),
  },
});
