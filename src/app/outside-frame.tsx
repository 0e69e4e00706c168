/** The frame outside a session: Home and this tablet. */
import { IconDeviceTablet, IconHome } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Header } from '#ui/header.tsx';
import { Mark } from '#ui/mark.tsx';
import { Frame } from './frame.tsx';
import { HolderSlot, StateSlot } from './header-slots.tsx';
import { LanguagePicker } from './language-picker.tsx';
import styles from './outside-frame.module.css';
import { paths } from './paths.ts';
import { UpdateNotice } from './update-notice.tsx';

export const OutsideFrame = ({ children }: { readonly children?: ReactNode }) => {
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
          where={
            <span className={styles.name}>
              <Mark size={32} />
              {t('name')}
            </span>
          }
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
    >
      {children}
    </Frame>
  );
};
