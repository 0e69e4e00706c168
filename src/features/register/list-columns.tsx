/** How the columns of a list are taken: each with its heading, its first values and a choice. None is dropped unsaid. */
import { useTranslations } from 'use-intl';
import type { ColumnRole } from '#domain/column-content.ts';
import { personTargets } from '#domain/person-words.ts';
import { CheckField, SelectField } from '#ui/field.tsx';
import type { List } from './use-list.ts';
import styles from './sheets.module.css';

export const ListColumns = ({ list }: { readonly list: List }) => {
  const t = useTranslations('register.import');
  const nouns = useTranslations('nouns.person');
  const { table, columns, locked } = list;
  const body = table.slice(columns.headRow + 1);
  return (
    <div>
      <CheckField
        label={t('hasHeadings')}
        description={columns.headRow > 0 ? t('linesAbove', { count: columns.headRow }) : undefined}
        checked={columns.headRow !== -1}
        onChange={list.setHasHeadings}
      />
      <ul className={styles.columns}>
        {columns.roles.map((role, column) => {
          const samples = body.map((row) => row[column] ?? '').filter((cell) => cell !== '');
          const head = columns.headRow === -1 ? '' : (table[columns.headRow]?.[column] ?? '');
          if (samples.length === 0 && head === '') return null;
          const name = head === '' ? t('column', { number: column + 1 }) : head;
          return (
            <li key={column} className={styles.column}>
              <span className={styles.columnName}>
                {name}
                {role === 'nationalId' ? null : (
                  <span className={styles.sample}>{samples.slice(0, 3).join(' · ')}</span>
                )}
              </span>
              {locked.has(column) ? (
                <span className={styles.locked}>{t('nationalId')}</span>
              ) : (
                <SelectField
                  label={t('takenAs', { name })}
                  hideLabel
                  value={role}
                  options={[
                    { value: 'none', label: t('notTaken') },
                    ...(role === 'nationalId' ? [{ value: 'nationalId' as const, label: t('looksNational') }] : []),
                    ...personTargets.map((target) => ({
                      value: target,
                      label: target === 'fullName' ? t('fullName') : nouns(target),
                    })),
                  ]}
                  onChange={(value) => list.setRole(column, (value === '' ? 'none' : value) as ColumnRole)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
