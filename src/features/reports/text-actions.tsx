/** Takes the short text to where the message is written. */
import { Button } from '@mantine/core';
import { IconCopy, IconShare2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { canShareText, shareText } from '#parts/hand-on.ts';
import styles from './reports.module.css';

/** `text`: undefined while it is on its way. */
export const TextActions = ({ text }: { readonly text: string | undefined }) => {
  const t = useTranslations('reports.text');
  const [outcome, setOutcome] = useState<'copied' | 'notCopied'>();

  const copy = async (words: string) => {
    const copied = await (navigator as Partial<Navigator>).clipboard?.writeText(words).then(
      () => true,
      () => false,
    );
    setOutcome(copied === true ? 'copied' : 'notCopied');
  };

  return (
    <div>
      <div className={styles.buttons}>
        <Button
          variant="filled"
          leftSection={<IconCopy aria-hidden />}
          disabled={text === undefined}
          onClick={() => void copy(text ?? '')}
        >
          {t('copy')}
        </Button>
        {canShareText() ? (
          <Button
            leftSection={<IconShare2 aria-hidden />}
            disabled={text === undefined}
            onClick={() => void shareText(text ?? '')}
          >
            {t('share')}
          </Button>
        ) : null}
      </div>
      <p role="status" className={styles.outcome} data-refused={outcome === 'notCopied' || undefined}>
        {outcome ? t(outcome) : ''}
      </p>
    </div>
  );
};
