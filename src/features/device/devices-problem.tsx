/** Why the server could not be asked about tablets, and what to do. */
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DevicesOutcome, ManageOutcome } from '#sync/status.ts';
import { Problem } from '#ui/problem.tsx';
import { useWait } from './use-wait.ts';

export type NotAnswered = Exclude<DevicesOutcome | ManageOutcome, { readonly type: 'listed' | 'done' }>;

const words = {
  away: 'away',
  'not-our-server': 'notOurServer',
  busy: 'busy',
  'may-not': 'mayNot',
  'refused-device': 'refusedDevice',
} as const satisfies Record<NotAnswered['type'], string>;

export const DevicesProblem = ({ outcome }: { readonly outcome: NotAnswered }) => {
  const t = useTranslations('tablets.failed');
  const [until] = useState(() => (outcome.type === 'busy' ? Date.now() + outcome.retryAfterMs : 0));
  const seconds = useWait(until);
  const which = words[outcome.type];
  const advice = which === 'busy' ? t('busy.advice', { seconds }) : t(`${which}.advice`);
  return <Problem happened={t(`${which}.happened`)} advice={advice} />;
};
