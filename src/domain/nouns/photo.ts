import * as v from 'valibot';
import { idOf } from '#domain/id.ts';
import { count, defineNoun, last, line, order, text } from '#domain/noun.ts';

/** A picture of a capture. Its bytes are a file named by their SHA-256 and travel apart from the record. */
export const photo = defineNoun({
  noun: 'photo',
  scope: 'session',
  title: 'caption',
  indexes: ['captureId', 'sha256'],
  columns: ['caption', 'sha256'],
  fields: {
    sessionId: last(idOf('session')),
    captureId: last(idOf('capture')),
    order: last(order),
    sha256: last(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
    mediaType: last(line),
    bytes: last(v.pipe(v.number(), v.integer(), v.minValue(0))),
    width: last(count),
    height: last(count),
    caption: text(2000),
  },
});
