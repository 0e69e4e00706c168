/** How long each kind of block takes, over all days. */
import { useTranslations } from 'use-intl';
import type { PlannableBlock, PlannedDay } from '#domain/agenda.ts';
import { type BlockCategory, blockCategories } from '#domain/nouns/vocabulary.ts';
import { Section } from '#ui/section.tsx';
import styles from './agenda.module.css';

export const CategoryTotals = ({ plan }: { readonly plan: readonly PlannedDay<PlannableBlock>[] }) => {
  const t = useTranslations('agenda');
  const words = useTranslations('words');
  const minutesOf = (category: BlockCategory) =>
    plan.reduce((sum, day) => sum + (day.minutesByCategory.get(category) ?? 0), 0);
  const used = blockCategories
    .map((category) => ({ category, minutes: minutesOf(category) }))
    .filter(({ minutes }) => minutes > 0);
  if (used.length === 0) return null;
  // Without it the totals would not add up to the day.
  const unsaid = plan
    .flatMap(({ blocks }) => blocks)
    .reduce((sum, { block, startMin, endMin }) => (block.category ? sum : sum + endMin - startMin), 0);
  const totals = [...used, ...(unsaid > 0 ? [{ category: undefined, minutes: unsaid }] : [])];
  return (
    <Section title={t('totals')}>
      <ul className={styles.totals}>
        {totals.map(({ category, minutes }) => (
          <li key={category ?? ''} className={styles.total} data-category={category}>
            {category ? words(`blockCategory.${category}`) : t('fields.none')}{' '}
            <strong>
              {minutes < 60
                ? t('minutes', { minutes })
                : t('hoursMinutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}
            </strong>
          </li>
        ))}
      </ul>
    </Section>
  );
};
