/** Where a line can go: the groups and the plenary of each block, those of its own block first, and the whole session. */
import { IconHome2, IconMessages, IconUsersGroup } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { LinePlace } from '#storage/queries/captures.ts';
import { placesIn, type SessionPlaces } from '#storage/queries/groups.ts';
import { useLive } from '#storage/use-live.ts';
import { ListRow, RowList } from '#ui/list-row.tsx';

interface MoveTargetsProps {
  readonly from: LinePlace;
  readonly onPick: (place: LinePlace, name: string) => void;
}

export const MoveTargets = ({ from, onPick }: MoveTargetsProps) => {
  const t = useTranslations('captures.menu');
  const places = useLive(() => placesIn(from.scope), [from.scope]);
  if (!places) return null;
  return (
    <RowList label={t('moveTo')}>
      {targetsOf(places, from, t).map(({ place, name, of }) => (
        <ListRow
          key={`${place.blockId ?? ''}/${place.groupId ?? ''}`}
          title={name}
          meta={of}
          lead={
            place.groupId ? (
              <IconUsersGroup aria-hidden />
            ) : place.blockId ? (
              <IconMessages aria-hidden />
            ) : (
              <IconHome2 aria-hidden />
            )
          }
          onOpen={() => onPick(place, name)}
        />
      ))}
    </RowList>
  );
};

interface Target {
  readonly place: LinePlace;
  readonly name: string;
  readonly of?: string;
}

function targetsOf(
  { blocks, groups }: SessionPlaces,
  from: LinePlace,
  t: ReturnType<typeof useTranslations<'captures.menu'>>,
): Target[] {
  const { scope, sessionId } = from;
  const targets: Target[] = [];
  const own = blocks.filter(({ id }) => id === from.blockId);
  for (const block of [...own, ...blocks.filter(({ id }) => id !== from.blockId)]) {
    const title = block.title || t('untitledBlock');
    const there = groups.filter(({ blockId }) => blockId === block.id);
    for (const [index, group] of there.entries()) {
      const name = group.label || t('groupNumber', { number: index + 1 });
      targets.push({
        place: { scope, sessionId, blockId: block.id, groupId: group.id },
        name,
        of: group.question || title,
      });
    }
    targets.push({ place: { scope, sessionId, blockId: block.id }, name: t('plenary'), of: title });
  }
  const homeless = groups.filter(({ blockId }) => !blocks.some(({ id }) => id === blockId));
  for (const [index, group] of homeless.entries()) {
    targets.push({
      place: { scope, sessionId, groupId: group.id },
      name: group.label || t('groupNumber', { number: index + 1 }),
    });
  }
  targets.push({ place: { scope, sessionId }, name: t('session') });
  return targets.filter(({ place }) => place.groupId !== from.groupId || place.blockId !== from.blockId);
}
