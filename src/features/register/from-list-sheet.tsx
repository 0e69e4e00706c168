/** People known from other sessions of the same register: choose them, and they are on this session's list. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { foldedWords, fullName } from '#domain/name-key.ts';
import type { CommitFailure } from '#storage/commit.ts';
import { peopleOf } from '#storage/queries/people.ts';
import { useLive } from '#storage/use-live.ts';
import { CheckField } from '#ui/field.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { offerUndo } from '#ui/undo.ts';
import { register, registerOf, takeBack } from './commands.ts';
import { CommitProblem } from './commit-problem.tsx';
import { isFound } from './entries.ts';
import type { RegisterView } from './use-register.ts';
import styles from './sheets.module.css';

interface FromListSheetProps {
  readonly view: RegisterView;
  readonly onClose: () => void;
}

export const FromListSheet = ({ view, onClose }: FromListSheetProps) => {
  const t = useTranslations('register.fromList');
  const app = useTranslations('app');
  const locale = useLocale();
  const { session, registered } = view;
  const registerId = registerOf(session);
  const known = useLive(() => peopleOf(registerId), [registerId]);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<CommitFailure>();

  const onList = new Set<string>(registered.map(({ personId }) => personId));
  const order = new Intl.Collator(locale);
  const others = (known ?? [])
    .filter(({ id }) => !onList.has(id))
    .sort((a, b) =>
      order.compare(`${a.familyName ?? ''} ${a.givenName ?? ''}`, `${b.familyName ?? ''} ${b.givenName ?? ''}`),
    );
  const searched = foldedWords(search);
  const shown = others.filter((one) =>
    isFound({ words: foldedWords(`${fullName(one)} ${one.organisation ?? ''} ${one.place ?? ''}`) }, searched),
  );
  const picked = others.filter(({ id }) => chosen.has(id));

  const add = async () => {
    const written = await register(session, picked, { source: 'invited' });
    if (!written.ok) return setFailure(written.error);
    onClose();
    offerUndo({
      done: t('added', { count: picked.length }),
      undo: () =>
        takeBack(
          session,
          picked.map((same) => ({ values: {}, same })),
          picked.map(({ id }) => id),
        ),
    });
  };

  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('title')}
      closeLabel={app('do.close')}
      foot={
        others.length > 0 ? (
          <Button variant="filled" disabled={picked.length === 0} onClick={() => void add()}>
            {t('add', { count: picked.length })}
          </Button>
        ) : undefined
      }
    >
      {known && others.length === 0 ? <p>{t('nobody')}</p> : null}
      {others.length > 8 ? (
        <SearchField label={t('search')} value={search} onChange={setSearch} clearLabel={app('do.clear')} />
      ) : null}
      <ul className={styles.people}>
        {shown.map((one) => (
          <li key={one.id} className={styles.pick}>
            <CheckField
              label={fullName(one)}
              description={one.organisation ?? undefined}
              checked={chosen.has(one.id)}
              onChange={(checked) =>
                setChosen((now) => {
                  const next = new Set(now);
                  if (checked) next.add(one.id);
                  else next.delete(one.id);
                  return next;
                })
              }
            />
          </li>
        ))}
      </ul>
      <CommitProblem failure={failure} onRetry={() => void add()} />
    </Sheet>
  );
};
