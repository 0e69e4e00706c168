/** What somebody was writing when the page was left or the browser killed: one tap leads back to it. */
import { IconCopy, IconPencil, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { drafts } from '#storage/browser-drafts.ts';
import { unfinishedTexts, type UnfinishedText, type WritingPlace } from '#storage/queries/unfinished.ts';
import { useLive } from '#storage/use-live.ts';
import { ListRow, RowList } from '#ui/list-row.tsx';
import { Menu } from '#ui/menu.tsx';
import { Section } from '#ui/section.tsx';
import { offerUndo } from '#ui/undo.ts';
import styles from './home.module.css';

/** An edit that ends as its page is left is on its way to the disk for so long. */
const settleMs = 600;

export const UnfinishedList = () => {
  const t = useTranslations('home.unfinished');
  const found = useLive(unfinishedTexts, []);
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settleMs);
    return () => clearTimeout(timer);
  }, []);
  if (!settled || !found || found.length === 0) return null;
  return (
    <Section title={t('title')}>
      <RowList label={t('title')}>
        {found.map((unfinished) => (
          <UnfinishedRow key={unfinished.draft.key} unfinished={unfinished} />
        ))}
      </RowList>
    </Section>
  );
};

const UnfinishedRow = ({ unfinished: { draft, place } }: { readonly unfinished: UnfinishedText }) => {
  const t = useTranslations('home');
  const app = useTranslations('app.empty');
  const where = place && ('session' in place ? place.session.title || app('untitled') : place.programme.title);
  const discard = async () => {
    await drafts.discard(draft.key);
    offerUndo({ done: t('unfinished.discarded'), undo: () => drafts.write(draft) });
  };
  return (
    <ListRow
      lead={<IconPencil aria-hidden />}
      title={<span className={styles.excerpt}>{draft.text}</span>}
      meta={where ?? (place ? t('programme.untitled') : t('unfinished.gone'))}
      {...(place && { to: addressOf(place) })}
      actions={
        <Menu
          label={t('unfinished.more')}
          items={[
            {
              label: t('unfinished.copy'),
              icon: IconCopy,
              onPick: () => void navigator.clipboard?.writeText(draft.text),
            },
            { label: t('unfinished.discard'), icon: IconTrash, danger: true, onPick: () => void discard() },
          ]}
        />
      }
    />
  );
};

const addressOf = (place: WritingPlace): string =>
  'programme' in place
    ? `/programme/${place.programme.id}`
    : [`/session/${place.session.id}`, place.screen, place.itemId].filter((part) => part !== undefined).join('/');
