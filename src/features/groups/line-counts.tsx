/** How many lines a place has, and of which kinds. */
import { useTranslations } from 'use-intl';
import { kinds, type Kind } from '#domain/nouns/vocabulary.ts';
import { countLines, type LinePlace } from '#storage/queries/captures.ts';
import { useLive } from '#storage/use-live.ts';
import { KindIcon } from '#ui/kind-icon.tsx';
import styles from './line-counts.module.css';

/** The most kinds that are shown one by one. */
const mostKinds = 5;

export const LineCounts = ({ place }: { readonly place: LinePlace }) => {
  const t = useTranslations('groups');
  const words = useTranslations('words.kinds');
  const counts = useLive(() => countLines(place), [place.scope, place.blockId, place.groupId]);
  if (!counts) return null;
  const shown = commonest(counts.byKind);
  return (
    <span className={styles.counts}>
      {shown.map((kind) => (
        <span key={kind} className={styles.kind}>
          <KindIcon kind={kind} label={words(kind)} size={20} />
          {counts.byKind.get(kind)}
        </span>
      ))}
      <span>{t('lines', { count: counts.total })}</span>
    </span>
  );
};

/** In the order of the list of kinds, so that the eye finds each in the same place in every row. */
function commonest(byKind: ReadonlyMap<Kind, number>): Kind[] {
  const all = kinds.filter((kind) => byKind.has(kind));
  const most = new Set([...all].sort((a, b) => (byKind.get(b) ?? 0) - (byKind.get(a) ?? 0)).slice(0, mostKinds));
  return all.filter((kind) => most.has(kind));
}
