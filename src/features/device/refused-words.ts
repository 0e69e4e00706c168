/** A refused record in words: what it is, why it was refused, and what was written. */
import { useFormatter, useTranslations } from 'use-intl';
import { wordOf } from '#documents/field-cells.ts';
import type { Json } from '#domain/json.ts';
import { isNounName, type NounName } from '#domain/registry.ts';
import type { RefusedItem } from '#storage/queries/refused.ts';

export interface RefusedWords {
  readonly title: string;
  /** Of what kind it is, and when it was refused. */
  readonly from: string;
  readonly reason: string;
  readonly advice: string;
  readonly values: readonly (readonly [label: string, value: string])[];
}

export type ReasonWords = RefusedItem['row']['reason'] | 'invalidWhole';

/** A refusal that names a field says so. */
export const reasonWords = ({ reason, path }: Pick<RefusedItem['row'], 'reason' | 'path'>): ReasonWords =>
  reason === 'invalid' && path === '' ? 'invalidWhole' : reason;

export function useRefusedWords(): (item: RefusedItem) => RefusedWords {
  const t = useTranslations();
  const refused = useTranslations('device.refused');
  const format = useFormatter();

  /** What only a newer version knows is called by its own name. */
  const labelOf = (noun: string, field: string): string => {
    const key = `nouns.${noun}.${field}` as 'nouns.capture.text';
    return t.has(key) ? t(key) : field;
  };
  const valueOf = (noun: string, field: string, value: Json): string => {
    if (value === null || value === '') return refused('empty');
    if (typeof value === 'boolean') return t(value ? 'words.yesNo.yes' : 'words.yesNo.no');
    if (typeof value === 'number') return format.number(value);
    if (typeof value !== 'string') return JSON.stringify(value);
    return isNounName(noun) ? wordOf({ t }, noun satisfies NounName, field, value) : value;
  };

  return ({ row, title, values }) => {
    const words = reasonWords(row);
    return {
      title: title || refused('untitled'),
      from: refused('from', {
        noun: labelOf(row.noun, 'name'),
        date: format.dateTime(row.at, { dateStyle: 'medium', timeStyle: 'short' }),
      }),
      reason:
        words === 'invalid'
          ? refused('reason.invalid', { field: labelOf(row.noun, row.path) })
          : refused(`reason.${words}`),
      advice: refused(`advice.${row.reason}`),
      values: values
        .filter(([field]) => field !== 'order')
        .map(([field, value]) => [labelOf(row.noun, field), valueOf(row.noun, field, value)]),
    };
  };
}
