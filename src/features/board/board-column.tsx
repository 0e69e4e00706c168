/** A column: its kind as colour, icon and word, how many there are, and its lines. */
import { Button } from '@mantine/core';
import { IconStarFilled } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import type { SideWord } from '#parts/side-words.ts';
import type { FilledColumn } from '#storage/queries/captures-of-kind.ts';
import { otherTexts } from '#storage/queries/captures.ts';
import { type Entity, isErasedEntity } from '#storage/row.ts';
import { EdgeRow } from '#ui/edge-row.tsx';
import { KindIcon, toneOfKind } from '#ui/kind-icon.tsx';
import { SideRing } from '#ui/side-ring.tsx';
import styles from './board.module.css';

interface BoardColumnProps {
  readonly column: FilledColumn;
  readonly groups: readonly Entity<'group'>[];
  readonly sides: readonly SideWord[];
  readonly onOpen: ((id: Id<'capture'>) => void) | undefined;
  readonly onMore: () => void;
}

export const BoardColumn = ({ column, groups, sides, onOpen, onMore }: BoardColumnProps) => {
  const t = useTranslations('board');
  const words = useTranslations('words');
  const heading = useId();
  const { kind, category, count, captures } = column;
  const left = count - captures.length;
  const name = category ? t('barrier', { category: words(`category.${category}`) }) : words(`kinds.${kind}`);

  return (
    <section className={styles.column} aria-labelledby={heading}>
      <h2 id={heading} className={styles.head}>
        <KindIcon kind={kind} />
        <span className={styles.name}>{name}</span>
        <span className={styles.count}>{count}</span>
      </h2>
      <ul className={styles.lines}>
        {captures.map((capture) => (
          <BoardLine
            key={capture.id}
            capture={capture}
            group={groups.find(({ id }) => id === capture.groupId)}
            sides={sides}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {left > 0 ? (
        <Button variant="subtle" onClick={onMore}>
          {t('more', { count: left })}
        </Button>
      ) : null}
    </section>
  );
};

interface BoardLineProps {
  readonly capture: Entity<'capture'>;
  readonly group: Entity<'group'> | undefined;
  readonly sides: readonly SideWord[];
  readonly onOpen: ((id: Id<'capture'>) => void) | undefined;
}

const BoardLine = ({ capture, group, sides, onOpen }: BoardLineProps) => {
  const t = useTranslations('board');
  const erasing = useTranslations('erasing');
  const erased = isErasedEntity(capture);
  const text = erased ? erasing('erased') : capture.text || t('emptyLine');
  const side = sides.find((word) => word.side === capture.side);
  const others = otherTexts(capture, 'text').length;
  const notes = [group ? group.label || t('untitledGroup') : '', others > 0 ? t('alsoWritten', { count: others }) : ''];

  return (
    <EdgeRow tone={toneOfKind(capture.kind ?? 'note')} pattern={side?.pattern} data-capture-id={capture.id}>
      <button
        type="button"
        className={styles.line}
        aria-label={t('openLine', { text })}
        onClick={() => onOpen?.(capture.id)}
      >
        <span className={erased ? styles.note : styles.text}>{text}</span>
        {notes.some((note) => note !== '') ? (
          <span className={styles.note}>{notes.filter((note) => note !== '').join(' · ')}</span>
        ) : null}
      </button>
      <span className={styles.marks}>
        {capture.starred ? <IconStarFilled role="img" aria-label={t('starred')} size={20} /> : null}
        {side ? <SideRing letter={side.letter} name={side.label} pattern={side.pattern} /> : null}
      </span>
    </EdgeRow>
  );
};
