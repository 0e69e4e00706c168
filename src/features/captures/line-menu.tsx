/** Everything else that can be done with a line, in a sheet. What it does can be undone. */
import {
  IconArrowDown,
  IconArrowUp,
  IconArrowsExchange,
  IconHistory,
  IconListDetails,
  IconPencil,
  IconQuote,
  IconStar,
  IconStarFilled,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import type { LinePlace } from '#storage/queries/captures.ts';
import { isErasedEntity } from '#storage/row.ts';
import { Sheet } from '#ui/sheet.tsx';
import type { Line } from './commands.ts';
import { LineHistory } from './line-history.tsx';
import { MoveTargets } from './move-targets.tsx';
import type { SideWord } from '#parts/side-words.ts';
import styles from './line-menu.module.css';

export interface LineMenuActs {
  readonly edit: (line: Line) => void;
  readonly star: (line: Line) => void;
  readonly verbatim: (line: Line) => void;
  readonly step: (line: Line, by: -1 | 1) => void;
  readonly moveTo: (line: Line, place: LinePlace, name: string) => void;
  readonly details: (line: Line) => void;
  readonly remove: (line: Line) => void;
}

interface LineMenuProps {
  readonly line: Line;
  readonly reference: string;
  readonly place: LinePlace;
  readonly sides: readonly SideWord[];
  readonly first: boolean;
  readonly last: boolean;
  readonly acts: LineMenuActs;
  readonly onClose: () => void;
}

export const LineMenu = ({ line, reference, place, sides, first, last, acts, onClose }: LineMenuProps) => {
  const t = useTranslations('captures.menu');
  const app = useTranslations('app.do');
  const erasing = useTranslations('erasing');
  const isErased = isErasedEntity(line);
  const [view, setView] = useState<'menu' | 'move' | 'history'>('menu');
  const then = (act: (line: Line) => void) => () => {
    onClose();
    act(line);
  };
  const titles = { menu: t('title', { ref: reference }), move: t('moveTo'), history: t('history') };

  return (
    <Sheet opened onClose={onClose} title={titles[view]} closeLabel={app('close')}>
      {view === 'history' ? <LineHistory line={line} sides={sides} /> : null}
      {view === 'move' ? (
        <MoveTargets
          from={place}
          onPick={(target, name) => {
            onClose();
            acts.moveTo(line, target, name);
          }}
        />
      ) : null}
      {view === 'menu' ? (
        <>
          <p className={styles.text}>{isErased ? erasing('erased') : line.text}</p>
          <div className={styles.items}>
            {isErased ? null : (
              <>
                <Item icon={IconPencil} label={t('edit')} onPick={then(acts.edit)} />
                <Item
                  icon={line.starred ? IconStarFilled : IconStar}
                  label={line.starred ? t('unstar') : t('star')}
                  onPick={then(acts.star)}
                />
                <Item
                  icon={IconQuote}
                  label={line.verbatim ? t('notVerbatim') : t('verbatim')}
                  onPick={then(acts.verbatim)}
                />
              </>
            )}
            <Item icon={IconListDetails} label={t('details')} onPick={then(acts.details)} />
            <Item icon={IconArrowUp} label={t('up')} disabled={first} onPick={then((it) => acts.step(it, -1))} />
            <Item icon={IconArrowDown} label={t('down')} disabled={last} onPick={then((it) => acts.step(it, 1))} />
            <Item icon={IconArrowsExchange} label={t('moveTo')} onPick={() => setView('move')} />
            <Item icon={IconHistory} label={t('history')} onPick={() => setView('history')} />
            <Item icon={IconTrash} label={t('remove')} danger onPick={then(acts.remove)} />
          </div>
        </>
      ) : null}
    </Sheet>
  );
};

interface ItemProps {
  readonly icon: ComponentType<{ readonly 'aria-hidden': true }>;
  readonly label: string;
  readonly onPick: () => void;
  readonly disabled?: boolean;
  readonly danger?: boolean;
}

const Item = ({ icon: Icon, label, onPick, disabled, danger }: ItemProps) => (
  <button type="button" className={styles.item} data-danger={danger || undefined} disabled={disabled} onClick={onPick}>
    <Icon aria-hidden />
    <span>{label}</span>
  </button>
);
