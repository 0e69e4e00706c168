/** Keeps the frame standing when a screen stops, and says what is safe. A new address clears it. */
import { Button } from '@mantine/core';
import { Component, Suspense } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useTranslations } from 'use-intl';
import { Loading } from '#ui/loading.tsx';
import { Page } from '#ui/page.tsx';
import { Problem } from '#ui/problem.tsx';
import { PartMissing } from './lazy-page.tsx';
import { paths } from './paths.ts';

export const RouteBoundary = ({ children }: { readonly children: ReactNode }) => {
  const { pathname } = useLocation();
  const t = useTranslations('app');
  return (
    <Catch key={pathname}>
      <Suspense fallback={<Loading label={t('loading')} />}>{children}</Suspense>
    </Catch>
  );
};

interface CatchState {
  readonly stopped?: { readonly error: unknown };
}

class Catch extends Component<{ readonly children: ReactNode }, CatchState> {
  override state: CatchState = {};

  static getDerivedStateFromError(error: unknown): CatchState {
    return { stopped: { error } };
  }

  override render() {
    return this.state.stopped ? <Stopped error={this.state.stopped.error} /> : this.props.children;
  }
}

const Stopped = ({ error }: { readonly error: unknown }) => {
  const t = useTranslations('app');
  const missing = error instanceof PartMissing;
  return (
    <Page title={t('problem.heading')}>
      <Problem
        happened={t(missing ? 'problem.chunkHappened' : 'problem.happened')}
        safe={t('problem.safe')}
        advice={t(missing ? 'problem.chunkAdvice' : 'problem.advice')}
        detail={error instanceof Error ? `${error.name}: ${error.message}` : String(error)}
        detailLabel={t('problem.detail')}
        actions={
          <>
            <Button variant="filled" onClick={() => window.location.reload()}>
              {t('do.reload')}
            </Button>
            <Button component={Link} to={paths.home}>
              {t('notFound.home')}
            </Button>
          </>
        }
      />
    </Page>
  );
};
