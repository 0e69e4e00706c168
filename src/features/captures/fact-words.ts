/** What a change to a line says, in the words of the screen. */
import { useFormatter, useTranslations } from 'use-intl';
import type { nouns } from '#domain/registry.ts';
import type { Values } from '#domain/registry.ts';
import type { SessionPlaces } from '#storage/queries/groups.ts';
import { labelOf } from './side-toggle.tsx';
import type { SideWord } from '#parts/side-words.ts';

export interface FactWords {
  readonly label: string;
  /** Absent where the label says it all. */
  readonly value?: string;
}

type Field = keyof (typeof nouns)['capture']['fields'];

/** Fields that say nothing to a person: where the record hangs, and its place, which "moved" tells. */
const silent = new Set(['sessionId', 'themeId', 'deletedDigest']);

export function useFactWords(sides: readonly SideWord[], places: SessionPlaces | undefined) {
  const t = useTranslations('captures.history');
  const noun = useTranslations('nouns.capture');
  const words = useTranslations('words');
  const erasing = useTranslations('erasing');
  const format = useFormatter();

  const valueOf = (field: Field, value: unknown): string => {
    if (value === null || value === '') return t('nothing');
    if (typeof value === 'boolean') return words(value ? 'yesNo.yes' : 'yesNo.no');
    const values = value as never;
    switch (field) {
      case 'kind':
        return words(`kind.${values as NonNullable<Values<'capture'>['kind']>}`);
      case 'category':
        return words(`category.${values as NonNullable<Values<'capture'>['category']>}`);
      case 'status':
        return words(`actionStatus.${values as NonNullable<Values<'capture'>['status']>}`);
      case 'side':
        return labelOf(values, sides) ?? String(value);
      case 'dueOn':
        return format.dateTime(new Date(`${String(value)}T12:00:00`), { dateStyle: 'medium' });
      case 'groupId':
        return places?.groups.find(({ id }) => id === value)?.label ?? t('aGroup');
      case 'blockId':
        return places?.blocks.find(({ id }) => id === value)?.title ?? t('aBlock');
      default:
        return String(value);
    }
  };

  return (values: Readonly<Record<string, unknown>>): FactWords[] => {
    if (values.erased === true) return [{ label: erasing('erased') }];
    if (values.deleted === true) return [{ label: t('deleted') }];
    if (values.deleted === false) return [{ label: t('broughtBack') }];
    const fields = Object.entries(values).filter(([field, value]) => !silent.has(field) && value !== undefined);
    const facts = fields.filter(([field]) => field !== 'order');
    if (facts.length === 0 && fields.length > 0) return [{ label: t('moved') }];
    return facts.map(([field, value]) => ({ label: noun(field as Field), value: valueOf(field as Field, value) }));
  };
}
