/**
 * The product's look as a Mantine theme. Colours come from the tokens alone (tokens.css), so that light and dark
 * switch in one place; Mantine's own palette is never used by name.
 */
import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple, VariantColorsResolver } from '@mantine/core';

const tokenColour = (token: string): MantineColorsTuple =>
  Array.from({ length: 10 }, () => `var(--${token})`) as unknown as MantineColorsTuple;

const tones: Readonly<Record<string, string>> = {
  danger: 'var(--danger)',
  action: 'var(--action)',
  quiet: 'var(--muted)',
};

/**
 * `filled` for the one primary action, `default` for the others, `subtle` for quiet ones; colour `danger` where it
 * takes away. An icon on its own is `quiet`: many of them stand in a list, and the words are what is read.
 */
const variantColors: VariantColorsResolver = ({ variant, color }) => {
  const tone = variant === 'filled' && color === 'quiet' ? 'var(--accent)' : (tones[color ?? ''] ?? 'var(--accent)');
  const wash = (percent: number) => `color-mix(in srgb, ${tone} ${percent}%, transparent)`;
  if (variant === 'filled')
    return {
      background: tone,
      hover: `color-mix(in srgb, ${tone} 88%, var(--ink))`,
      color: 'var(--on-accent)',
      border: '1px solid transparent',
    };
  if (variant === 'subtle' || variant === 'transparent')
    return { background: 'transparent', hover: wash(10), color: tone, border: '1px solid transparent' };
  if (variant === 'light')
    return { background: wash(12), hover: wash(18), color: tone, border: '1px solid transparent' };
  return {
    background: 'var(--surface)',
    hover: 'var(--sunken)',
    color: color === 'danger' ? tone : 'var(--ink)',
    border: `1px solid ${color === 'danger' ? tone : 'var(--outline)'}`,
  };
};

export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: 'var(--weight-strong)' },
  fontSizes: { xs: '1rem', sm: '1rem', md: '1.125rem', lg: '1.25rem', xl: '1.75rem' },
  lineHeights: { xs: '1.4', sm: '1.4', md: '1.45', lg: '1.4', xl: '1.2' },
  fontWeights: { regular: 'var(--weight)', medium: 'var(--weight-label)', bold: 'var(--weight-strong)' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '6px', sm: '8px', md: '10px', lg: '10px', xl: '10px' },
  defaultRadius: 'md',
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'var(--float)', xl: 'var(--float)' },
  colors: {
    accent: tokenColour('accent'),
    danger: tokenColour('danger'),
    action: tokenColour('action'),
    quiet: tokenColour('muted'),
  },
  primaryColor: 'accent',
  variantColorResolver: variantColors,
  respectReducedMotion: true,
  cursorType: 'pointer',
  activeClassName: '',
  focusClassName: '',
  // By name, so that a component is loaded with the screen that uses it and not with the theme.
  components: {
    Button: {
      defaultProps: { variant: 'default' },
      vars: () => ({
        root: { '--button-height': 'var(--target)', '--button-padding-x': '1.25rem', '--button-fz': 'var(--text)' },
      }),
    },
    ActionIcon: {
      defaultProps: { variant: 'subtle', color: 'quiet' },
      vars: () => ({ root: { '--ai-size': 'var(--target)' } }),
    },
    Input: {
      vars: () => ({
        wrapper: { '--input-height': 'var(--target)', '--input-fz': 'var(--text)', '--input-padding': '0.875rem' },
      }),
    },
    InputWrapper: {
      vars: () => ({
        label: { '--input-label-size': 'var(--text)' },
        error: { '--input-error-size': 'var(--text-small)' },
        description: { '--input-description-size': 'var(--text-small)' },
      }),
    },
    Checkbox: { vars: () => ({ root: { '--checkbox-size': '1.75rem' } }) },
  },
});

/** Mantine's semantic variables, said in our tokens for both schemes. */
export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-success': 'var(--good)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-color-anchor': 'var(--action)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--sunken)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--outline)',
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--muted)',
    '--mantine-color-disabled-border': 'var(--hairline)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    '--mantine-color-accent-filled': 'var(--accent)',
    '--mantine-color-accent-contrast': 'var(--on-accent)',
    // Mantine's inputs and boxes are drawn with these by name.
    '--mantine-color-white': 'var(--surface)',
    '--mantine-color-gray-4': 'var(--outline)',
    '--mantine-color-dark-4': 'var(--outline)',
    '--mantine-color-dark-6': 'var(--surface)',
  };
  return { variables: {}, light: both, dark: both };
};
