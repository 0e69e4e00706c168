/**
 * Joining a server: by a link, which brings the code along, or by a code that is read from another tablet. It may be
 * the first page that a tablet sees of the app. The code is taken out of the address at once.
 */
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useTranslations } from 'use-intl';
import { type ServerCalls, useSyncStatus } from '#sync/status.ts';
import { Page } from '#ui/page.tsx';
import { codeInAddress } from './code-in-address.ts';
import { JoinForm } from './join-form.tsx';
import { Joined } from './joined.tsx';
import { isTurnedAway } from './server-words.ts';

export const JoinPage = ({ calls }: { readonly calls: ServerCalls }) => {
  const t = useTranslations('device.join');
  const status = useSyncStatus();
  const filled = useCodeOfAddress();
  const [server, setServer] = useState<string>();

  if (server !== undefined) return <Joined server={server} calls={calls} />;
  const isNew = status.counted && status.server === null && status.pendingCount === 0;
  return (
    <Page
      title={t('title')}
      lead={
        <>
          {isNew ? <>{t('what')} </> : null}
          {t('meaning')} {status.pendingCount > 0 ? t('here') : null}
        </>
      }
    >
      {status.server ? <p>{t(isTurnedAway(status) ? 'again' : 'already', { name: status.server.name })}</p> : null}
      {/* Another link opened in this tab fills the form anew. */}
      <JoinForm key={filled} filled={filled} calls={calls} onJoined={setServer} />
    </Page>
  );
};

/** The code of the link that led here; empty where none did. */
function useCodeOfAddress(): string {
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const [code, setCode] = useState(() => codeInAddress(hash));
  useEffect(() => {
    if (hash === '') return;
    setCode(codeInAddress(hash));
    void navigate(pathname, { replace: true });
  }, [hash, pathname, navigate]);
  return code;
}
