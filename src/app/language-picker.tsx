/** Chooses the language: the tablet's own list, each in its own words. */
import { IconLanguage } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { locales, pseudoLocale, type Locale } from '#language/locales.ts';
import { changeLanguage, useLanguage } from './language.ts';
import styles from './language-picker.module.css';

export const LanguagePicker = () => {
  const t = useTranslations('app');
  const locale = useLanguage((language) => language?.locale) ?? 'en';
  return (
    <div className={styles.picker}>
      <IconLanguage aria-hidden />
      <select
        aria-label={t('language.label')}
        className={styles.select}
        value={locale}
        onChange={(event) => void changeLanguage(event.currentTarget.value as Locale).catch(() => undefined)}
      >
        {locales.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
        {locale === pseudoLocale ? <option value={pseudoLocale}>{pseudoLocale}</option> : null}
      </select>
    </div>
  );
};
