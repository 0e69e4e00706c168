/** Light, dark, or what the tablet says: kept on the tablet and set before the first paint. */
import { localStorageColorSchemeManager } from '@mantine/core';

export const colorSchemes = ['auto', 'light', 'dark'] as const;
export type ColorScheme = (typeof colorSchemes)[number];

const key = 'baraza-color-scheme';
export const colorSchemeManager = localStorageColorSchemeManager({ key });

/**
 * Sets the scheme on the document. Called first in main, because a page under a strict content security policy
 * has no inline script that could do it earlier.
 */
export const paintColorScheme = (root: HTMLElement): void => {
  const kept = colorSchemeManager.get('auto');
  const dark = kept === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : kept === 'dark';
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
};
