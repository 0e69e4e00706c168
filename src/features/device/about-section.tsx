/** The version of the app, and whether it opens without a network. */
import { useTranslations } from 'use-intl';
import { appVersion } from '#documents/app-version.ts';
import { Section } from '#ui/section.tsx';

export const AboutSection = ({ offlineReady }: { readonly offlineReady: boolean }) => {
  const t = useTranslations('device.about');
  return (
    <Section title={t('title')}>
      <p>
        {t('version', { version: appVersion })}. {t(offlineReady ? 'ready' : 'notReady')}
      </p>
    </Section>
  );
};
