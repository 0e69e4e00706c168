/** Lets what was written before joining go to the server: only when a person says so, and it says how much. */
import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ServerCalls } from '#sync/status.ts';
import { Problem } from '#ui/problem.tsx';

interface SendEarlierProps {
  readonly count: number;
  readonly calls: ServerCalls;
  readonly isPrimary?: boolean;
  /** After it was let go. */
  readonly onSent?: () => void;
}

export const SendEarlier = ({ count, calls, isPrimary = false, onSent }: SendEarlierProps) => {
  const t = useTranslations('device.earlier');
  const [failed, setFailed] = useState(false);

  const send = async () => {
    setFailed(false);
    try {
      await calls.sendEarlier();
      onSent?.();
    } catch {
      setFailed(true);
    }
  };

  return (
    <>
      <Button
        variant={isPrimary ? 'filled' : 'default'}
        leftSection={<IconSend aria-hidden />}
        onClick={() => void send()}
      >
        {t('send', { count })}
      </Button>
      {failed ? <Problem happened={t('happened')} safe={t('safe')} /> : null}
    </>
  );
};
