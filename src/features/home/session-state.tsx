/** How safe a session is, in words. */
import { useTranslations } from 'use-intl';
import type { SessionOverview } from '#storage/queries/sessions.ts';
import { StateMark } from '#ui/state-mark.tsx';

export const SessionState = ({ overviews }: { readonly overviews: readonly SessionOverview[] }) => {
  const t = useTranslations('app.state');
  const words = useTranslations('home.row');
  // Records that several sessions share are counted once: by the session that has most of them.
  const most = (count: (overview: SessionOverview) => number) => Math.max(0, ...overviews.map(count));
  const needLook = most(({ delivery }) => delivery.needLookCount);
  const unsent = most(({ delivery }) => delivery.unsentCount);
  if (needLook > 0) return <StateMark tone="look" label={t('countNeedLook', { count: needLook })} />;
  if (overviews.some(({ isExample }) => isExample)) return <span>{words('example')}</span>;
  if (overviews.some(({ delivery }) => !delivery.isSent)) return <StateMark tone="tablet" label={t('onTablet')} />;
  if (unsent === 0) return <StateMark tone="server" label={t('allSafe')} />;
  const isOne = overviews.length === 1;
  return <StateMark tone="tablet" label={isOne ? t('countOnTablet', { count: unsent }) : t('onTablet')} />;
};
