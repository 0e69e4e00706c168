/**
 * The example of a partnership day with everything that people would have typed between ⟦ ⟧, as the language that
 * nobody speaks has its words: whatever stands outside on screen came from neither.
 */
import 'fake-indexeddb/auto';
import * as v from 'valibot';
import type { Fields } from '#domain/noun.ts';
import { nouns } from '#domain/registry.ts';
import { changesOf } from '#features/examples/example.ts';
import { seychelles } from '#features/examples/seychelles.ts';
import type { Change } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import { type DatabaseDump, dumpDatabase } from './database-dump.ts';
import { testDevice } from './replicas.ts';

export const mark = (text: string): string => `⟦${text}⟧`;

/** The example in a database of its own. */
export async function markedExample(): Promise<DatabaseDump> {
  const { replica } = await testDevice();
  const written = await commitTo(replica, changesOf(seychelles).map(marked), { example: true });
  if (!written.ok) throw new Error(written.error.type);
  replica.db.close();
  return dumpDatabase(replica.db.name);
}

/** What a quota counts is a value and no word; `example` names the example. */
const plain = new Set(['field', 'value', 'example']);

function marked(change: Change): Change {
  const fields = nouns[change.noun].fields as Fields;
  const set = Object.entries(change.set ?? {}).map(([field, value]) => {
    const isTyped = typeof value === 'string' && v.is(fields[field]?.schema ?? v.never(), mark(value));
    if (isTyped && !plain.has(field)) return [field, mark(value)];
    return [field, field === 'sideLabels' ? markAll(value as Readonly<Record<string, string>>) : value];
  });
  const write = Object.entries(change.write ?? {}).map(([field, writing]) => [
    field,
    { ...(writing as { readonly value: string }), value: mark((writing as { readonly value: string }).value) },
  ]);
  return { ...change, set: Object.fromEntries(set), write: Object.fromEntries(write) } as Change;
}

const markAll = (labels: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(labels).map(([side, label]) => [side, mark(label)]));
