/** Inviting another tablet: to what, as what, for how long, and then the code, its link and its picture. */
import { useState } from 'react';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import type { Inviting, ServerCalls } from '#sync/status.ts';
import { Section } from '#ui/section.tsx';
import { InviteCode } from './invite-code.tsx';
import { type Invited, InviteForm } from './invite-form.tsx';

interface InviteSectionProps {
  readonly calls: ServerCalls;
  /** Of this tablet. */
  readonly role: Inviting['role'];
}

export const InviteSection = ({ calls, role }: InviteSectionProps) => {
  const t = useTranslations('device.invite');
  const tablets = useTranslations('tablets');
  const [invited, setInvited] = useState<Invited>();
  return (
    <Section
      id="invite"
      title={t('title')}
      note={t('note')}
      actions={
        <Button component={Link} to="/devices">
          {tablets('open')}
        </Button>
      }
    >
      {invited ? (
        <InviteCode invited={invited} onAnother={() => setInvited(undefined)} />
      ) : (
        <InviteForm calls={calls} role={role} onInvited={setInvited} />
      )}
    </Section>
  );
};
