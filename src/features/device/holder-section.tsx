/** Who holds this tablet, and what people call it. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DeviceMeta } from '#storage/replica.ts';
import { deviceFacts } from '#storage/queries/device.ts';
import { useLive } from '#storage/use-live.ts';
import { useSyncStatus } from '#sync/status.ts';
import { TextField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { setTabletName } from './commands.ts';
import { HolderSheet } from './holder-sheet.tsx';

export const HolderSection = () => {
  const t = useTranslations('device.holder');
  const [opened, setOpened] = useState(false);
  const device = useLive(deviceFacts, []);
  const holder = device?.holder ?? null;
  return (
    <Section title={t('title')} actions={<Button onClick={() => setOpened(true)}>{t('change')}</Button>}>
      <p>{holder === null ? t('nobody') : t('holds', { name: holder })}</p>
      {device === undefined ? null : <TabletName key={device?.deviceId ?? ''} device={device} />}
      <HolderSheet opened={opened} onClose={() => setOpened(false)} holder={holder} holders={device?.holders ?? []} />
    </Section>
  );
};

const TabletName = ({ device }: { readonly device: DeviceMeta | null }) => {
  const t = useTranslations('device.holder');
  const hasServer = useSyncStatus(({ server }) => server !== null);
  const [typed, setTyped] = useState(device?.name ?? '');
  return (
    <TextField
      label={t('tabletName')}
      description={t(hasServer ? 'tabletNameNote' : 'tabletNameLater')}
      placeholder={t('tabletNameHint')}
      value={typed}
      onChange={(name) => {
        setTyped(name);
        void setTabletName(name);
      }}
      maxLength={100}
    />
  );
};
