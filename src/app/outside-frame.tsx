/** The frame outside a session: Home and this tablet. */
import { IconDeviceTablet, IconHome } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Header } from '#ui/header.tsx';
import { Frame } from './frame.tsx';
import { HolderSlot, StateSlot } from './header-slots.tsx';
import { LanguagePicker } from './language-picker.tsx';
import { paths } from './paths.ts';
import { UpdateNotice } from './update-notice.tsx';

export const OutsideFrame = () => {
  const t = useTranslations('app');
  return (
    <Frame
      navLabel={t('nav.label')}
      places={[
        { to: paths.home, label: t('nav.home'), icon: IconHome, exact: true },
        { to: paths.device, label: t('nav.device'), icon: IconDeviceTablet },
      ]}
      header={
        <Header
          where={t('name')}
          state={
            <>
              <LanguagePicker />
              <StateSlot />
            </>
          }
          holder={<HolderSlot />}
        />
      }
      notice={<UpdateNotice />}
    />
  );
};
