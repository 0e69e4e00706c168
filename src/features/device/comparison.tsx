/** Whether this tablet and the server hold the same, beyond what receipts say: compared when the check is opened. */
import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ComparisonResult } from '#storage/comparison.ts';
import { type ServerCalls, useSyncStatus } from '#sync/status.ts';
import { useAge } from './use-age.ts';
import { useServerBack } from './use-server-back.ts';
import styles from './day-end.module.css';

interface ComparisonProps {
  readonly calls: ServerCalls;
  /** What the last one came to; null before the first. */
  readonly last: ComparisonResult | null;
}

/** What was compared a moment ago need not be compared again because a screen is opened. */
const againAfterMs = 10 * 60_000;

export const Comparison = ({ calls, last }: ComparisonProps) => {
  const t = useTranslations('device.dayEnd.compare');
  const age = useAge();
  const joined = useSyncStatus(({ server }) => server !== null && server.revokedAt === undefined);
  const [state, setState] = useState<'idle' | 'running' | 'waits'>('idle');
  const compare = useCallback(async () => {
    setState('running');
    setState((await calls.compare()) === 'waits' ? 'waits' : 'idle');
  }, [calls]);

  const begun = useRef(false);
  useEffect(() => {
    if (!joined || begun.current) return;
    begun.current = true;
    if (!last || Date.now() - last.at > againAfterMs) void compare();
  }, [compare, joined, last]);

  useServerBack(() => {
    if (state === 'waits') void compare();
  });

  if (!joined) return null;
  return (
    <div className={styles.advised}>
      <div role="status">
        {state === 'running' ? <p>{t('running')}</p> : null}
        {state === 'waits' ? <p>{t('waits')}</p> : null}
        {state !== 'running' && last ? <Found last={last} when={age(last.at, 'past')} /> : null}
      </div>
      {state === 'running' ? null : (
        <div className={styles.actions}>
          <Button variant="default" onClick={() => void compare()}>
            {t('now')}
          </Button>
        </div>
      )}
    </div>
  );
};

const Found = ({ last, when }: { readonly last: ComparisonResult; readonly when: string }) => {
  const t = useTranslations('device.dayEnd.compare');
  const { mended, different, unsettled } = last;
  return (
    <>
      {different.length === 0 && unsettled === 0 ? <p>{t('same', { when })}</p> : <p>{t('last', { when })}</p>}
      {mended.length > 0 ? <p>{t('mended', { count: mended.length })}</p> : null}
      {different.length > 0 ? <p>{t('different', { count: different.length })}</p> : null}
      {unsettled > 0 ? <p>{t('unsettled', { count: unsettled })}</p> : null}
    </>
  );
};
