/** The agenda: blocks down a line of time, whose lengths follow their durations. */
import { Link } from 'react-router';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { planAgenda } from '#domain/agenda.ts';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { record, recordsIn } from '#storage/queries/records.ts';
import { useLive } from '#storage/use-live.ts';
import { useOpenEdit } from '#storage/use-open-edit.ts';
import { Loading } from '#ui/loading.tsx';
import { Page } from '#ui/page.tsx';
import { BlockSheet } from './block-sheet.tsx';
import { CategoryTotals } from './category-totals.tsx';
import { DayPlan } from './day-plan.tsx';

export const AgendaPage = ({ sessionId }: { readonly sessionId: Id<'session'> }) => {
  const t = useTranslations('agenda');
  const format = useFormatter();
  const [openId, setOpenId] = useState<string>();
  const scope = scopeOf('session', sessionId);
  const session = useLive(() => record('session', sessionId), [sessionId]);
  const blocks = useLive(() => recordsIn('block', scope), [scope]);
  useOpenEdit('block', scope, setOpenId);
  if (!session || !blocks) return <Loading label={t('loading')} lines={6} />;

  const days = session.days ?? [{ date: null, startsAt: '09:00' }];
  const plan = planAgenda(
    days.map(({ startsAt }) => startsAt),
    blocks,
  );
  const nextId = plan.flatMap((day) => day.blocks).find(({ block }) => !block.startedAt)?.block.id;
  const open = blocks.find(({ id }) => id === openId);
  const dateOf = (day: number) => {
    const date = days[day]?.date;
    return date
      ? format.dateTime(new Date(`${date}T12:00:00`), { weekday: 'long', day: 'numeric', month: 'long' })
      : t('tbc');
  };

  return (
    <Page title={t('title')} actions={<Link to="../purpose">{t('purpose')}</Link>}>
      {plan.map((day) => (
        <DayPlan
          key={day.day}
          session={session}
          plan={day}
          nextId={nextId}
          title={days.length > 1 ? `${t('dayTitle', { day: day.day + 1 })} · ${dateOf(day.day)}` : dateOf(day.day)}
          onOpen={(block) => setOpenId(block.id)}
        />
      ))}
      <CategoryTotals plan={plan} />
      {open ? <BlockSheet key={open.id} block={open} session={session} onClose={() => setOpenId(undefined)} /> : null}
    </Page>
  );
};
