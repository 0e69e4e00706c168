/** A block on the line of time: when, how long, what; five minutes more or less in one tap. */
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconLock,
  IconMinus,
  IconNotes,
  IconPlayerPlay,
  IconPlus,
  IconRotate,
  IconTrash,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { clockOfMinutes, type PlannedBlock, usualDurationMin } from '#domain/agenda.ts';
import type { Writes } from '#parts/use-writes.tsx';
import type { Entity } from '#storage/row.ts';
import { GripDots } from '#ui/dots.tsx';
import { Menu } from '#ui/menu.tsx';
import { offerUndo } from '#ui/undo.ts';
import { lengthen, markBlock, removeBlock, restoreBlock } from './commands.ts';
import { RunMark } from './run-mark.tsx';
import styles from './agenda.module.css';

interface BlockRowProps {
  readonly planned: PlannedBlock<Entity<'block'>>;
  readonly session: Entity<'session'>;
  /** The first block that has not been started: the one a facilitator starts next. */
  readonly isNext: boolean;
  readonly write: Writes['write'];
  readonly onOpen: () => void;
  readonly onMove: (by: -1 | 1) => void;
}

/** Pixels of height for a minute, between a thumb and a screen. */
const heightOf = (durationMin: number): number => Math.min(220, Math.max(88, durationMin * 1.9));

export const BlockRow = ({ planned, session, isNext, write, onOpen, onMove }: BlockRowProps) => {
  const t = useTranslations('agenda');
  const words = useTranslations('words');
  const { block, startMin, locked, gapMin, overrunMin } = planned;
  const navigate = useNavigate();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: block.id,
    attributes: { roleDescription: t('movable') },
  });
  const format = useFormatter();
  const clock = (at: number) => format.dateTime(at, { hour: '2-digit', minute: '2-digit' });
  const title = block.title || t('untitled');
  const minutes = block.durationMin ?? usualDurationMin;

  const remove = async () => {
    if (await write(() => removeBlock(block)))
      offerUndo({ done: t('removed', { title }), undo: () => write(() => restoreBlock(block)) });
  };

  return (
    <li
      ref={setNodeRef}
      className={styles.block}
      data-category={block.category ?? 'none'}
      data-locked={locked || undefined}
      data-overrun={overrunMin > 0 || undefined}
      data-dragging={isDragging || undefined}
      style={{ minBlockSize: heightOf(minutes), transform: CSS.Translate.toString(transform), transition }}
    >
      <div className={styles.time}>
        <span className={styles.clock}>{clockOfMinutes(startMin)}</span>
        {locked ? <IconLock role="img" aria-label={t('locked', { time: clockOfMinutes(startMin) })} size={20} /> : null}
      </div>
      <button type="button" className={styles.body} onClick={onOpen} aria-label={t('open', { title })}>
        <span className={styles.name}>{title}</span>
        <span className={styles.facts}>
          {t('minutes', { minutes })}
          {block.category ? ` · ${words(`blockCategory.${block.category}`)}` : ''}
          {block.method ? ` · ${block.method}` : ''}
        </span>
        {block.startedAt ? (
          <span className={styles.facts}>
            {block.endedAt
              ? t('asRun', { from: clock(block.startedAt), to: clock(block.endedAt) })
              : t('running', { from: clock(block.startedAt) })}
          </span>
        ) : null}
        {gapMin > 0 ? <span className={styles.facts}>{t('gap', { minutes: gapMin })}</span> : null}
        {overrunMin > 0 ? <span className={styles.warning}>{t('overrun', { minutes: overrunMin })}</span> : null}
      </button>
      <div className={styles.controls}>
        <RunMark block={block} session={session} isNext={isNext} write={write} />
        <div className={styles.steps}>
          <ActionIcon aria-label={t('shorterOf', { title })} onClick={() => void write(() => lengthen(block, -5))}>
            <IconMinus aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={t('longerOf', { title })} onClick={() => void write(() => lengthen(block, 5))}>
            <IconPlus aria-hidden />
          </ActionIcon>
        </div>
        <Menu
          label={t('more', { title })}
          items={[
            { label: t('toGroups'), icon: IconUsersGroup, onPick: () => void navigate('../groups') },
            { label: t('toPlenary'), icon: IconNotes, onPick: () => void navigate(`../plenary/${block.id}`) },
            ...(block.startedAt
              ? [
                  {
                    label: t('startAgain'),
                    icon: IconRotate,
                    onPick: () => void write(() => markBlock(block, session, 'not-started')),
                  },
                ]
              : [
                  {
                    label: t('start'),
                    icon: IconPlayerPlay,
                    onPick: () => void write(() => markBlock(block, session, 'started')),
                  },
                ]),
            { label: t('moveUp'), icon: IconArrowUp, onPick: () => onMove(-1) },
            { label: t('moveDown'), icon: IconArrowDown, onPick: () => onMove(1) },
            { label: t('remove'), icon: IconTrash, danger: true, onPick: () => void remove() },
          ]}
        />
        <ActionIcon
          ref={setActivatorNodeRef}
          className={styles.handle}
          {...attributes}
          {...listeners}
          aria-label={t('drag', { title })}
        >
          <GripDots />
        </ActionIcon>
      </div>
    </li>
  );
};
