/** How safe everything is, in the header of every screen. It opens the day-end check. */
import { IconAlertCircle, IconCheck, IconDeviceTablet } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'use-intl';
import { useSyncStatus } from '#sync/status.ts';
import { HeaderChip } from '#ui/header-chip.tsx';
import { chipWords } from './chip-words.ts';

const icons = { tablet: IconDeviceTablet, server: IconCheck, look: IconAlertCircle } as const;

export const StateChip = () => {
  const t = useTranslations('app.state');
  const format = useFormatter();
  const says = chipWords(useSyncStatus());
  if (!says) return null;
  const isCount = says.words !== 'allSafe';
  return (
    <HeaderChip
      icon={icons[says.tone]}
      tone={says.tone}
      label={isCount ? t(says.words, { count: says.count }) : t(says.words)}
      short={isCount ? format.number(says.count) : ''}
      to="/device"
    />
  );
};
