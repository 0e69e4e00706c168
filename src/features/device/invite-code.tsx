/** A code to be read aloud, typed, copied, sent or scanned: what it is for, and how long it works. */
import { Button } from '@mantine/core';
import { IconCopy, IconShare2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Problem } from '#ui/problem.tsx';
import type { Invited } from './invite-form.tsx';
import { isOnlyHere } from './only-here.ts';
import { QrCode } from './qr-code.tsx';
import { useNow } from './use-now.ts';
import styles from './device.module.css';

interface InviteCodeProps {
  readonly invited: Invited;
  readonly onAnother: () => void;
}

type Copied = 'none' | 'copied' | 'not-copied';

export const InviteCode = ({ invited: { code, link, expiresAt, what, role }, onAnother }: InviteCodeProps) => {
  const t = useTranslations('device.invite');
  const tablets = useTranslations('tablets');
  const app = useTranslations('app');
  const format = useFormatter();
  const now = useNow();
  const [copied, setCopied] = useState<Copied>('none');
  const isOver = now >= expiresAt;
  const moment = format.dateTime(expiresAt, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });

  const copy = (words: string) => void copyText(words).then((done) => setCopied(done ? 'copied' : 'not-copied'));
  const share = () => {
    // The person may close the sheet of the tablet again: that is no failure.
    void navigator.share({ title: app('name'), text: t('shareText', { code }), url: link }).catch(() => undefined);
  };

  return (
    <>
      <div className={styles.invitation}>
        <div className={styles.invitationWords}>
          <p className={styles.label}>{t('code')}</p>
          <p className={styles.code}>{code}</p>
          <p className={styles.lets}>{t('lets', { what, role: tablets(`role.${role}`) })}</p>
          <p role="status">{isOver ? t('over') : t('until', { moment })}</p>
          {isOver ? null : (
            <>
              <p className={styles.quiet}>{t('ways', { address: new URL(link).host })}</p>
              <p className={styles.link}>
                <a href={link}>{link}</a>
              </p>
            </>
          )}
        </div>
        {isOver ? null : <QrCode text={link} label={t('qr')} />}
      </div>
      {!isOver && isOnlyHere(link) ? (
        <Problem role="status" happened={t('onlyHere', { host: new URL(link).host })} />
      ) : null}
      <div className={styles.actions}>
        {isOver ? null : (
          <>
            {'share' in navigator ? (
              <Button leftSection={<IconShare2 aria-hidden />} onClick={share}>
                {t('share')}
              </Button>
            ) : null}
            <Button leftSection={<IconCopy aria-hidden />} onClick={() => copy(link)}>
              {t('copyLink')}
            </Button>
            <Button leftSection={<IconCopy aria-hidden />} onClick={() => copy(code)}>
              {t('copyCode')}
            </Button>
          </>
        )}
        <Button variant={isOver ? 'default' : 'subtle'} onClick={onAnother}>
          {t('another')}
        </Button>
      </div>
      <p role="status" className={styles.said}>
        {copied === 'none' ? null : t(copied === 'copied' ? 'copied' : 'notCopied')}
      </p>
    </>
  );
};

/** Whether it is on the clipboard; an insecure origin has none, and a browser may refuse. */
async function copyText(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
