/** Is everything safe? How many items there are and where, from receipts, and what to do about the rest. */
import { Button } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconDeviceTablet } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { backupOfAll } from '#storage/backup-moment.ts';
import { type ComparisonResult, lastComparison } from '#storage/comparison.ts';
import { type DayEnd, readDayEnd } from '#storage/queries/day-end.ts';
import { db } from '#storage/this-device.ts';
import { useLive } from '#storage/use-live.ts';
import { type ServerCalls, useSyncStatus } from '#sync/status.ts';
import { Loading } from '#ui/loading.tsx';
import { Comparison } from './comparison.tsx';
import { type Advice, dayEndAdvice } from './day-end-advice.ts';
import { SendEarlier } from './send-earlier.tsx';
import { isTrouble, serverWords } from './server-words.ts';
import { useAge } from './use-age.ts';
import styles from './day-end.module.css';

interface DayEndCheckProps {
  readonly calls: ServerCalls;
  /** Where more is said about the server and what it refused, on screens other than that one. */
  readonly details?: string;
}

export const DayEndCheck = ({ calls, details }: DayEndCheckProps) => {
  const app = useTranslations('app');
  const t = useTranslations('device.dayEnd');
  const status = useSyncStatus();
  const dayEnd = useLive(() => readDayEnd(db), []);
  const backupAt = useLive(() => backupOfAll(db), []);
  const compared = useLive(() => lastComparison(db), []);
  if (!dayEnd || compared === undefined || backupAt === undefined) return <Loading label={app('loading')} lines={2} />;
  if (dayEnd.items === 0) return <p>{t('nothing')}</p>;

  const { items, safe } = dayEnd;
  const tone = toneOf(dayEnd, compared);
  const Icon = icons[tone];
  return (
    <div className={styles.check} data-tone={tone}>
      <Icon aria-hidden size={40} className={styles.icon} />
      <div className={styles.words}>
        <p role="status" className={styles.figures}>
          {t('figures', { items, safe, atRisk: items - safe })}
        </p>
        {safe === items ? <p>{t('confirmed')}</p> : <OnTablet count={dayEnd.onTablet} />}
        {dayEndAdvice(dayEnd, status, backupAt).map((advice) => (
          <Line key={advice.type} advice={advice} onTablet={dayEnd.onTablet} calls={calls} details={details} />
        ))}
        <Comparison calls={calls} last={compared} />
      </div>
    </div>
  );
};

const icons = { safe: IconCircleCheck, tablet: IconDeviceTablet, look: IconAlertCircle } as const;

const toneOf = ({ onTablet, needLook }: DayEnd, compared: ComparisonResult | null) =>
  needLook > 0 || (compared?.different.length ?? 0) > 0 ? 'look' : onTablet > 0 ? 'tablet' : 'safe';

const OnTablet = ({ count }: { readonly count: number }) => {
  const t = useTranslations('device.dayEnd');
  const age = useAge();
  const oldest = useSyncStatus(({ oldestPendingAt }) => oldestPendingAt);
  if (count === 0) return null;
  return <p>{oldest === null ? t('onTabletNoAge', { count }) : t('onTablet', { count, age: age(oldest, 'past') })}</p>;
};

interface LineProps extends DayEndCheckProps {
  readonly advice: Advice;
  /** All that is on the tablet alone. */
  readonly onTablet: number;
  readonly details: string | undefined;
}

const Line = ({ advice, onTablet, calls, details }: LineProps) => {
  const t = useTranslations('device.dayEnd');
  const format = useFormatter();
  const { count } = advice;
  switch (advice.type) {
    case 'look':
      return (
        <Advised words={t('needLook', { count })}>
          {details ? (
            <Button component={Link} to={`${details}#look`}>
              {t('look')}
            </Button>
          ) : null}
        </Advised>
      );
    case 'join':
      return (
        <Advised words={t('noServer')}>
          <Button component={Link} to="/join">
            {t('join')}
          </Button>
          <Button component={Link} to={`${details ?? ''}#backup`}>
            {t('backup')}
          </Button>
        </Advised>
      );
    case 'keep-backup': {
      const date = format.dateTime(advice.at, { dateStyle: 'long', timeStyle: 'short' });
      return (
        <Advised words={t('backedUp', { date })}>
          <Button component={Link} to="/join">
            {t('join')}
          </Button>
        </Advised>
      );
    }
    case 'wait':
      return <Waiting count={count} onTablet={onTablet} calls={calls} details={details} />;
    case 'send-earlier':
      return (
        <Advised words={t('earlier', { count })}>
          <SendEarlier count={count} calls={calls} />
        </Advised>
      );
    case 'forbidden':
      return <Advised words={t('forbidden', { count })} />;
  }
};

/** What goes by itself, unless something stands in the way. */
const Waiting = ({ count, onTablet, calls, details }: Omit<LineProps, 'advice'> & { readonly count: number }) => {
  const t = useTranslations('device.dayEnd');
  const short = useTranslations('device.server.short');
  const words = useSyncStatus(serverWords);
  const server = words === 'noServer' ? 'starting' : words;
  return (
    <Advised
      words={
        <>
          {count === onTablet ? null : t('waiting', { count })} {short(server)}
        </>
      }
    >
      {/* Where it is told what stands in the way, the button stands beside that. */}
      {server === 'away' || server === 'waiting' || (server === 'notOurServer' && details) ? (
        <Button onClick={calls.tryNow}>{t('tryNow')}</Button>
      ) : null}
      {isTrouble(server) && details ? (
        <Button component={Link} to={`${details}#server`}>
          {t('whatToDo')}
        </Button>
      ) : null}
    </Advised>
  );
};

const Advised = ({ words, children }: { readonly words: ReactNode; readonly children?: ReactNode }) => (
  <div className={styles.advised}>
    <p>{words}</p>
    {children ? <div className={styles.actions}>{children}</div> : null}
  </div>
);
