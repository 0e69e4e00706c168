/** Hands the tablet over: names used before, each one tap, and a field for a new one. */
import { Button } from '@mantine/core';
import { IconCheck, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TextField } from '#ui/field.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { setHolder } from './commands.ts';
import styles from './holder.module.css';

interface HolderSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly holder: string | null;
  /** Names used before, the latest first. */
  readonly holders: readonly string[];
}

export const HolderSheet = ({ opened, onClose, holder, holders }: HolderSheetProps) => {
  const t = useTranslations('device.holder');
  const app = useTranslations('app.do');
  const [typed, setTyped] = useState('');

  const take = async (name: string) => {
    await setHolder(name);
    setTyped('');
    onClose();
  };
  const takeTyped = () => (typed.trim() === '' ? undefined : void take(typed));

  return (
    <Sheet opened={opened} onClose={onClose} title={t('question')} closeLabel={app('close')}>
      <p className={styles.note}>{t('note')}</p>
      {holders.length > 0 ? (
        <ul aria-label={t('before')} className={styles.names}>
          {holders.map((name) => (
            <li key={name}>
              <button
                type="button"
                className={styles.name}
                aria-current={name === holder ? 'true' : undefined}
                onClick={() => void take(name)}
              >
                {name === holder ? <IconCheck aria-hidden /> : <IconUser aria-hidden />}
                <span className={styles.words}>{name}</span>
                {name === holder ? <span className={styles.now}>{t('now')}</span> : null}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={styles.other}>
        <TextField
          label={t(holders.length > 0 ? 'other' : 'first')}
          value={typed}
          onChange={setTyped}
          onEnter={takeTyped}
          autoCapitalize="words"
          maxLength={120}
        />
        <Button variant="filled" disabled={typed.trim() === ''} onClick={takeTyped}>
          {t('take')}
        </Button>
      </div>
      {holder === null ? null : (
        <div>
          <Button variant="subtle" onClick={() => void take('')}>
            {t('noOne')}
          </Button>
        </div>
      )}
    </Sheet>
  );
};
