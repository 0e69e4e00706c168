/** What another tablet is invited to, as what, how long the code works, and how long the tablet may stay. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { inviteRoles } from '#storage/queries/invitable.ts';
import type { InviteOutcome, Inviting, ServerCalls } from '#sync/status.ts';
import { Chip, ChipRow } from '#ui/chip.tsx';
import { SelectField } from '#ui/field.tsx';
import { Loading } from '#ui/loading.tsx';
import { Problem } from '#ui/problem.tsx';
import { inviteEnd, type NotInvited } from './outcome-words.ts';
import { useInvitable } from './use-invitable.ts';
import { useWait } from './use-wait.ts';
import styles from './device.module.css';

/** The code, and what it was made for: `what` in the words it was chosen by. */
export type Invited = Extract<InviteOutcome, { readonly type: 'invited' }> & {
  readonly what: string;
  readonly role: Role;
};
type Role = Inviting['role'];

interface InviteFormProps {
  readonly calls: ServerCalls;
  /** Of this tablet. */
  readonly role: Role;
  readonly onInvited: (invited: Invited) => void;
}

/** In hours. */
const lifetimes = { hour: 1, day: 24, week: 168 } as const;
type Lifetime = keyof typeof lifetimes;
/** In days. */
const stays = { stayAlways: undefined, stayWeek: 7, stayMonth: 30 } as const;
type Stay = keyof typeof stays;
const all = 'all' as const;

export const InviteForm = ({ calls, role, onInvited }: InviteFormProps) => {
  const t = useTranslations('device.invite');
  const tablets = useTranslations('tablets');
  const app = useTranslations('app');
  const found = useInvitable(calls, role);
  const [chosen, setChosen] = useState('');
  const [asRole, setAsRole] = useState<Role>();
  const [lifetime, setLifetime] = useState<Lifetime>('day');
  const [stay, setStay] = useState<Stay>('stayAlways');
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState<NotInvited>();

  if (found === undefined) return <Loading label={app('loading')} lines={2} />;
  if (found.type !== 'found') return <Failed outcome={found} />;
  const { things } = found;
  const mayInviteToAll = role === 'coordinator';
  if (things.length === 0 && !mayInviteToAll) return <p>{t('nothing')}</p>;

  const options = [
    ...things.map(({ id, title, sessions }) => ({
      value: id,
      label:
        sessions === undefined
          ? title || t('untitled')
          : t('programme', { title: title || t('untitled'), count: sessions }),
    })),
    ...(mayInviteToAll ? [{ value: all, label: t('everything') }] : []),
  ];
  const what = options.some(({ value }) => value === chosen) ? chosen : (options[0]?.value ?? all);
  const label = options.find(({ value }) => value === what)?.label ?? '';
  const scopes: Inviting['scopes'] = things.find(({ id }) => id === what)?.scopes ?? all;
  // Whoever coordinates holds everything: a list beside that role would promise less than it gives.
  const roles = inviteRoles(role).filter((one) => scopes === all || one !== 'coordinator');
  const usual: Role = scopes === all ? 'coordinator' : 'facilitator';
  const as = asRole !== undefined && roles.includes(asRole) ? asRole : usual;

  const make = async () => {
    setAsking(true);
    setFailed(undefined);
    const inviting = { scopes, role: as, hours: lifetimes[lifetime], days: stays[stay] };
    const outcome = await calls.invite(inviting).catch(() => ({ type: 'away' }) as const);
    setAsking(false);
    if (outcome.type === 'invited') onInvited({ ...outcome, what: label, role: as });
    else setFailed(outcome);
  };

  return (
    <>
      <SelectField
        label={t('what')}
        description={things.length === 0 ? t('onlyEverything') : undefined}
        value={what}
        onChange={setChosen}
        options={options}
      />
      <div>
        <p className={styles.label}>{t('as')}</p>
        <ChipRow label={t('as')}>
          {roles.map((one) => (
            <Chip key={one} label={tablets(`role.${one}`)} pressed={one === as} onPress={() => setAsRole(one)} />
          ))}
        </ChipRow>
        <p className={styles.choiceNote}>{t(`asNote.${as}`)}</p>
      </div>
      <Choice label={t('how')} of={Object.keys(lifetimes) as Lifetime[]} value={lifetime} onChange={setLifetime} />
      <Choice label={t('stay')} of={Object.keys(stays) as Stay[]} value={stay} onChange={setStay} />
      <div className={styles.actions}>
        <Button disabled={asking} onClick={() => void make()}>
          {asking ? t('making') : t('make')}
        </Button>
      </div>
      {failed ? <Failed key={JSON.stringify(failed)} outcome={failed} /> : null}
    </>
  );
};

interface ChoiceProps<T extends Lifetime | Stay> {
  readonly label: string;
  readonly of: readonly T[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

const Choice = <T extends Lifetime | Stay>({ label, of, value, onChange }: ChoiceProps<T>) => {
  const t = useTranslations('device.invite');
  return (
    <div>
      <p className={styles.label}>{label}</p>
      <ChipRow label={label}>
        {of.map((one) => (
          <Chip key={one} label={t(one as Lifetime | Stay)} pressed={one === value} onPress={() => onChange(one)} />
        ))}
      </ChipRow>
    </div>
  );
};

const Failed = ({ outcome }: { readonly outcome: NotInvited }) => {
  const t = useTranslations('device.invite');
  const { words, waitMs } = inviteEnd(outcome);
  const [until] = useState(() => Date.now() + waitMs);
  const seconds = useWait(until);
  const advice = words === 'busy' ? t('busy.advice', { seconds }) : t(`${words}.advice`);
  return <Problem happened={t(`${words}.happened`)} advice={advice} />;
};
