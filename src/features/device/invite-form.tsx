/** What another tablet is invited to, and how long the code works. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { invitableSessions, type InvitableSession } from '#storage/queries/invitable.ts';
import { useLive } from '#storage/use-live.ts';
import type { ServerCalls } from '#sync/status.ts';
import { Chip, ChipRow } from '#ui/chip.tsx';
import { SelectField } from '#ui/field.tsx';
import { Loading } from '#ui/loading.tsx';
import { Problem } from '#ui/problem.tsx';
import type { Invited } from './invite-section.tsx';
import { inviteEnd, type NotInvited } from './outcome-words.ts';
import { useWait } from './use-wait.ts';
import styles from './device.module.css';

interface InviteFormProps {
  readonly calls: ServerCalls;
  readonly mayInviteToAll: boolean;
  readonly onInvited: (invited: Invited) => void;
}

/** In hours. */
const lifetimes = { hour: 1, day: 24, week: 168 } as const;
type Lifetime = keyof typeof lifetimes;
const all = 'all';

export const InviteForm = ({ calls, mayInviteToAll, onInvited }: InviteFormProps) => {
  const t = useTranslations('device.invite');
  const app = useTranslations('app');
  const sessions = useLive(invitableSessions, []);
  const [chosen, setChosen] = useState('');
  const [lifetime, setLifetime] = useState<Lifetime>('day');
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState<NotInvited>();

  if (!sessions) return <Loading label={app('loading')} lines={2} />;
  if (sessions.length === 0 && !mayInviteToAll) return <p>{t('nothing')}</p>;

  const options = [
    ...sessions.map(({ session }) => ({ value: session.id as string, label: session.title || t('untitled') })),
    ...(mayInviteToAll ? [{ value: all, label: t('everything') }] : []),
  ];
  const what = options.some(({ value }) => value === chosen) ? chosen : (options[0]?.value ?? all);

  const make = async () => {
    setAsking(true);
    setFailed(undefined);
    const outcome = await calls
      .invite({
        scopes: scopesOf(what, sessions),
        role: what === all ? 'coordinator' : 'facilitator',
        hours: lifetimes[lifetime],
      })
      .catch(() => ({ type: 'away' }) as const);
    setAsking(false);
    if (outcome.type === 'invited') onInvited(outcome);
    else setFailed(outcome);
  };

  return (
    <>
      <SelectField
        label={t('what')}
        description={what === all ? t('everythingNote') : undefined}
        value={what}
        onChange={setChosen}
        options={options}
      />
      <div>
        <p className={styles.label}>{t('how')}</p>
        <ChipRow label={t('how')}>
          {(Object.keys(lifetimes) as Lifetime[]).map((one) => (
            <Chip key={one} label={t(one)} pressed={one === lifetime} onPress={() => setLifetime(one)} />
          ))}
        </ChipRow>
      </div>
      <div className={styles.actions}>
        <Button disabled={asking} onClick={() => void make()}>
          {asking ? t('making') : t('make')}
        </Button>
      </div>
      {failed ? <Failed key={JSON.stringify(failed)} outcome={failed} /> : null}
    </>
  );
};

const scopesOf = (what: string, sessions: readonly InvitableSession[]) =>
  sessions.find(({ session }) => session.id === what)?.scopes ?? all;

const Failed = ({ outcome }: { readonly outcome: NotInvited }) => {
  const t = useTranslations('device.invite');
  const { words, waitMs } = inviteEnd(outcome);
  const [until] = useState(() => Date.now() + waitMs);
  const seconds = useWait(until);
  const advice = words === 'busy' ? t('busy.advice', { seconds }) : t(`${words}.advice`);
  return <Problem happened={t(`${words}.happened`)} advice={advice} />;
};
