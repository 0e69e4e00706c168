/**
 * The bundled examples: each opens in one tap, and goes in one that can be taken back; where somebody wrote in it, it is asked first.
 */
import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslations } from 'use-intl';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { sessionOverviews } from '#storage/queries/sessions.ts';
import { useLive } from '#storage/use-live.ts';
import { ListRow, RowList } from '#ui/list-row.tsx';
import { Problem } from '#ui/problem.tsx';
import { Section } from '#ui/section.tsx';
import { offerUndo } from '#ui/undo.ts';
import { type ExampleFailure, hasExample, loadExample, removeExample } from './commands.ts';
import { isWritten, type Written, writtenIn } from './written-in.ts';
import { type ExampleName, exampleNames } from './example-names.ts';
import { exampleProgrammeId } from './example.ts';

export const ExampleList = () => {
  const t = useTranslations('examples');
  const loaded = useLive(loadedExamples, []);
  const [failure, setFailure] = useState<ExampleFailure>();
  const [asked, setAsked] = useState<{ readonly name: ExampleName; readonly written: Written }>();

  const remove = async (name: ExampleName) => {
    setAsked(undefined);
    const removed = await removeExample(name);
    if (!removed.ok) return setFailure(removed.error);
    const restore = async () => {
      const restored = await removed.value();
      if (!restored.ok) setFailure(restored.error);
    };
    offerUndo({ done: t('removed', { title: t(`${name}.title`) }), undo: restore });
  };
  /** What somebody wrote is not taken with one tap: an example looks like a session. */
  const askToRemove = async (name: ExampleName) => {
    const written = await writtenIn(name);
    if (isWritten(written)) setAsked({ name, written });
    else await remove(name);
  };

  return (
    <Section title={t('title')} note={t('note')}>
      {failure?.type === 'example/not-here' ? (
        <Problem happened={t('chunkMissing')} />
      ) : (
        <CommitProblem failure={failure} />
      )}
      <RowList label={t('title')}>
        {exampleNames.map((name) => (
          <ExampleItem
            key={name}
            name={name}
            isLoaded={loaded?.has(name) === true}
            onFailure={setFailure}
            onRemove={() => void askToRemove(name)}
          />
        ))}
      </RowList>
      {asked ? (
        <Problem
          happened={<WrittenWords title={t(`${asked.name}.title`)} written={asked.written} />}
          advice={t('written.goes')}
          actions={
            <>
              <Button onClick={() => setAsked(undefined)}>{t('written.keep')}</Button>
              <Button variant="subtle" onClick={() => void remove(asked.name)}>
                {t('written.remove')}
              </Button>
            </>
          }
        />
      ) : null}
    </Section>
  );
};

/** "You wrote 1 line in it. 2 other things were added or changed." */
const WrittenWords = ({ title, written: { lines, others } }: { readonly title: string; readonly written: Written }) => {
  const t = useTranslations('examples.written');
  if (lines === 0) return t('things', { count: others, title });
  return `${t('lines', { count: lines, title })}${others > 0 ? ` ${t('others', { count: others })}` : ''}`;
};

interface ExampleItemProps {
  readonly name: ExampleName;
  readonly isLoaded: boolean;
  readonly onFailure: (failure: ExampleFailure | undefined) => void;
  readonly onRemove: () => void;
}

const ExampleItem = ({ name, isLoaded, onFailure, onRemove }: ExampleItemProps) => {
  const t = useTranslations('examples');
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const title = t(`${name}.title`);

  const open = async () => {
    if (busy) return;
    setBusy(true);
    const result = await loadExample(name);
    setBusy(false);
    onFailure(result.ok ? undefined : result.error);
    if (result.ok) void navigate(await addressOf(name));
  };

  return (
    <ListRow
      title={title}
      meta={t(`${name}.about`)}
      label={t('openOf', { title })}
      onOpen={() => void open()}
      actions={
        isLoaded ? (
          <ActionIcon aria-label={t('removeOf', { title })} title={t('remove')} onClick={onRemove}>
            <IconTrash aria-hidden />
          </ActionIcon>
        ) : undefined
      }
    />
  );
};

const loadedExamples = async (): Promise<ReadonlySet<string>> => {
  const here = await Promise.all(exampleNames.map(hasExample));
  return new Set(exampleNames.filter((_, at) => here[at]));
};

/** A single session opens by itself, several by their programme. */
async function addressOf(name: ExampleName): Promise<string> {
  const programmeId = exampleProgrammeId(name);
  const [only, ...more] = await sessionOverviews(programmeId);
  return only && more.length === 0 ? `/session/${only.session.id}/purpose` : `/programme/${programmeId}`;
}
