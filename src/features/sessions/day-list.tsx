/** The days of a session. A day without a date is to be confirmed, and that is an answer. */
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CommitProblem } from '#parts/commit-problem.tsx';
import type { CommitFailure } from '#storage/commit.ts';
import type { Entity } from '#storage/row.ts';
import { DateField, TimeField } from '#ui/field.tsx';
import { Problem } from '#ui/problem.tsx';
import { offerUndo } from '#ui/undo.ts';
import { addDay, type Day, oneDay, removeLastDay, setDay } from './commands.ts';
import styles from './sessions.module.css';

export const DayList = ({ session }: { readonly session: Entity<'session'> }) => {
  const t = useTranslations('sessions.days');
  const [failure, setFailure] = useState<CommitFailure>();
  const [staysFor, setStaysFor] = useState<number>();
  const days = session.days ?? oneDay;

  const run = async (written: ReturnType<typeof setDay>) => {
    const result = await written;
    setFailure(result.ok ? undefined : result.error);
  };

  const remove = async () => {
    const day = days.length;
    const removed = await removeLastDay(session);
    setStaysFor(undefined);
    if (removed.ok) offerUndo({ done: t('removed', { day }), undo: removed.value });
    else if (removed.error.type === 'day/people-present') setStaysFor(day);
    else setFailure(removed.error);
  };

  return (
    <div className={styles.days}>
      {days.map((day, at) => (
        <div key={at} className={styles.day}>
          <DayFields day={day} number={at + 1} save={(change) => void run(setDay(session, at, change))} />
          {at > 0 && at === days.length - 1 ? (
            <ActionIcon aria-label={t('remove', { day: at + 1 })} onClick={() => void remove()}>
              <IconX aria-hidden />
            </ActionIcon>
          ) : null}
        </div>
      ))}
      {staysFor === undefined ? null : <Problem role="status" happened={t('staysForPeople', { day: staysFor })} />}
      <CommitProblem failure={failure} />
      <div>
        <Button leftSection={<IconPlus aria-hidden />} onClick={() => void run(addDay(session))}>
          {t('add')}
        </Button>
      </div>
    </div>
  );
};

interface DayFieldsProps {
  readonly day: Day;
  readonly number: number;
  readonly save: (change: Partial<Day>) => void;
}

const DayFields = ({ day, number, save }: DayFieldsProps) => {
  const t = useTranslations('sessions.days');
  const app = useTranslations('app.empty');
  return (
    <>
      <div className={styles.date}>
        <DateField
          label={t('date', { day: number })}
          value={day.date ?? ''}
          onChange={(picked) => save({ date: picked || null })}
          description={day.date ? undefined : app('toBeConfirmed')}
        />
      </div>
      <div className={styles.time}>
        <TimeField
          label={t('startsAt', { day: number })}
          value={day.startsAt}
          onChange={(picked) => {
            if (picked !== '') save({ startsAt: picked });
          }}
        />
      </div>
    </>
  );
};
