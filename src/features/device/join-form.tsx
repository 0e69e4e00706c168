/** The code, what people call this tablet, and what came of asking, said where it belongs. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { deviceFacts } from '#storage/queries/device.ts';
import { useLive } from '#storage/use-live.ts';
import type { JoinOutcome, ServerCalls } from '#sync/status.ts';
import { TextField } from '#ui/field.tsx';
import { Problem } from '#ui/problem.tsx';
import { setTabletName } from './commands.ts';
import { joinEnd, type JoinWords } from './outcome-words.ts';
import { useWait } from './use-wait.ts';
import styles from './join.module.css';

interface JoinFormProps {
  /** The code that came with a link, or nothing. */
  readonly filled: string;
  readonly calls: ServerCalls;
  readonly onJoined: (server: string) => void;
}

type NotJoined = Exclude<JoinOutcome, { readonly type: 'joined' }>;

export const JoinForm = ({ filled, calls, onJoined }: JoinFormProps) => {
  const t = useTranslations('device.join');
  const holder = useTranslations('device.holder');
  const device = useLive(deviceFacts, []);
  const [code, setCode] = useState(filled);
  const [typedName, setTypedName] = useState<string>();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState<NotJoined>();
  const [waitsUntil, setWaitsUntil] = useState(0);
  const seconds = useWait(waitsUntil);
  const name = typedName ?? device?.name ?? '';
  const end = failed && joinEnd(failed);

  const join = async () => {
    if (asking || seconds > 0 || code.trim() === '') return;
    setAsking(true);
    setFailed(undefined);
    if (typedName !== undefined) await setTabletName(name);
    // A part of the app that did not come over the network is the network's absence.
    const outcome = await calls.join(code, name.trim()).catch(() => ({ type: 'away' }) as const);
    setAsking(false);
    if (outcome.type === 'joined') return onJoined(outcome.server);
    setFailed(outcome);
    if (outcome.type === 'busy') setWaitsUntil(Date.now() + outcome.retryAfterMs);
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <div className={styles.code}>
        <TextField
          label={t('code')}
          description={t(filled !== '' && code === filled ? 'codeFilled' : 'codeNote')}
          placeholder={t('codeHint')}
          problem={end?.at === 'field' ? t(end.words) : undefined}
          value={code}
          onChange={(typed) => {
            setCode(typed);
            setFailed(undefined);
          }}
          autoCapitalize="characters"
        />
      </div>
      {end?.at === 'beside' ? <Beside words={end.words} seconds={seconds} /> : null}
      <TextField
        label={t('tabletName')}
        description={t('tabletNameNote')}
        placeholder={holder('tabletNameHint')}
        value={name}
        onChange={setTypedName}
        maxLength={100}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="filled" disabled={asking || seconds > 0 || code.trim() === ''}>
          {t(asking ? 'joining' : 'join')}
        </Button>
      </div>
    </form>
  );
};

/** What went wrong and is no fault of the code. */
const Beside = ({ words, seconds }: { readonly words: JoinWords; readonly seconds: number }) => {
  const t = useTranslations('device.join');
  const advice = words !== 'busy' ? t(`${words}.advice`) : seconds > 0 ? t('busy.wait', { seconds }) : t('busy.now');
  return <Problem happened={t(`${words}.happened`)} safe={t(`${words}.safe`)} advice={advice} />;
};
