/** How safe everything is, in the header of every screen. It opens the day-end check. */
import { IconAlertCircle, IconCheck, IconDeviceTablet } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'use-intl';
import { useSyncStatus } from '#sync/status.ts';
import { HeaderChip } from '#ui/header-chip.tsx';
import { chipWords } from './chip-words.ts';

const icons = { tablet: IconDeviceTablet, server: IconCheck, look: IconAlertCircle } as const;

interface StateChipProps {
  /** In an example, which is never sent: what the server has of the rest says nothing of what is on the screen. */
  readonly example?: boolean;
}

export const StateChip = ({ example = false }: StateChipProps) => {
  const t = useTranslations('app.state');
  const format = useFormatter();
  const says = chipWords(useSyncStatus(), example);
  if (!says) return null;
  return (
    <HeaderChip
      icon={icons[says.tone]}
      tone={says.tone}
      label={'count' in says ? t(says.words, { count: says.count }) : t(says.words)}
      short={'count' in says ? format.number(says.count) : ''}
      to="/device"
    />
  );
};
