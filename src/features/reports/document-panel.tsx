/** One document: what it will hold, how it is to be made, and the making of it. */
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SessionBundle } from '#domain/session-bundle.ts';
import { FileMaker } from '#parts/file-maker.tsx';
import { CheckField } from '#ui/field.tsx';
import { type DocumentChoice, jobOf } from './choices.ts';
import { type DocumentManner, makeDocument } from './document.ts';
import { Preview } from './preview.tsx';
import { TextActions } from './text-actions.tsx';
import { usePreview } from './use-preview.ts';
import styles from './reports.module.css';

interface DocumentPanelProps {
  readonly choice: DocumentChoice;
  readonly bundle: SessionBundle;
  readonly manner: DocumentManner;
  readonly settings: ReactNode;
  readonly drafts: ReactNode;
}

export const DocumentPanel = ({ choice, bundle, manner, settings, drafts }: DocumentPanelProps) => {
  const t = useTranslations('reports');
  const [contactDetails, setContactDetails] = useState(false);
  const preview = usePreview(choice, contactDetails, bundle, manner);
  const text = preview?.ok === true && preview.value.type === 'text' ? preview.value.text : undefined;
  return (
    <>
      {choice === 'register' ? (
        <CheckField
          label={t('contactDetails')}
          description={t('contactDetailsNote')}
          checked={contactDetails}
          onChange={setContactDetails}
        />
      ) : null}
      {settings}
      <Preview preview={preview} locale={manner.locale} />
      <div className={styles.act}>
        {drafts}
        <div className={styles.ways}>
          {choice === 'summary' ? <TextActions text={text} /> : null}
          <FileMaker
            key={[choice, contactDetails, manner.locale, manner.timeZone].join()}
            label={t(`choice.${choice}.make`)}
            quiet={choice === 'summary'}
            make={(options) => makeDocument(jobOf(choice, contactDetails), bundle, manner, options)}
          />
        </div>
      </div>
    </>
  );
};
