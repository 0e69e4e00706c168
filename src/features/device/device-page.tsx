/** This tablet, in sentences: what is safe first, then its server, its people, what it keeps, and the app itself. */
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useTranslations } from 'use-intl';
import { knownRole } from '#storage/queries/invitable.ts';
import { type ServerCalls, useSyncStatus } from '#sync/status.ts';
import { Page } from '#ui/page.tsx';
import { Section } from '#ui/section.tsx';
import { AboutSection } from './about-section.tsx';
import { DayEndCheck } from './day-end-check.tsx';
import { HolderSection } from './holder-section.tsx';
import { InviteSection } from './invite-section.tsx';
import { KeepingSection } from './keeping-section.tsx';
import { RefusedList } from './refused-list.tsx';
import { ServerSection } from './server-section.tsx';
import { isTurnedAway } from './server-words.ts';

interface DevicePageProps {
  readonly calls: ServerCalls;
  /** Every part of the app is on the tablet. */
  readonly offlineReady: boolean;
  /** Making backups and bringing them back: sections of their own. */
  readonly backup?: ReactNode;
  /** Language and look. */
  readonly settings?: ReactNode;
  /** What comes before all else. */
  readonly notice?: ReactNode;
}

export const DevicePage = ({ calls, offlineReady, backup, settings, notice }: DevicePageProps) => {
  const t = useTranslations('device');
  const server = useSyncStatus((status) => status.server);
  const role = knownRole(server?.role ?? '');
  const isOut = useSyncStatus(isTurnedAway);
  useSectionOfAddress();
  return (
    <>
      {notice}
      <Page title={t('title')}>
        <Section title={t('dayEnd.title')}>
          <DayEndCheck calls={calls} />
        </Section>
        <RefusedList calls={calls} />
        <ServerSection calls={calls} />
        {server && !isOut && role !== 'viewer' ? <InviteSection calls={calls} role={role} /> : null}
        <HolderSection />
        {backup}
        <KeepingSection />
        {settings ? <Section title={t('settings.title')}>{settings}</Section> : null}
        <AboutSection offlineReady={offlineReady} />
      </Page>
    </>
  );
};

/** Brings the section that the address names after # into view, once it is there. */
function useSectionOfAddress(): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    const id = hash.slice(1);
    if (id === '') return;
    const show = () => document.getElementById(id)?.scrollIntoView();
    // Lists above it come a moment later and push it down.
    const timers = [0, 300].map((ms) => setTimeout(show, ms));
    const stop = () => timers.forEach(clearTimeout);
    // Under a finger that is down nothing moves: what is tapped would be something else.
    const used = new AbortController();
    for (const event of ['pointerdown', 'wheel', 'keydown'])
      window.addEventListener(event, stop, { capture: true, passive: true, signal: used.signal });
    return () => {
      stop();
      used.abort();
    };
  }, [hash, key]);
}
