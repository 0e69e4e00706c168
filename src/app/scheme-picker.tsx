/** Light, dark, or like the tablet. */
import { useMantineColorScheme } from '@mantine/core';
import { IconBrightnessAuto, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Chip, ChipRow } from '#ui/chip.tsx';
import { colorSchemes } from '#ui/color-scheme.ts';

const icons = { auto: IconBrightnessAuto, light: IconSun, dark: IconMoon } as const;

export const SchemePicker = () => {
  const t = useTranslations('app');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <ChipRow label={t('scheme.label')}>
      {colorSchemes.map((scheme) => (
        <Chip
          key={scheme}
          label={t(`scheme.${scheme}`)}
          icon={icons[scheme]}
          pressed={scheme === colorScheme}
          onPress={() => setColorScheme(scheme)}
        />
      ))}
    </ChipRow>
  );
};
