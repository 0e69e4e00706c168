/** The frame around every screen: the places, the header, the notices that matter everywhere, and undo. */
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useTranslations } from 'use-intl';
import { Mark } from '#ui/mark.tsx';
import { NavLinks, type Place } from '#ui/nav-links.tsx';
import { UndoBar } from '#ui/undo-bar.tsx';
import { InsecureNotice } from './insecure-notice.tsx';
import { RouteBoundary } from './route-boundary.tsx';
import { StorageNotice } from './storage-notice.tsx';
import styles from './frame.module.css';

interface FrameProps {
  readonly navLabel: string;
  readonly places: readonly Place[];
  readonly header: ReactNode;
  readonly notice?: ReactNode;
  /** In place of the screen of the address. */
  readonly children?: ReactNode;
}

export const Frame = ({ navLabel, places, header, notice, children }: FrameProps) => {
  const t = useTranslations('app');
  const { pathname } = useLocation();

  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    void window.scrollTo(0, 0);
  }, [pathname]);

  return (
    <div className={styles.frame}>
      <a href="#main" className={styles.skip}>
        {t('nav.skip')}
      </a>
      <NavLinks label={navLabel} places={places} mark={<Mark size={48} />} />
      {header}
      {notice}
      <StorageNotice />
      <InsecureNotice />
      <main id="main" tabIndex={-1} className={styles.main}>
        <RouteBoundary>{children ?? <Outlet />}</RouteBoundary>
      </main>
      <UndoBar undoLabel={t('do.undo')} />
    </div>
  );
};
