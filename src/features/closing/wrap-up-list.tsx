/** The lines of one kind, the next one to add, and the answer "none". */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { useWrites } from '#parts/use-writes.tsx';
import { capturesOfKind } from '#storage/queries/captures-of-kind.ts';
import type { Entity } from '#storage/row.ts';
import { useLive } from '#storage/use-live.ts';
import { useNextLine } from '#storage/use-next-line.ts';
import { CheckField, TextField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useKeptInView } from '#ui/use-kept-in-view.ts';
import { addLine, sayNone } from './commands.ts';
import { noneField, type WrapUpKind } from './wrap-up-kinds.ts';
import { WrapUpRow } from './wrap-up-row.tsx';
import styles from './closing.module.css';

interface WrapUpListProps {
  readonly kind: WrapUpKind;
  readonly session: Entity<'session'>;
  readonly onOpen: ((id: Id<'capture'>) => void) | undefined;
}

export const WrapUpList = ({ kind, session, onOpen }: WrapUpListProps) => {
  const t = useTranslations('close');
  const { write, problem } = useWrites();
  const lines = useLive(() => capturesOfKind(session.scope, kind), [session.scope, kind]);
  const key = `${kind}:${session.id}`;
  const none = noneField[kind];
  const field = useKeptInView<HTMLInputElement>(lines?.length);
  const saysNone = none !== undefined && session[none] === true;

  const next = useNextLine({
    key,
    about: { screen: 'close', scope: session.scope, sessionId: session.id, kind },
    keep: (text) => addLine(session, kind, text, key),
  });

  return (
    <Section title={t(`heads.${kind}`)}>
      {lines && lines.length > 0 ? (
        <ul className={styles.lines}>
          {lines.map((line) => (
            <WrapUpRow key={line.id} line={line} onOpen={onOpen} />
          ))}
        </ul>
      ) : null}
      <div className={styles.add}>
        <TextField
          ref={field}
          label={t(`add.${kind}`)}
          placeholder={t('hint')}
          description={
            lines?.length === 0 && !saysNone ? t('forExample', { example: t(`example.${kind}`) }) : undefined
          }
          value={next.value}
          onChange={next.onChange}
          restoredCaret={next.caret}
          onEnter={() => void next.end()}
        />
        <Button
          leftSection={<IconPlus aria-hidden />}
          disabled={next.value.trim() === ''}
          onClick={() => void next.end()}
        >
          {t('addButton')}
        </Button>
      </div>
      {none && lines?.length === 0 ? (
        <CheckField
          label={t('none')}
          description={saysNone ? t('noneSaid') : t('noneQuestion')}
          checked={saysNone}
          onChange={(said) => void write(() => sayNone(session, kind, said))}
        />
      ) : null}
      {problem}
      <CommitProblem failure={next.failure} onRetry={() => void next.end()} />
    </Section>
  );
};
