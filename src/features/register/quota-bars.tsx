/** How many are registered of how many wanted, by side or whatever else is counted; without quotas, plain counts. */
import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Side } from '#domain/nouns/vocabulary.ts';
import { countBySide, quotaFills } from '#domain/quotas.ts';
import { FillBar, FillBars } from '#ui/fill-bar.tsx';
import { SideRing } from '#ui/side-ring.tsx';
import { useQuotaLabel } from './quota-label.ts';
import type { SideWords } from './sides.ts';
import type { RegisterView } from './use-register.ts';
import styles from './figures.module.css';

interface QuotaBarsProps {
  readonly view: RegisterView;
  readonly sides: Readonly<Record<Side, SideWords>>;
  readonly onEdit: () => void;
}

export const QuotaBars = ({ view, sides, onEdit }: QuotaBarsProps) => {
  const t = useTranslations('register');
  const app = useTranslations('app');
  const labelOf = useQuotaLabel(sides);
  const fills = quotaFills(view.quotas, view.registered, view.cameIds).filter(({ target }) => target > 0);
  const unsaid = countBySide(view.registered, view.cameIds).find(({ side }) => side === undefined);
  const wordsOf = (registered: number, target: number, present: number, over: number) =>
    [
      app('fill.of', { filled: registered, target }),
      over > 0 ? app('fill.over', { count: over }) : registered === target ? app('fill.full') : undefined,
      t('quota.came', { count: present }),
    ]
      .filter((part) => part !== undefined)
      .join(' · ');

  return (
    <section aria-label={t('quota.title')} className={styles.quotas}>
      {fills.length > 0 ? (
        <FillBars>
          {fills.map(({ quota, registered, target, present, over }) => (
            <FillBar
              key={quota.id}
              label={labelOf(quota)}
              filled={registered}
              target={target}
              words={wordsOf(registered, target, present, over)}
            />
          ))}
        </FillBars>
      ) : (
        <ul className={styles.counts}>
          {countBySide(view.registered, view.cameIds).map(({ side, registered }) => (
            <li key={side ?? 'unsaid'} className={styles.count}>
              {side ? (
                <SideRing letter={sides[side].letter} name={sides[side].name} pattern={sides[side].pattern} />
              ) : null}
              <span>{side ? sides[side].name : t('side.notSaid')}</span>
              <b>{registered}</b>
            </li>
          ))}
        </ul>
      )}
      {fills.length > 0 && unsaid ? (
        <p className={styles.note}>{t('side.unsaidCount', { count: unsaid.registered })}</p>
      ) : null}
      <Button variant="subtle" className={styles.edit} onClick={onEdit}>
        {t('quota.edit')}
      </Button>
    </section>
  );
};
