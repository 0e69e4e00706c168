/** The register of a session: who is on the list, who came in which half-day, and what that comes to. */
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconTableImport } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { HalfDay } from '#domain/attendance.ts';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import type { CommitFailure } from '#storage/commit.ts';
import { useOpenEdit } from '#storage/use-open-edit.ts';
import { Empty } from '#ui/empty.tsx';
import { Loading } from '#ui/loading.tsx';
import { Page } from '#ui/page.tsx';
import { offerUndo } from '#ui/undo.ts';
import { markPresent, registerOf } from './commands.ts';
import { CommitProblem } from './commit-problem.tsx';
import { entriesOf } from './entries.ts';
import { Figures } from './figures.tsx';
import { FromListSheet } from './from-list-sheet.tsx';
import { halfDayAt, useDayWords } from './half-days.ts';
import { ImportSheet } from './import-sheet.tsx';
import { PeopleList } from './people-list.tsx';
import { rowId } from './person-row.tsx';
import { PersonSheet } from './person-sheet.tsx';
import { QuickAdd } from './quick-add.tsx';
import { QuotaBars } from './quota-bars.tsx';
import { QuotaEditor } from './quota-editor.tsx';
import { sideLabelsOf, useSides } from './sides.ts';
import { type RegisterView, type Taps, useRegister, useTaps } from './use-register.ts';
import { WithdrawnList } from './withdrawn-list.tsx';
import styles from './register.module.css';

export const RegisterPage = ({ sessionId }: { readonly sessionId: Id<'session'> }) => {
  const t = useTranslations('register');
  const taps = useTaps(sessionId);
  const view = useRegister(sessionId, taps.taps);
  return view ? <RegisterScreen view={view} taps={taps} /> : <Loading label={t('loading')} lines={6} />;
};

type Open =
  | { readonly what: 'person'; readonly personId: string }
  | { readonly what: 'import'; readonly pasted: string }
  | { readonly what: 'from-list' }
  | { readonly what: 'quotas' };

const RegisterScreen = ({ view, taps }: { readonly view: RegisterView; readonly taps: Taps }) => {
  const t = useTranslations('register');
  const locale = useLocale();
  const { session, programme, days, registered, totals } = view;
  const sides = useSides(programme?.sideLabels);
  const sideLabels = useMemo(() => sideLabelsOf(programme?.sideLabels), [programme?.sideLabels]);
  const dayWords = useDayWords(days);
  const entries = useMemo(() => entriesOf(registered, locale), [registered, locale]);
  const [halfDay, setHalfDay] = useState<HalfDay>(() => halfDayAt(new Date(), days));
  const [open, setOpen] = useState<Open>();
  const [newId, setNewId] = useState<string>();
  const [failure, setFailure] = useState<CommitFailure>();
  const isBesides = useMediaQuery('(min-width: 68em)', false, { getInitialValueInEffect: false });

  useOpenEdit('person', scopeOf('register', registerOf(session)), (personId) =>
    setOpen((now) => now ?? { what: 'person', personId }),
  );

  const { tap } = taps;
  const onTap = useCallback(
    (personId: string, when: HalfDay, present: boolean) => void tap(personId, when, present),
    [tap],
  );
  const onOpen = useCallback((personId: string) => setOpen({ what: 'person', personId }), []);
  const close = () => setOpen(undefined);

  const onMarkAll = async (when: HalfDay) => {
    const { count, written, undo } = await markPresent(
      session.id,
      entries.map(({ personId }) => personId),
      when,
      view.marks,
    );
    setFailure(written.ok ? undefined : written.error);
    if (written.ok && count > 0)
      offerUndo({ done: t('list.allMarked', { count, halfDay: dayWords.halfDay(when) }), undo });
  };
  const onAdded = (personId: string) => {
    setNewId(personId);
    // The row is there once the list has been read again.
    setTimeout(() => document.getElementById(rowId(personId))?.scrollIntoView({ block: 'nearest' }), 150);
  };

  const shown = open?.what === 'person' ? registered.find(({ personId }) => personId === open.personId) : undefined;
  const figures = <Figures totals={totals} completerPercent={programme?.completerPercent ?? null} />;
  const bars = <QuotaBars view={view} sides={sides} onEdit={() => setOpen({ what: 'quotas' })} />;
  return (
    <Page title={t('title')} wide>
      <CommitProblem failure={taps.failure ?? failure} />
      <div className={styles.columns}>
        <div className={styles.main}>
          {isBesides ? null : bars}
          {entries.length === 0 ? (
            <Empty
              title={t('empty.title')}
              example={<span className={styles.example}>{t('empty.example')}</span>}
              action={
                <Button
                  leftSection={<IconTableImport aria-hidden />}
                  onClick={() => setOpen({ what: 'import', pasted: '' })}
                >
                  {t('add.fromSpreadsheet')}
                </Button>
              }
            >
              {t('empty.words')}
            </Empty>
          ) : (
            <PeopleList
              view={view}
              entries={entries}
              sides={sides}
              dayWords={dayWords}
              day={halfDay.day}
              onDay={(day) => setHalfDay({ ...halfDay, day })}
              newId={newId}
              onOpen={onOpen}
              onTap={onTap}
              onMarkAll={(when) => void onMarkAll(when)}
            />
          )}
          <WithdrawnList
            scope={session.scope}
            onOutcome={(written) => setFailure(written.ok ? undefined : written.error)}
          />
          {isBesides ? null : figures}
        </div>
        {isBesides ? (
          <aside className={styles.beside}>
            {bars}
            {figures}
          </aside>
        ) : null}
      </div>
      <div className={styles.room} />
      <QuickAdd
        view={view}
        sides={sides}
        dayWords={dayWords}
        halfDay={halfDay}
        onHalfDay={setHalfDay}
        onAdded={onAdded}
        onPasted={(pasted) => setOpen({ what: 'import', pasted })}
        onFromList={() => setOpen({ what: 'from-list' })}
      />
      {shown ? <PersonSheet key={shown.personId} listed={shown} sides={sides} onClose={close} /> : null}
      {open?.what === 'import' ? (
        <ImportSheet view={view} sides={sides} sideLabels={sideLabels} pasted={open.pasted} onClose={close} />
      ) : null}
      {open?.what === 'from-list' ? <FromListSheet view={view} onClose={close} /> : null}
      {open?.what === 'quotas' ? <QuotaEditor sessionId={session.id} onClose={close} /> : null}
    </Page>
  );
};
