/** One refused record: what it is, why, what was written, and what can be done with it. */
import { Button } from '@mantine/core';
import { IconCheck, IconDownload, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { RefusedItem } from '#storage/queries/refused.ts';
import type { ServerCalls } from '#sync/status.ts';
import { Menu } from '#ui/menu.tsx';
import { offerUndo } from '#ui/undo.ts';
import { dropRefused, retryRefused, undropRefused } from './commands.ts';
import { noteExported, useExported } from './exported.ts';
import { refusedFile } from './refused-file.ts';
import { useRefusedWords } from './refused-words.ts';
import { saveText } from './save-file.ts';
import styles from './refused.module.css';

interface RefusedRowProps {
  readonly item: RefusedItem;
  readonly calls: ServerCalls;
}

export const RefusedRow = ({ item, calls }: RefusedRowProps) => {
  const t = useTranslations('device.refused');
  const words = useRefusedWords()(item);
  const { row } = item;
  const exported = useExported(({ seqs }) => seqs.has(row.seq));
  const short = words.title.length > 60 ? `${words.title.slice(0, 60)}…` : words.title;

  const retry = async () => {
    await retryRefused(row.seq);
    calls.tryNow();
  };
  const save = () => {
    const name = `Baraza ${new Date(row.at).toISOString().slice(0, 10)} ${t('fileName')} ${row.seq}.txt`;
    saveText(name, refusedFile(row, words, { head: t('fileHead'), record: t('fileRecord') }));
    noteExported(row.seq);
  };
  const drop = async () => {
    const dropped = await dropRefused(row.seq);
    if (dropped) offerUndo({ done: t('dropped', { title: short }), undo: () => undropRefused(dropped) });
  };

  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h3 className={styles.title}>{words.title}</h3>
          <p className={styles.from}>{words.from}</p>
        </div>
        <Menu
          label={t('more', { title: short })}
          items={[
            {
              label: t(exported ? 'drop' : 'dropFirst'),
              icon: IconTrash,
              danger: true,
              disabled: !exported,
              onPick: () => void drop(),
            },
          ]}
        />
      </div>
      <p>
        {words.reason} {words.advice}
      </p>
      {words.values.length > 0 ? (
        <dl aria-label={t('values')} className={styles.values}>
          {words.values.map(([label, value]) => (
            <div key={label} className={styles.value}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <div className={styles.actions}>
        <Button leftSection={<IconRefresh aria-hidden />} onClick={() => void retry()}>
          {t('retry')}
        </Button>
        <Button leftSection={exported ? <IconCheck aria-hidden /> : <IconDownload aria-hidden />} onClick={save}>
          {t(exported ? 'exported' : 'export')}
        </Button>
      </div>
      <details className={styles.detail}>
        <summary>{t('detail')}</summary>
        <code>{`${row.reason} ${row.noun}/${row.id} ${row.path} ${row.message}`}</code>
      </details>
    </li>
  );
};
