/** A quota of anything else that is known of people: women, a province, a sector. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { ageBands, sexes } from '#domain/nouns/vocabulary.ts';
import type { CommitFailure } from '#storage/commit.ts';
import { ordersAfter } from '#storage/order.ts';
import type { Entity } from '#storage/row.ts';
import { SelectField, TextField } from '#ui/field.tsx';
import { setQuota } from './commands.ts';
import styles from './sheets.module.css';

interface NewQuotaProps {
  readonly sessionId: Id<'session'>;
  readonly quotas: readonly Entity<'quota'>[];
  readonly onFailure: (failure: CommitFailure | undefined) => void;
}

const fields = ['sex', 'ageBand', 'place', 'organisation', 'sector', 'function'] as const;

export const NewQuota = ({ sessionId, quotas, onFailure }: NewQuotaProps) => {
  const t = useTranslations('register.quota');
  const nouns = useTranslations('nouns.person');
  const words = useTranslations('words');
  const [field, setField] = useState<(typeof fields)[number] | ''>('');
  const [value, setValue] = useState('');

  const add = async () => {
    if (field === '' || value.trim() === '') return;
    const [order = 'a9'] = ordersAfter(quotas, 1);
    const written = await setQuota(sessionId, { field, value: value.trim(), order }, { target: 1 });
    onFailure(written.ok ? undefined : written.error);
    if (written.ok) setValue('');
  };

  const options =
    field === 'sex'
      ? sexes.map((one) => ({ value: one as string, label: words(`sex.${one}`) }))
      : field === 'ageBand'
        ? ageBands.map((one) => ({ value: one as string, label: words(`ageBand.${one}`) }))
        : undefined;
  return (
    <details className={styles.more}>
      <summary>{t('more')}</summary>
      <div className={styles.moreFields}>
        <SelectField
          label={t('field')}
          value={field}
          emptyLabel={t('choose')}
          options={fields.map((one) => ({ value: one, label: nouns(one) }))}
          onChange={(next) => {
            setField(next);
            setValue('');
          }}
        />
        {field === '' ? null : options ? (
          <SelectField
            label={nouns(field)}
            value={value}
            emptyLabel={t('choose')}
            options={options}
            onChange={setValue}
          />
        ) : (
          <TextField
            label={nouns(field)}
            value={value}
            maxLength={120}
            onChange={setValue}
            onEnter={() => void add()}
          />
        )}
        <div className={styles.buttons}>
          <Button disabled={field === '' || value.trim() === ''} onClick={() => void add()}>
            {t('addQuota')}
          </Button>
        </div>
      </div>
    </details>
  );
};
