/** One tablet on the server: as what it was let in, when it was last seen, what is unsent on it, and what can be done. */
import { IconBan, IconClockPlus, IconInfinity } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { DevicesOutcome, ManageOutcome, ServerCalls } from '#sync/status.ts';
import { Menu } from '#ui/menu.tsx';
import { StateMark, type StateTone } from '#ui/state-mark.tsx';
import { DevicesProblem, type NotAnswered } from './devices-problem.tsx';
import { RevokeSheet } from './revoke-sheet.tsx';
import { useAge } from './use-age.ts';
import { useNow } from './use-now.ts';
import styles from './devices.module.css';

export type ListedDevice = Extract<DevicesOutcome, { readonly type: 'listed' }>['list']['devices'][number];

const longerDays = 30;

interface DeviceRowProps {
  readonly device: ListedDevice;
  /** The tablet that the list is read on. */
  readonly isOwn: boolean;
  readonly calls: ServerCalls;
  readonly onChanged: () => void;
}

export const DeviceRow = ({ device, isOwn, calls, onChanged }: DeviceRowProps) => {
  const t = useTranslations('tablets');
  const [revoking, setRevoking] = useState(false);
  const [failed, setFailed] = useState<NotAnswered>();
  const [done, setDone] = useState('');
  const name = device.name === '' ? t('unnamed') : device.name;
  const now = useNow();
  const mayManage = !isOwn && device.revokedAt === null;

  const manage = async (asked: Promise<ManageOutcome>, said: string) => {
    setFailed(undefined);
    const outcome = await asked.catch(() => ({ type: 'away' }) as const);
    if (outcome.type !== 'done') return setFailed(outcome);
    setDone(said);
    onChanged();
  };
  const extend = (days: number | null) => void manage(calls.extend(device.id, days), t('doneExtend', { name }));

  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <h2 className={styles.name}>
          {name} {isOwn ? <span className={styles.own}>{t('own')}</span> : null}
        </h2>
        <p className={styles.facts}>
          <Role device={device} />
        </p>
        <Unsent device={device} />
        <Facts device={device} isOwn={isOwn} />
        {failed ? <DevicesProblem key={JSON.stringify(failed)} outcome={failed} /> : null}
        <p role="status" className={styles.said}>
          {done}
        </p>
      </div>
      {mayManage ? (
        <Menu
          label={t('more', { name })}
          items={[
            ...(endOf(device, now) === null
              ? []
              : [
                  { label: t('longer'), icon: IconClockPlus, onPick: () => extend(longerDays) },
                  { label: t('always'), icon: IconInfinity, onPick: () => extend(null) },
                ]),
            { label: t('revoke'), icon: IconBan, danger: true, onPick: () => setRevoking(true) },
          ]}
        />
      ) : null}
      <RevokeSheet
        opened={revoking}
        name={name}
        unsent={device.unsent ?? 0}
        onClose={() => setRevoking(false)}
        onRevoke={() => {
          setRevoking(false);
          void manage(calls.revoke(device.id), t('doneRevoke', { name }));
        }}
      />
    </li>
  );
};

/** When its time is over: as its invitation said, or because it has not been near the server for too long. */
const endOf = ({ endsAt, expiresAt }: ListedDevice, now: number): number | null =>
  endsAt ?? (expiresAt !== null && expiresAt <= now ? expiresAt : null);

const Role = ({ device: { role, scopes } }: { readonly device: ListedDevice }) => {
  const t = useTranslations('tablets');
  const sessions = scopes === 'all' ? [] : scopes.filter(({ scope }) => scope.startsWith('session:'));
  return (
    <>
      {t(`role.${role}`)} · {scopes === 'all' ? t('holdsAll') : t('holds', { count: sessions.length })}
    </>
  );
};

/** How much was on it alone when it was last seen: what a coordinator looks for first. */
const Unsent = ({ device: { unsent, oldestUnsentAt } }: { readonly device: ListedDevice }) => {
  const t = useTranslations('tablets');
  const age = useAge();
  const tone: StateTone = unsent === 0 ? 'server' : 'tablet';
  const words =
    unsent === null
      ? t('unsaid')
      : unsent === 0
        ? t('sent')
        : oldestUnsentAt === null
          ? t('unsent', { count: unsent })
          : t('unsentSince', { count: unsent, age: age(oldestUnsentAt, 'past') });
  return <StateMark tone={tone} label={words} />;
};

const Facts = ({ device, isOwn }: { readonly device: ListedDevice; readonly isOwn: boolean }) => {
  const t = useTranslations('tablets');
  const format = useFormatter();
  const age = useAge();
  const { lastSeenAt, revokedAt, invitedBy, app } = device;
  const now = useNow();
  const endsAt = endOf(device, now);
  const date = (at: number) => format.dateTime(at, { dateStyle: 'long' });
  const said = [
    ...(isOwn ? [] : [lastSeenAt === null ? t('never') : t('seen', { age: age(lastSeenAt, 'past') })]),
    ...(revokedAt !== null ? [t('revoked', { date: date(revokedAt) })] : []),
    ...(revokedAt === null && endsAt !== null ? [t(endsAt > now ? 'until' : 'over', { date: date(endsAt) })] : []),
    ...(invitedBy && invitedBy.name !== '' ? [t('invitedBy', { name: invitedBy.name })] : []),
    ...(app === null ? [] : [t('version', { version: app })]),
  ];
  return <p className={styles.facts}>{said.join(' ')}</p>;
};
