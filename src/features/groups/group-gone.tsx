/** An address that names no group or block of this session: what may have happened, and the way back. */
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { Page } from '#ui/page.tsx';
import { Problem } from '#ui/problem.tsx';
import { groupsLink } from './group-words.ts';

export const GroupGone = ({ sessionId }: { readonly sessionId: Id<'session'> }) => {
  const t = useTranslations('groups.gone');
  return (
    <Page title={t('title')}>
      <Problem
        role="status"
        happened={t('happened')}
        safe={t('safe')}
        actions={
          <Button component={Link} to={groupsLink(sessionId)}>
            {t('back')}
          </Button>
        }
      />
    </Page>
  );
};
