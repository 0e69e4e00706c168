/** The bundled examples: each opens in one tap, and goes in one tap that can be taken back. */
import { ActionIcon } from '@mantine/core';
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
import { type ExampleName, exampleNames } from './example-names.ts';
import { exampleProgrammeId } from './example.ts';

export const ExampleList = () => {
  const t = useTranslations('examples');
  const loaded = useLive(loadedExamples, []);
  const [failure, setFailure] = useState<ExampleFailure>();
  return (
    <Section title={t('title')} note={t('note')}>
      {failure?.type === 'example/not-here' ? (
        <Problem happened={t('chunkMissing')} />
      ) : (
        <CommitProblem failure={failure} />
      )}
      <RowList label={t('title')}>
        {exampleNames.map((name) => (
          <ExampleItem key={name} name={name} isLoaded={loaded?.has(name) === true} onFailure={setFailure} />
        ))}
      </RowList>
    </Section>
  );
};

interface ExampleItemProps {
  readonly name: ExampleName;
  readonly isLoaded: boolean;
  readonly onFailure: (failure: ExampleFailure | undefined) => void;
}

const ExampleItem = ({ name, isLoaded, onFailure }: ExampleItemProps) => {
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

  const remove = async () => {
    const removed = await removeExample(name);
    if (!removed.ok) return onFailure(removed.error);
    const restore = async () => {
      const restored = await removed.value();
      if (!restored.ok) onFailure(restored.error);
    };
    offerUndo({ done: t('removed', { title }), undo: restore });
  };

  return (
    <ListRow
      title={title}
      meta={t(`${name}.about`)}
      label={t('openOf', { title })}
      onOpen={() => void open()}
      actions={
        isLoaded ? (
          <ActionIcon aria-label={t('removeOf', { title })} title={t('remove')} onClick={() => void remove()}>
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
