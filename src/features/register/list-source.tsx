/** Where a list comes from: what is pasted, kept on the disk like all that is typed, or a file. */
import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { ListSource } from './use-list.ts';
import styles from './sheets.module.css';

interface ListSourceFieldProps {
  readonly source: ListSource;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
  readonly onClear: () => void;
}

export const ListSourceField = ({ source, onText, onFile, onClear }: ListSourceFieldProps) => {
  const t = useTranslations('register.import');
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.moreFields}>
      {source.fileName === undefined ? (
        <div>
          <label htmlFor={id} className={styles.label}>
            {t('paste')}
          </label>
          <textarea
            id={id}
            data-autofocus
            className={styles.pasted}
            value={source.text}
            placeholder={t('pasteExample')}
            spellCheck={false}
            onChange={(event) => onText(event.currentTarget.value)}
          />
        </div>
      ) : (
        <p>
          <b>{source.fileName}</b>
        </p>
      )}
      <div className={styles.buttons}>
        <Button leftSection={<IconFileSpreadsheet aria-hidden />} onClick={() => file.current?.click()}>
          {t(source.fileName === undefined ? 'chooseFile' : 'chooseOther')}
        </Button>
        <input
          ref={file}
          type="file"
          tabIndex={-1}
          aria-label={t('chooseFile')}
          className={styles.file}
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            // The same file may be chosen again after it was put right.
            event.currentTarget.value = '';
            if (chosen) onFile(chosen);
          }}
        />
        {source.text !== '' || source.fileName !== undefined ? (
          <Button variant="subtle" onClick={onClear}>
            {t('startAgain')}
          </Button>
        ) : null}
      </div>
    </div>
  );
};
