/** A line that two people wrote without seeing each other: both texts, until somebody chooses. */
import { useTranslations } from 'use-intl';
import { type FieldBinding, useField } from '#storage/use-field.ts';
import { AlsoWritten } from '#ui/also-written.tsx';
import type { Line } from './commands.ts';

export const LineConflict = ({ field }: { readonly field: FieldBinding }) => {
  const t = useTranslations('problems.also');
  const words = { title: t('title'), use: t('use'), keep: t('keep'), join: t('join') };
  return (
    <AlsoWritten shown={field.value} others={field.others} onSettle={(text) => void field.settle(text)} words={words} />
  );
};

/** The same for a line that nobody is editing. */
export const LineConflictOf = ({ line }: { readonly line: Line }) => <LineConflict field={useField(line, 'text')} />;
