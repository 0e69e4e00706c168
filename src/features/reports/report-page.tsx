/** "What do you need?": every file that can be had from a session, with a look at what it will hold. */
import { type ReactNode, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import type { SessionBundle } from '#domain/session-bundle.ts';
import { type Language, locales } from '#language/locales.ts';
import { sessionBundle } from '#storage/queries/session-bundle.ts';
import { useLive } from '#storage/use-live.ts';
import { Loading } from '#ui/loading.tsx';
import { Page } from '#ui/page.tsx';
import { ChoiceList } from './choice-list.tsx';
import { type Choice, isDocument } from './choices.ts';
import { DocumentPanel } from './document-panel.tsx';
import { FileSettings } from './file-settings.tsx';
import { OpenDrafts } from './open-drafts.tsx';
import { useTimeZone } from './time-zone.ts';
import styles from './reports.module.css';

interface ReportPageProps {
  readonly sessionId: Id<'session'>;
  /** The hand-over of this session, its backup, and that of all. */
  readonly handOver: ReactNode;
  readonly sessionBackup: ReactNode;
  readonly everythingBackup: ReactNode;
}

export const ReportPage = ({ sessionId, handOver, sessionBackup, everythingBackup }: ReportPageProps) => {
  const t = useTranslations('reports');
  const app = useTranslations('app');
  const bundle = useLive(() => sessionBundle(sessionId), [sessionId]);
  const [choice, setChoice] = useState<Choice>('report');
  const screen = useLocale();
  const [language, setLanguage] = useState<Language>();
  const [timeZone, setTimeZone] = useTimeZone();
  const heading = useRef<HTMLHeadingElement>(null);
  if (!bundle) return <Loading label={app('loading')} lines={6} />;

  const own = locales.find(({ format }) => format === screen)?.code ?? 'en';
  const manner = { locale: language ?? own, timeZone };
  const drafts = <OpenDrafts sessionId={sessionId} />;
  return (
    <Page title={t('title')} lead={isBlank(bundle) ? t('empty') : t('lead')} wide>
      <div className={styles.page}>
        <ChoiceList value={choice} onChange={setChoice} onTap={() => showHeading(heading.current)} />
        <section aria-label={t(`choice.${choice}.title`)} className={styles.panel}>
          <h2 ref={heading} className={styles.heading}>
            {t(`choice.${choice}.title`)} <span className={styles.format}>{t(`choice.${choice}.format`)}</span>
          </h2>
          <p className={styles.about}>{t(`choice.${choice}.about`)}</p>
          {isDocument(choice) ? (
            <DocumentPanel
              key={choice}
              choice={choice}
              bundle={bundle}
              manner={manner}
              drafts={drafts}
              settings={<FileSettings manner={manner} onLanguage={setLanguage} onTimeZone={setTimeZone} />}
            />
          ) : (
            <>
              {drafts}
              {{ handOver, session: sessionBackup, everything: everythingBackup }[choice]}
            </>
          )}
        </section>
      </div>
    </Page>
  );
};

/** On a phone what was chosen is below the list: it comes into view. */
function showHeading(heading: HTMLElement | null): void {
  if (!heading || heading.getBoundingClientRect().top < window.innerHeight / 2) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  heading.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' });
}

const isBlank = ({ captures, blocks, registrations, outputs }: SessionBundle): boolean =>
  captures.length + blocks.length + registrations.length + outputs.length === 0;
