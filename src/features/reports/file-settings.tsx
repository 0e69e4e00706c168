/** In which language a document speaks, and by which clocks it tells times. */
import { useMemo } from 'react';
import { useFormatter, useLocale, useNow, useTranslations } from 'use-intl';
import { type Language, locales } from '#language/locales.ts';
import { SelectField } from '#ui/field.tsx';
import { timeZones } from './time-zone.ts';
import type { DocumentManner } from './document.ts';
import styles from './reports.module.css';

interface FileSettingsProps {
  readonly manner: DocumentManner;
  readonly onLanguage: (locale: Language) => void;
  readonly onTimeZone: (zone: string) => void;
}

const languages = locales.map(({ code, name }) => ({ value: code, label: name }));

export const FileSettings = ({ manner: { locale, timeZone }, onLanguage, onTimeZone }: FileSettingsProps) => {
  const t = useTranslations('reports');
  const format = useFormatter();
  const screen = useLocale();
  const zones = useMemo(() => timeZones(new Intl.Collator(screen).compare), [screen]);
  const clock = format.dateTime(useNow({ updateInterval: 30_000 }), { timeZone, hour: '2-digit', minute: '2-digit' });
  return (
    <div className={styles.settings}>
      <SelectField
        label={t('language')}
        description={t('languageNote')}
        value={locale}
        options={languages}
        onChange={(code) => {
          if (code !== '') onLanguage(code);
        }}
      />
      <SelectField
        label={t('timeZone')}
        description={t('clock', { time: clock })}
        value={timeZone}
        options={zones}
        onChange={onTimeZone}
      />
    </div>
  );
};
