/** The tablets on a server, as the server has them now: it has to be asked, so there is nothing to show without it. */
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import { type DevicesOutcome, type ServerCalls, useSyncStatus } from '#sync/status.ts';
import { Empty } from '#ui/empty.tsx';
import { Loading } from '#ui/loading.tsx';
import { Page } from '#ui/page.tsx';
import { RowList } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { DeviceRow, type ListedDevice } from './device-row.tsx';
import { DevicesProblem } from './devices-problem.tsx';

export const DevicesPage = ({ calls }: { readonly calls: ServerCalls }) => {
  const hasNoServer = useSyncStatus(({ counted, server }) => counted && server === null);
  return hasNoServer ? <NoServer /> : <AskedDevices calls={calls} />;
};

const NoServer = () => {
  const t = useTranslations('tablets');
  const server = useTranslations('device.server');
  return (
    <Page title={t('title')}>
      <Empty
        title={server('none')}
        action={
          <Button component={Link} to="/join" variant="filled">
            {server('join')}
          </Button>
        }
      >
        {server('noneHow')}
      </Empty>
    </Page>
  );
};

const AskedDevices = ({ calls }: { readonly calls: ServerCalls }) => {
  const t = useTranslations('tablets');
  const role = useSyncStatus(({ server }) => server?.role);
  const [outcome, setOutcome] = useState<DevicesOutcome>();
  const [asking, setAsking] = useState(false);

  const ask = useCallback(async () => {
    setAsking(true);
    setOutcome(await calls.devices().catch(() => ({ type: 'away' }) as const));
    setAsking(false);
  }, [calls]);
  useEffect(() => void ask(), [ask]);

  return (
    <Page
      title={t('title')}
      lead={t(role === 'coordinator' ? 'lead' : 'leadInvited')}
      actions={
        <Button leftSection={<IconRefresh aria-hidden />} disabled={asking} onClick={() => void ask()}>
          {t(asking ? 'asking' : 'again')}
        </Button>
      }
    >
      {outcome === undefined ? (
        <Loading label={t('asking')} lines={4} />
      ) : outcome.type === 'listed' ? (
        <Listed {...outcome.list} seesAll={role === 'coordinator'} calls={calls} onChanged={() => void ask()} />
      ) : (
        <DevicesProblem outcome={outcome} />
      )}
    </Page>
  );
};

type ListedProps = Extract<DevicesOutcome, { readonly type: 'listed' }>['list'] & {
  /** Of this tablet: where it does not, the list is of those invited from it. */
  readonly seesAll: boolean;
  readonly calls: ServerCalls;
  readonly onChanged: () => void;
};

const Listed = ({ devices, own, more, seesAll, calls, onChanged }: ListedProps) => {
  const t = useTranslations('tablets');
  const [letIn, gone] = [devices.filter(isLetIn), devices.filter((one) => !isLetIn(one))];
  const row = (device: ListedDevice) => (
    <DeviceRow key={device.id} device={device} isOwn={device.id === own.id} calls={calls} onChanged={onChanged} />
  );
  const others = devices.filter(({ id }) => id !== own.id);
  return (
    <>
      {letIn.length > 0 ? <RowList label={t('list')}>{letIn.sort(latestSeen).map(row)}</RowList> : null}
      {others.length === 0 ? (
        <Empty
          title={t(seesAll ? 'none' : 'noneInvited')}
          action={
            <Button component={Link} to="/device#invite" variant="filled">
              {t('invite')}
            </Button>
          }
        >
          {t('noneHint')}
        </Empty>
      ) : null}
      {gone.length > 0 ? (
        <Section title={t('gone')}>
          <RowList label={t('gone')}>{gone.map(row)}</RowList>
        </Section>
      ) : null}
      {more ? <p>{t('only')}</p> : null}
    </>
  );
};

const isLetIn = ({ revokedAt }: ListedDevice): boolean => revokedAt === null;

const latestSeen = (a: ListedDevice, b: ListedDevice): number =>
  (b.lastSeenAt ?? b.joinedAt) - (a.lastSeenAt ?? a.joinedAt);
