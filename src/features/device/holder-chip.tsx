/** Who holds this tablet, in the header of every screen; changed in two taps. */
import { IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { deviceFacts } from '#storage/queries/device.ts';
import { useLive } from '#storage/use-live.ts';
import { HeaderChip } from '#ui/header-chip.tsx';
import { HolderSheet } from './holder-sheet.tsx';
import { initials } from './initials.ts';

export const HolderChip = () => {
  const t = useTranslations('device.holder');
  const locale = useLocale();
  const [opened, setOpened] = useState(false);
  const device = useLive(deviceFacts, []);
  if (device === undefined) return null;
  const holder = device?.holder ?? null;
  return (
    <>
      <HeaderChip
        icon={IconUser}
        label={holder ?? t('question')}
        accessibleName={holder === null ? undefined : t('held', { name: holder })}
        short={holder === null ? '' : initials(holder, locale)}
        onPress={() => setOpened(true)}
      />
      <HolderSheet opened={opened} onClose={() => setOpened(false)} holder={holder} holders={device?.holders ?? []} />
    </>
  );
};
