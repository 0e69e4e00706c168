/** Asks whether two are one. Nobody is ever taken for another unasked. */
import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import styles from './question.module.css';

interface SamePersonQuestionProps {
  readonly name: string;
  readonly organisation: string;
  readonly reason: 'phone' | 'name';
  /** The earlier line of a pasted list, where it is not somebody of the register. */
  readonly line?: number;
  readonly answer?: 'same' | 'other';
  readonly onSame: () => void;
  readonly onOther: () => void;
}

export const SamePersonQuestion = ({
  name,
  organisation,
  reason,
  line,
  answer,
  onSame,
  onOther,
}: SamePersonQuestionProps) => {
  const t = useTranslations('register.same');
  const who = organisation === '' ? name : t('of', { name, organisation });
  const question =
    line === undefined
      ? t(reason === 'phone' ? 'phone' : 'name', { who })
      : t(reason === 'phone' ? 'linePhone' : 'lineName', { who, line });
  return (
    <div
      role="group"
      aria-label={question}
      className={styles.question}
      data-answered={answer !== undefined || undefined}
    >
      <IconUsers aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <p role={answer === undefined ? 'status' : undefined}>{question}</p>
        <div className={styles.answers}>
          <Button aria-pressed={answer === 'same'} variant={answer === 'same' ? 'filled' : 'default'} onClick={onSame}>
            {t('yes')}
          </Button>
          <Button
            aria-pressed={answer === 'other'}
            variant={answer === 'other' ? 'filled' : 'default'}
            onClick={onOther}
          >
            {t('no')}
          </Button>
        </div>
      </div>
    </div>
  );
};
