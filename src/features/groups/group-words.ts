/** What groups and blocks are called where nobody has named them, and where they are. */
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import type { SessionPlaces } from '#storage/queries/groups.ts';
import type { Group } from './commands.ts';

/** Which group of its block it is, from 1. */
export const numberOf = (group: Group, { groups }: SessionPlaces): number =>
  groups.filter(({ blockId }) => (blockId ?? null) === (group.blockId ?? null)).findIndex(({ id }) => id === group.id) +
  1;

export function useGroupWords(places: SessionPlaces | undefined) {
  const t = useTranslations('groups');
  return {
    nameOf: (group: Group): string => group.label || t('number', { number: places ? numberOf(group, places) : 1 }),
    blockName: (blockId: string | null | undefined): string | undefined => {
      const block = places?.blocks.find(({ id }) => id === blockId);
      return block && (block.title || t('untitledBlock'));
    },
  };
}

export const groupLink = (sessionId: Id<'session'>, groupId: string): string =>
  `/session/${sessionId}/group/${groupId}`;
/** `all`: the lines of the session as a whole. */
export const plenaryLink = (sessionId: Id<'session'>, blockId: string): string =>
  `/session/${sessionId}/plenary/${blockId}`;
export const groupsLink = (sessionId: Id<'session'>): string => `/session/${sessionId}/groups`;
