/** Inviting another tablet: to what, for how long, and then the code, its link and its picture. */
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { InviteOutcome, ServerCalls } from '#sync/status.ts';
import { Section } from '#ui/section.tsx';
import { InviteCode } from './invite-code.tsx';
import { InviteForm } from './invite-form.tsx';

interface InviteSectionProps {
  readonly calls: ServerCalls;
  /** A coordinator may invite to everything. */
  readonly mayInviteToAll: boolean;
}

export type Invited = Extract<InviteOutcome, { readonly type: 'invited' }>;

export const InviteSection = ({ calls, mayInviteToAll }: InviteSectionProps) => {
  const t = useTranslations('device.invite');
  const [invited, setInvited] = useState<Invited>();
  return (
    <Section id="invite" title={t('title')} note={t('note')}>
      {invited ? (
        <InviteCode invited={invited} onAnother={() => setInvited(undefined)} />
      ) : (
        <InviteForm calls={calls} mayInviteToAll={mayInviteToAll} onInvited={setInvited} />
      )}
    </Section>
  );
};
