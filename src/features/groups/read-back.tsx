/**
 * What the group wrote, read to the room one line after another, large enough for whoever reads aloud. At the end
 * the group is marked as read back.
 */
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Values } from '#domain/registry.ts';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { type LinePlace, linesOf } from '#storage/queries/captures.ts';
import { useLive } from '#storage/use-live.ts';
import { isErasedEntity } from '#storage/row.ts';
import { KindIcon } from '#ui/kind-icon.tsx';
import { useStandingBar } from '#ui/standing-bar.ts';
import type { Outcome } from './commands.ts';
import { useAttempt } from './use-attempt.ts';
import styles from './read-back.module.css';

interface ReadBackProps {
  readonly place: LinePlace;
  readonly title: string;
  readonly sideLabels: Values<'programme'>['sideLabels'];
  /** Marks the group as read back. */
  readonly onRead: () => Outcome;
  readonly onClose: () => void;
}

export const ReadBack = ({ place, title, sideLabels, onRead, onClose }: ReadBackProps) => {
  const t = useTranslations('groups.reading');
  const words = useTranslations('words');
  const erasing = useTranslations('erasing');
  const lines = useLive(() => linesOf(place), [place.scope, place.groupId]);
  const [asked, setAsked] = useState(0);
  const { refusal, attempt } = useAttempt();
  const last = Math.max(0, (lines?.length ?? 0) - 1);
  const at = Math.min(asked, last);
  const line = lines?.[at];

  useEffect(() => {
    document.title = title;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
      const by = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }[event.key];
      if (!by) return;
      event.preventDefault();
      setAsked(Math.min(last, Math.max(0, at + by)));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [at, last, onClose, title]);

  const foot = useRef<HTMLElement>(null);
  useStandingBar(foot, lines !== undefined);

  if (!lines) return null;
  const finish = async () => {
    await attempt(async () => {
      const failure = await onRead();
      if (!failure) onClose();
      return failure;
    });
  };

  return (
    <section aria-label={t('label', { title })} className={styles.reading}>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        <ActionIcon aria-label={t('close')} onClick={onClose}>
          <IconX aria-hidden />
        </ActionIcon>
      </header>
      {line ? (
        <div className={styles.line} aria-live="polite">
          <p className={styles.number}>{t('place', { number: at + 1, count: lines.length })}</p>
          <p className={styles.text}>{isErasedEntity(line) ? erasing('erased') : line.text}</p>
          <p className={styles.facts}>
            <span className={styles.kind}>
              <KindIcon kind={line.kind ?? 'note'} size={28} />
              {words(`kind.${line.kind ?? 'note'}`)}
              {line.category ? ` · ${words(`category.${line.category}`)}` : ''}
            </span>
            {line.side ? <span>{sideLabels?.[line.side] || words(`side.${line.side}`)}</span> : null}
          </p>
        </div>
      ) : (
        <p className={styles.line}>{t('empty')}</p>
      )}
      <CommitProblem failure={refusal?.failure} onRetry={refusal?.retry} />
      <footer ref={foot} className={styles.foot}>
        <Button
          size="lg"
          leftSection={<IconArrowLeft aria-hidden />}
          disabled={at === 0}
          onClick={() => setAsked(at - 1)}
        >
          {t('before')}
        </Button>
        {at < last ? (
          <Button
            size="lg"
            variant="filled"
            rightSection={<IconArrowRight aria-hidden />}
            onClick={() => setAsked(at + 1)}
          >
            {t('next')}
          </Button>
        ) : (
          <Button size="lg" variant="filled" leftSection={<IconCheck aria-hidden />} onClick={() => void finish()}>
            {t('done')}
          </Button>
        )}
      </footer>
    </section>
  );
};
