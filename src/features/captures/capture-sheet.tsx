/** Everything of one line, by its kind. It stands beside the list, which stays in use. */
import { Button } from '@mantine/core';
import { IconArrowsExchange, IconHistory, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { ErasedNote, EraseRecord } from '#parts/erase-record.tsx';
import { RecordField } from '#parts/record-field.tsx';
import { refOfLine } from '#storage/queries/captures.ts';
import { placesIn, sideLabelsOf } from '#storage/queries/groups.ts';
import { record } from '#storage/queries/records.ts';
import { isErasedEntity } from '#storage/row.ts';
import { useLive } from '#storage/use-live.ts';
import { CheckField } from '#ui/field.tsx';
import { Loading } from '#ui/loading.tsx';
import { Sheet } from '#ui/sheet.tsx';
import type { Line } from './commands.ts';
import { firstWords } from './first-words.ts';
import { KindFields } from './kind-fields.tsx';
import { KindStrip } from './kind-strip.tsx';
import { useLineActs } from './line-acts.ts';
import { LineHistory } from './line-history.tsx';
import { MoveTargets } from './move-targets.tsx';
import { PhotoList } from './photo-list.tsx';
import { SideToggle } from './side-toggle.tsx';
import { useSideWords } from '#parts/side-words.ts';
import styles from './capture-sheet.module.css';

interface CaptureSheetProps {
  readonly captureId: Id<'capture'>;
  readonly onClose: () => void;
}

export const CaptureSheet = ({ captureId, onClose }: CaptureSheetProps) => {
  const t = useTranslations('captures.sheet');
  const app = useTranslations('app');
  const line = useLive(() => record('capture', captureId), [captureId]);
  const reference = useLive(() => refOfLine(captureId), [captureId]);
  return (
    <Sheet opened beside onClose={onClose} title={t('title', { ref: reference ?? '' })} closeLabel={app('do.close')}>
      {line === undefined ? <Loading label={app('loading')} /> : null}
      {line === null ? <p>{t('gone')}</p> : null}
      {line && isErasedEntity(line) ? <ErasedNote record={line} /> : null}
      {line && !isErasedEntity(line) ? <Everything line={line} reference={reference ?? ''} onClose={onClose} /> : null}
    </Sheet>
  );
};

/** What a line is known by: its reference and its first words. */
const nameOf = (text: string | null | undefined, reference: string): string =>
  [reference, firstWords(text)].filter(Boolean).join(' ');

interface EverythingProps {
  readonly line: Line;
  readonly reference: string;
  readonly onClose: () => void;
}

const Everything = ({ line, reference, onClose }: EverythingProps) => {
  const t = useTranslations('captures.sheet');
  const noun = useTranslations('nouns.capture');
  const sides = useSideWords(useLive(() => (line.sessionId ? sideLabelsOf(line.sessionId) : null), [line.sessionId]));
  const places = useLive(() => placesIn(line.scope), [line.scope]);
  const { acts, refusal } = useLineActs({ lines: [line], refOf: () => reference });
  const [view, setView] = useState<'move' | 'history'>();
  const group = places?.groups.find(({ id }) => id === line.groupId);
  const block = places?.blocks.find(({ id }) => id === (group?.blockId ?? line.blockId));
  const set = acts.set;

  return (
    <div className={styles.sheet}>
      <CommitProblem failure={refusal?.failure} onRetry={refusal?.retry} />
      <RecordField record={line} field="text" label={noun('text')} multiline />
      <KindStrip
        kind={line.kind ?? 'note'}
        category={line.category}
        onPick={(kind, category) => acts.pickKind(line, kind, category)}
      />
      <div className={styles.side}>
        <span>{noun('side')}</span>
        <SideToggle side={line.side ?? undefined} words={sides} onPick={(side) => acts.pickSide(line, side)} />
      </div>
      <KindFields line={line} onSet={(facts) => set(line, facts)} />
      <div>
        <CheckField
          label={noun('starred')}
          checked={line.starred === true}
          onChange={(starred) => set(line, { starred })}
        />
        <CheckField
          label={noun('verbatim')}
          checked={line.verbatim === true}
          onChange={(verbatim) => set(line, { verbatim })}
        />
      </div>
      <PhotoList line={line} reference={reference} />
      <div className={styles.where}>
        <p>
          {[group ? group.label || noun('groupId') : undefined, block ? block.title || noun('blockId') : t('session')]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <Button
          leftSection={<IconArrowsExchange aria-hidden />}
          aria-expanded={view === 'move'}
          onClick={() => setView(view === 'move' ? undefined : 'move')}
        >
          {t('move')}
        </Button>
      </div>
      {view === 'move' ? (
        <MoveTargets
          from={{
            scope: line.scope,
            sessionId: line.sessionId ?? ('' as Id<'session'>),
            ...(block && { blockId: block.id }),
            ...(group && { groupId: group.id }),
          }}
          onPick={(target, name) => {
            setView(undefined);
            acts.moveTo(line, target, name);
          }}
        />
      ) : null}
      <div className={styles.foot}>
        <Button
          variant="subtle"
          leftSection={<IconHistory aria-hidden />}
          aria-expanded={view === 'history'}
          onClick={() => setView(view === 'history' ? undefined : 'history')}
        >
          {t('history')}
        </Button>
        <Button
          variant="subtle"
          color="danger"
          leftSection={<IconTrash aria-hidden />}
          onClick={() => {
            onClose();
            acts.remove(line);
          }}
        >
          {t('remove')}
        </Button>
      </div>
      {view === 'history' ? <LineHistory line={line} sides={sides} /> : null}
      <EraseRecord record={line} name={nameOf(line.text, reference)} />
    </div>
  );
};
