/** How many of each side are wanted, and of whatever else is counted. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { type Side, sides as allSides } from '#domain/nouns/vocabulary.ts';
import { scopeOf } from '#domain/scope.ts';
import type { CommitFailure } from '#storage/commit.ts';
import { record, recordsIn } from '#storage/queries/records.ts';
import type { Entity } from '#storage/row.ts';
import { useField } from '#storage/use-field.ts';
import { useLive } from '#storage/use-live.ts';
import { TextField } from '#ui/field.tsx';
import { NumberStepper } from '#ui/number-stepper.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { SideRing } from '#ui/side-ring.tsx';
import { removeQuota, setQuota } from './commands.ts';
import { CommitProblem } from './commit-problem.tsx';
import { NewQuota } from './new-quota.tsx';
import { useQuotaLabel } from './quota-label.ts';
import { useSides } from './sides.ts';
import styles from './sheets.module.css';

interface QuotaEditorProps {
  readonly sessionId: Id<'session'>;
  readonly onClose: () => void;
}

export const QuotaEditor = ({ sessionId, onClose }: QuotaEditorProps) => {
  const t = useTranslations('register.quota');
  const app = useTranslations('app');
  const scope = scopeOf('session', sessionId);
  const quotas = useLive(() => recordsIn('quota', scope), [scope]);
  const programme = useLive(async () => {
    const session = await record('session', sessionId);
    return session?.programmeId ? record('programme', session.programmeId) : null;
  }, [sessionId]);
  const sides = useSides(programme?.sideLabels);
  const labelOf = useQuotaLabel(sides);
  const [failure, setFailure] = useState<CommitFailure>();
  if (!quotas || programme === undefined) return null;

  const run = async (work: ReturnType<typeof setQuota>) => {
    const written = await work;
    setFailure(written.ok ? undefined : written.error);
  };
  const quotaOf = (side: Side) => quotas.find(({ field, value }) => field === 'side' && value === side);
  const others = quotas.filter((quota) => !allSides.some((side) => quotaOf(side) === quota));
  const stepper = (label: string, target: number, onChange: (target: number) => void) => (
    <NumberStepper
      label={t('wanted', { label })}
      hideLabel
      value={target}
      max={10_000}
      fewerLabel={app('do.fewer')}
      moreLabel={app('do.oneMore')}
      onChange={onChange}
    />
  );

  return (
    <Sheet opened onClose={onClose} title={t('edit')} closeLabel={app('do.close')}>
      <p className={styles.note}>{t('lead')}</p>
      {allSides.map((side, at) => {
        const quota = quotaOf(side);
        const { name, letter, pattern } = sides[side];
        return (
          <div key={side} className={styles.quota}>
            <div className={styles.quotaHead}>
              <span className={styles.quotaName}>
                <SideRing letter={letter} name={name} pattern={pattern} />
                {name}
              </span>
              {stepper(
                name,
                quota?.target ?? 0,
                (target) =>
                  void run(
                    setQuota(sessionId, { id: quota?.id, field: 'side', value: side, order: `a${at}` }, { target }),
                  ),
              )}
            </div>
            {quota && (quota.target ?? 0) > 0 ? <LabelField quota={quota} placeholder={name} /> : null}
          </div>
        );
      })}
      {others.map((quota) => (
        <div key={quota.id} className={styles.quota}>
          <div className={styles.quotaHead}>
            <span className={styles.quotaName}>{labelOf(quota)}</span>
            {stepper(
              labelOf(quota),
              quota.target ?? 0,
              (target) =>
                void run(
                  setQuota(
                    sessionId,
                    { id: quota.id, field: quota.field ?? '', value: quota.value ?? '', order: '' },
                    { target },
                  ),
                ),
            )}
          </div>
          <div>
            <Button variant="subtle" color="danger" onClick={() => void run(removeQuota(quota))}>
              {t('remove', { label: labelOf(quota) })}
            </Button>
          </div>
        </div>
      ))}
      <NewQuota sessionId={sessionId} quotas={quotas} onFailure={setFailure} />
      <CommitProblem failure={failure} />
    </Sheet>
  );
};

const LabelField = ({ quota, placeholder }: { readonly quota: Entity<'quota'>; readonly placeholder: string }) => {
  const t = useTranslations('register.quota');
  const { value, caret, onChange, finish, failure } = useField(quota, 'label');
  return (
    <>
      <TextField
        label={t('called')}
        value={value}
        placeholder={placeholder}
        maxLength={120}
        onChange={onChange}
        restoredCaret={caret}
        onBlur={() => void finish()}
        onEnter={() => void finish()}
      />
      <CommitProblem failure={failure} kept onRetry={() => void finish()} />
    </>
  );
};
