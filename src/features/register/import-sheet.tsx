/** People from a spreadsheet: pasted or in a file, looked at before they are added, and added all or none. */
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Side, sides as allSides } from '#domain/nouns/vocabulary.ts';
import type { SideLabels } from '#domain/person-columns.ts';
import { drafts } from '#storage/browser-drafts.ts';
import type { CommitFailure } from '#storage/commit.ts';
import { peopleOf } from '#storage/queries/people.ts';
import { useLive } from '#storage/use-live.ts';
import { Chip, ChipRow } from '#ui/chip.tsx';
import { SelectField } from '#ui/field.tsx';
import { Problem } from '#ui/problem.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { offerUndo } from '#ui/undo.ts';
import { addPeople, registerOf, takeBack } from './commands.ts';
import { CommitProblem } from './commit-problem.tsx';
import { type Answer, matchLines, planImport } from './import-plan.ts';
import { ListColumns } from './list-columns.tsx';
import { lineId, ListPeople } from './list-people.tsx';
import { ListSourceField } from './list-source.tsx';
import type { SideWords } from './sides.ts';
import { type ListFailure, useList } from './use-list.ts';
import type { RegisterView } from './use-register.ts';
import styles from './sheets.module.css';

interface ImportSheetProps {
  readonly view: RegisterView;
  readonly sides: Readonly<Record<Side, SideWords>>;
  readonly sideLabels: SideLabels;
  /** What opened the sheet by being pasted; empty: what was left there before comes back. */
  readonly pasted: string;
  readonly onClose: () => void;
}

export const ImportSheet = ({ view, sides, sideLabels, pasted, onClose }: ImportSheetProps) => {
  const t = useTranslations('register.import');
  const app = useTranslations('app');
  const { session, registered } = view;
  const list = useList(session, pasted, sideLabels);
  const registerId = registerOf(session);
  const known = useLive(() => peopleOf(registerId), [registerId]);
  const [sideForAll, setSideForAll] = useState<Side>();
  const [answers, setAnswers] = useState<ReadonlyMap<number, Answer>>(new Map());
  const [failure, setFailure] = useState<CommitFailure>();
  const [isAdding, setAdding] = useState(false);

  const lines = useMemo(() => (known ? matchLines(list.people, known) : []), [list.people, known]);
  const onList = useMemo(() => new Set(registered.map(({ personId }) => personId as string)), [registered]);
  const plan = useMemo(() => planImport(lines, answers, onList, sideForAll), [lines, answers, onList, sideForAll]);
  const hasSideColumn = list.columns.roles.includes('side');

  const add = async () => {
    const [first] = plan.open;
    if (first) return document.getElementById(lineId(first.line))?.scrollIntoView({ block: 'center' });
    setAdding(true);
    await drafts.finish(list.draftKey);
    const { ids, written } = await addPeople(session, plan.people, { source: 'imported', finishing: [list.draftKey] });
    setAdding(false);
    if (!written.ok) return setFailure(written.error);
    onClose();
    offerUndo({ done: t('added', { count: ids.length }), undo: () => takeBack(session, plan.people, ids) });
  };

  const label =
    plan.open.length > 0 ? t('answerFirst', { count: plan.open.length }) : t('add', { count: plan.people.length });
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('title')}
      closeLabel={app('do.close')}
      foot={
        lines.length > 0 ? (
          <Button
            variant="filled"
            disabled={isAdding || (plan.people.length === 0 && plan.open.length === 0)}
            onClick={() => void add()}
          >
            {isAdding ? t('adding') : label}
          </Button>
        ) : undefined
      }
    >
      <ListSourceField
        source={list.source}
        onText={(text) => {
          setAnswers(new Map());
          list.setText(text);
        }}
        onFile={(file) => {
          setAnswers(new Map());
          void list.setFile(file);
        }}
        onClear={list.clear}
      />
      <ListProblem failure={list.failure} />
      {list.sheets.length > 1 ? (
        <SelectField
          label={t('sheet')}
          value={String(list.sheet)}
          options={list.sheets.map(({ name }, at) => ({ value: String(at), label: name }))}
          onChange={(value) => list.setSheet(Number(value))}
        />
      ) : null}
      {list.table.length === 0 ? null : (
        <>
          <section aria-label={t('columns')} className={styles.part}>
            <h3 className={styles.partTitle}>{t('columns')}</h3>
            {list.hasNames ? null : (
              <Problem role="status" happened={t('noNames')} safe={t('kept')} advice={t('noNamesAdvice')} />
            )}
            <ListColumns list={list} />
          </section>
          {list.hasNames ? (
            <section aria-label={t('people')} className={styles.part}>
              <h3 className={styles.partTitle}>{t('peopleCount', { count: lines.length - plan.nameless.length })}</h3>
              <div>
                <p className={styles.label}>{t(hasSideColumn ? 'sideForOthers' : 'sideForAll')}</p>
                <ChipRow label={t(hasSideColumn ? 'sideForOthers' : 'sideForAll')}>
                  {allSides.map((one) => (
                    <Chip
                      key={one}
                      pressed={sideForAll === one}
                      label={sides[one].name}
                      onPress={() => setSideForAll(sideForAll === one ? undefined : one)}
                    />
                  ))}
                </ChipRow>
              </div>
              {plan.nameless.length > 0 ? (
                <p className={styles.problem}>{t('nameless', { count: plan.nameless.length })}</p>
              ) : null}
              <ListPeople
                lines={lines}
                answers={answers}
                sides={sides}
                sideForAll={sideForAll}
                onAnswer={(which, answer) =>
                  setAnswers((now) => new Map([...now, ...which.map((line) => [line, answer] as const)]))
                }
              />
            </section>
          ) : null}
        </>
      )}
      <CommitProblem failure={failure} kept onRetry={() => void add()} />
    </Sheet>
  );
};

const ListProblem = ({ failure }: { readonly failure: ListFailure | undefined }) => {
  const t = useTranslations('register.import.problem');
  const kept = useTranslations('register.import')('kept');
  if (!failure) return null;
  switch (failure.type) {
    case 'table/empty':
      return <Problem role="status" happened={t('empty')} advice={t('emptyAdvice')} />;
    case 'table/too-large':
      return (
        <Problem
          happened={t('tooLarge', { megabytes: Math.round(failure.maxBytes / 1e6) })}
          advice={t('tooLargeAdvice')}
        />
      );
    case 'table/too-many-rows':
      return (
        <Problem
          happened={t('tooManyRows', { rows: failure.rows, max: failure.maxRows })}
          safe={kept}
          advice={t('tooManyRowsAdvice')}
        />
      );
    case 'table/old-excel':
      return <Problem happened={t('oldExcel')} advice={t('oldExcelAdvice')} />;
    case 'table/unreadable':
      return <Problem happened={t('unreadable')} advice={t('unreadableAdvice')} />;
    case 'table/no-table':
      return <Problem happened={t('noTable')} advice={t('noTableAdvice')} />;
    case 'table/part-missing':
      return <Problem happened={t('partMissing')} safe={kept} advice={t('partMissingAdvice')} />;
  }
};
