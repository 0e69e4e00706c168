import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import { Page } from '#ui/page.tsx';
import { firstScreenComes } from './first-screen.ts';
import { paths } from './paths.ts';
import { VanishedBit } from './lazy-page.tsx';

/** An address that leads nowhere, or to a record that is not on this tablet. */
export const NotFound = () => {
  const t = useTranslations('app');
  useEffect(firstScreenComes, []);
  return (
    <>
      <VanishedBit />
      <Page title={t('notFound.heading')} lead={t('notFound.advice')}>
        <div>
          <Button component={Link} to={paths.home} variant="filled">
            {t('notFound.home')}
          </Button>
        </div>
      </Page>
    </>
  );
};
