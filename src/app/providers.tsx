/** What every screen stands in: the words, the look, and the address. */
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { BrowserRouter } from 'react-router';
import { IntlProvider } from 'use-intl';
import { PhotoSourceContext } from '#parts/photo-source.ts';
import type { Messages } from '#language/catalogue.ts';
import { formatOf } from '#language/locales.ts';
import { colorSchemeManager } from '#ui/color-scheme.ts';
import { cssVariables, theme } from '#ui/theme.ts';
import { useLanguage } from './language.ts';
import { photoSource } from './sync.ts';

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

export const Providers = ({ children }: { readonly children: ReactNode }) => {
  const language = useLanguage();
  if (!language) return null;
  // Every language has the keys and arguments of English (a test compares them); only the words differ.
  const messages = language.catalogue as Messages;
  return (
    <IntlProvider locale={formatOf(language.locale).format} messages={messages} timeZone={timeZone}>
      <MantineProvider
        theme={theme}
        colorSchemeManager={colorSchemeManager}
        defaultColorScheme="auto"
        cssVariablesResolver={cssVariables}
        deduplicateCssVariables={false}
        withGlobalClasses={false}
      >
        <PhotoSourceContext value={photoSource}>
          <BrowserRouter>{children}</BrowserRouter>
        </PhotoSourceContext>
      </MantineProvider>
    </IntlProvider>
  );
};
