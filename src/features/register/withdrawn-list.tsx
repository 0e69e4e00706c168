/** Those taken off the session's list: not lost, and put back in one tap. */
import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { fullName } from '#domain/name-key.ts';
import type { Scope } from '#domain/scope.ts';
import { registeredIn } from '#storage/queries/people.ts';
import { type Entity, isErasedEntity } from '#storage/row.ts';
import { useLive } from '#storage/use-live.ts';
import { setStatus } from './commands.ts';
import styles from './sheets.module.css';

interface WithdrawnListProps {
  readonly scope: Scope;
  readonly onOutcome: (outcome: Awaited<ReturnType<typeof setStatus>>) => void;
}

export const WithdrawnList = ({ scope, onOutcome }: WithdrawnListProps) => {
  const t = useTranslations('register.withdrawn');
  const erasing = useTranslations('erasing');
  const nameOf = (person: Entity<'person'> | undefined) =>
    person && (isErasedEntity(person) ? erasing('person') : fullName(person));
  const withdrawn = useLive(() => registeredIn(scope, true), [scope]);
  const shown = (withdrawn ?? []).filter(({ person }) => person !== undefined);
  if (shown.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{t('title', { count: shown.length })}</summary>
      <p className={styles.note}>{t('note')}</p>
      <ul className={styles.people}>
        {shown.map(({ personId, person, registration }) => (
          <li key={personId} className={styles.pick}>
            <span>{nameOf(person)}</span>
            <Button
              aria-label={t('putBackName', { name: nameOf(person) ?? '' })}
              onClick={() => void setStatus([registration], 'invited').then(onOutcome)}
            >
              {t('putBack')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
};
