import * as v from 'valibot';
import { count, date, defineNoun, last, line, text } from '#domain/noun.ts';

/** A funded frame for many sessions. A session started in one tap makes its programme with it, untitled. */
export const programme = defineNoun({
  noun: 'programme',
  scope: 'programme',
  title: 'title',
  indexes: [],
  columns: ['title', 'reference', 'startsOn', 'endsOn'],
  fields: {
    title: text(500),
    reference: last(line),
    programmeYear: last(line),
    contractType: last(line),
    implementer: last(line),
    lead: last(line),
    contractingBody: last(line),
    funders: last(line),
    fundingStatement: text(2000),
    purpose: text(),
    startsOn: last(date),
    endsOn: last(date),
    durationMonths: last(count),
    /** What the sides are called here; absent: the catalogue's words. */
    sideLabels: last(v.object({ government: v.optional(line), ngo: v.optional(line), other: v.optional(line) })),
    /** Share of half-days, 1-100 %, from which a person counts as a completer. Absent: all of them. */
    completerPercent: last(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
    /** Which of the bundled examples this is; absent for real work. Examples never leave the tablet by themselves. */
    example: last(line),
  },
});
