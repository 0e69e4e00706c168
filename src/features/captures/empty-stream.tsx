/** A place without lines: what a line looks like, from a real day, and where one writes. */
import { useTranslations } from 'use-intl';
import { Empty } from '#ui/empty.tsx';
import { EdgeRow } from '#ui/edge-row.tsx';
import { KindIcon, toneOfKind } from '#ui/kind-icon.tsx';
import { SideRing } from '#ui/side-ring.tsx';
import type { SideWord } from '#parts/side-words.ts';
import styles from './empty-stream.module.css';

export const EmptyStream = ({ sides }: { readonly sides: readonly SideWord[] }) => {
  const t = useTranslations('captures.empty');
  const words = useTranslations('words');
  const ngo = sides.find(({ side }) => side === 'ngo');
  return (
    <Empty
      title={t('title')}
      example={
        <EdgeRow as="div" tone={toneOfKind('barrier')} pattern={ngo?.pattern}>
          <div className={styles.example}>
            {ngo ? <SideRing letter={ngo.letter} name={ngo.label} pattern={ngo.pattern} /> : null}
            <span className={styles.words}>{t('example')}</span>
            <span className={styles.kind}>
              <KindIcon kind="barrier" size={22} /> {words('kind.barrier')} · {words('category.policy')}
            </span>
          </div>
        </EdgeRow>
      }
    >
      {t('words')}
    </Empty>
  );
};
