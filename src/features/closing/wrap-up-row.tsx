/** One line: what, and for actions and commitments who, by when, and whether it is done. */
import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { useWrites } from '#parts/use-writes.tsx';
import { type Entity, isErasedEntity } from '#storage/row.ts';
import { useField } from '#storage/use-field.ts';
import { EdgeRow } from '#ui/edge-row.tsx';
import { CheckField, DateField, TextField } from '#ui/field.tsx';
import { Menu } from '#ui/menu.tsx';
import { offerUndo } from '#ui/undo.ts';
import { removeLine, restoreLine, setLine } from './commands.ts';
import { likelyOwnersId } from './likely-owners.tsx';
import styles from './closing.module.css';

interface WrapUpRowProps {
  readonly line: Entity<'capture'>;
  readonly onOpen: ((id: Id<'capture'>) => void) | undefined;
}

export const WrapUpRow = ({ line, onOpen }: WrapUpRowProps) => {
  const t = useTranslations('close');
  const { write, problem } = useWrites();
  const owner = useField(line, 'owner');
  const erasing = useTranslations('erasing');
  const isErased = isErasedEntity(line);
  const text = isErased ? erasing('erased') : line.text || t('untitled');
  const isOwned = !isErased && (line.kind === 'action' || line.kind === 'commitment' || line.kind === 'issue');

  const remove = async () => {
    if (await write(() => removeLine(line)))
      offerUndo({ done: t('removed', { text }), undo: () => write(() => restoreLine(line)) });
  };

  return (
    <EdgeRow tone={`var(--kind-${line.kind ?? 'note'})`}>
      <div className={styles.row}>
        <div className={styles.head}>
          <button
            type="button"
            className={styles.text}
            aria-label={t('openLine', { text })}
            onClick={() => onOpen?.(line.id)}
          >
            {text}
          </button>
          <Menu
            label={t('more', { text })}
            items={[{ label: t('remove'), icon: IconTrash, danger: true, onPick: () => void remove() }]}
          />
        </div>
        {isOwned ? (
          <div className={styles.owned}>
            <TextField
              label={t('owner')}
              placeholder={t('noOwner')}
              list={likelyOwnersId}
              value={owner.value}
              onChange={owner.onChange}
              restoredCaret={owner.caret}
              onBlur={() => void owner.finish()}
              onEnter={() => void owner.finish()}
            />
            <DateField
              label={t('due')}
              value={line.dueOn ?? ''}
              onChange={(due) => void write(() => setLine(line, { dueOn: due === '' ? null : due }))}
            />
            <CheckField
              label={<span aria-label={t('markDone', { text })}>{t('done')}</span>}
              checked={line.status === 'done'}
              onChange={(done) => void write(() => setLine(line, { status: done ? 'done' : 'open' }))}
            />
          </div>
        ) : null}
        {problem}
        <CommitProblem failure={owner.failure} onRetry={() => void owner.finish()} />
      </div>
    </EdgeRow>
  );
};
