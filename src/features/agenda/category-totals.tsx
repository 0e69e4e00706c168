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
  return (
    <Section title={t('totals')}>
      <ul className={styles.totals}>
        {used.map(({ category, minutes }) => (
          <li key={category} className={styles.total} data-category={category}>
            {words(`blockCategory.${category}`)}{' '}
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
