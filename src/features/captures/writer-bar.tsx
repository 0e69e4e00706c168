/** Asks once who is writing, when something has been typed and nobody has said. It never takes the focus. */
import { Button } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Scope } from '#domain/scope.ts';
import { holderName } from '#storage/queries/captures.ts';
import { useLive } from '#storage/use-live.ts';
import { TextField } from '#ui/field.tsx';
import { nameWriter } from './name-writer.ts';
import { useWriterKnown } from './writer-known.ts';
import styles from './writer-bar.module.css';

export const WriterBar = memo(({ scope }: { readonly scope: Scope }) => {
  const t = useTranslations('captures.writer');
  const asked = useWriterKnown(({ typed, unnamed }) => typed && !unnamed);
  const holder = useLive(holderName, []);
  const [name, setName] = useState('');
  if (!asked || holder !== null) return null;

  const say = async () => {
    if (name.trim() !== '') await nameWriter(name, scope);
  };

  return (
    <div role="group" aria-label={t('question')} className={styles.bar}>
      <span className={styles.question}>{t('question')}</span>
      <div className={styles.name}>
        <TextField
          label={t('name')}
          hideLabel
          placeholder={t('name')}
          autoCapitalize="words"
          autoComplete="name"
          value={name}
          onChange={setName}
          onEnter={() => void say()}
        />
      </div>
      <Button disabled={name.trim() === ''} onClick={() => void say()}>
        {t('say')}
      </Button>
      <Button variant="subtle" onClick={() => useWriterKnown.setState({ unnamed: true })}>
        {t('skip')}
      </Button>
    </div>
  );
});
