/** What the server refused: read, tried again, saved as a file, and only then taken off the list. */
import { Button } from '@mantine/core';
import { IconDownload, IconRefresh } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type RefusedItem, refusedItems } from '#storage/queries/refused.ts';
import { useLive } from '#storage/use-live.ts';
import type { ServerCalls } from '#sync/status.ts';
import { Section } from '#ui/section.tsx';
import { retryRefused } from './commands.ts';
import { noteExported } from './exported.ts';
import { refusedFile } from './refused-file.ts';
import { RefusedRow } from './refused-row.tsx';
import { useRefusedWords } from './refused-words.ts';
import { saveText } from './save-file.ts';
import styles from './refused.module.css';

export const RefusedList = ({ calls }: { readonly calls: ServerCalls }) => {
  const t = useTranslations('device.refused');
  const items = useLive(refusedItems, []);
  if (!items || items.length === 0) return null;
  return (
    <Section id="look" title={t('title')} note={t('note')}>
      {items.length > 1 ? <AllOfThem items={items} calls={calls} /> : null}
      <ul aria-label={t('title')} className={styles.list}>
        {items.map((item) => (
          <RefusedRow key={item.row.seq} item={item} calls={calls} />
        ))}
      </ul>
    </Section>
  );
};

const AllOfThem = ({ items, calls }: { readonly items: readonly RefusedItem[]; readonly calls: ServerCalls }) => {
  const t = useTranslations('device.refused');
  const words = useRefusedWords();
  const file = { head: t('fileHead'), record: t('fileRecord') };

  const retry = async () => {
    for (const { row } of items) await retryRefused(row.seq);
    calls.tryNow();
  };
  const save = () => {
    const day = new Date(items[0]?.row.at ?? 0).toISOString().slice(0, 10);
    const texts = items.map((item) => refusedFile(item.row, words(item), file));
    saveText(`Baraza ${day} ${t('fileName')}.txt`, texts.join('\n'));
    for (const { row } of items) noteExported(row.seq);
  };
  return (
    <div className={styles.actions}>
      <Button variant="default" leftSection={<IconRefresh aria-hidden />} onClick={() => void retry()}>
        {t('retryAll')}
      </Button>
      <Button variant="default" leftSection={<IconDownload aria-hidden />} onClick={save}>
        {t('exportAll')}
      </Button>
    </div>
  );
};
