/** What the server refused: read, tried again, saved as a file, and only then taken off the list. */
import { useTranslations } from 'use-intl';
import { refusedItems } from '#storage/queries/refused.ts';
import { useLive } from '#storage/use-live.ts';
import type { ServerCalls } from '#sync/status.ts';
import { Section } from '#ui/section.tsx';
import { RefusedRow } from './refused-row.tsx';
import styles from './refused.module.css';

export const RefusedList = ({ calls }: { readonly calls: ServerCalls }) => {
  const t = useTranslations('device.refused');
  const items = useLive(refusedItems, []);
  if (!items || items.length === 0) return null;
  return (
    <Section id="look" title={t('title')} note={t('note')}>
      <ul aria-label={t('title')} className={styles.list}>
        {items.map((item) => (
          <RefusedRow key={item.row.seq} item={item} calls={calls} />
        ))}
      </ul>
    </Section>
  );
};
