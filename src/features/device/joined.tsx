/** After joining: what comes now, and whether what was written before may go to the server too. */
import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useTranslations } from 'use-intl';
import { type ServerCalls, useSyncStatus } from '#sync/status.ts';
import { Page } from '#ui/page.tsx';
import { Section } from '#ui/section.tsx';
import { SendEarlier } from './send-earlier.tsx';
import styles from './join.module.css';

interface JoinedProps {
  /** What the server calls itself. */
  readonly server: string;
  readonly calls: ServerCalls;
}

export const Joined = ({ server, calls }: JoinedProps) => {
  const t = useTranslations('device.join');
  const earlier = useTranslations('device.earlier');
  const navigate = useNavigate();
  const count = useSyncStatus(({ earlierCount }) => earlierCount);
  // The question stays as it was asked while the answer is on its way.
  const [asked] = useState(count);
  const home = () => void navigate('/');
  return (
    <Page title={t('joined', { name: server })} lead={t('comes')}>
      {asked > 0 ? (
        <Section title={earlier('question', { count: asked, name: server })}>
          <p>{earlier('words')}</p>
          <div className={styles.actions}>
            <SendEarlier count={asked} calls={calls} isPrimary onSent={home} />
            <Button onClick={home}>{earlier('notNow')}</Button>
          </div>
          <p className={styles.quiet}>{earlier('later')}</p>
        </Section>
      ) : (
        <div className={styles.done}>
          <IconCircleCheck aria-hidden size={40} className={styles.icon} />
          <Button component={Link} to="/" variant="filled">
            {t('home')}
          </Button>
        </div>
      )}
    </Page>
  );
};
