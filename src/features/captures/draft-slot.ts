/** The draft that a place's typed line is kept in, and what earlier ones left there. */
import { useEffect, useState } from 'react';
import type { DraftRow } from '#storage/database.ts';
import { lineDrafts, type LinePlace } from '#storage/queries/captures.ts';
import { claimDraft, type Claim } from './draft-claims.ts';

export interface DraftSlot {
  readonly key: string;
  /** What was being typed here when the page was left or the browser killed. */
  readonly restored: DraftRow | undefined;
  /** Lines that could not be saved before, or that another tab left. */
  readonly found: readonly DraftRow[];
}

/** This tab, among those that write drafts of one place. */
const tab = crypto.randomUUID().slice(0, 8);

export const draftKeyOf = ({ groupId, blockId, sessionId }: LinePlace): string =>
  `line:${groupId ?? blockId ?? sessionId}`;

/** The slot of a place; undefined until it is known which tab has which draft. */
export function useDraftSlot(place: LinePlace): DraftSlot | undefined {
  const base = draftKeyOf(place);
  const [slot, setSlot] = useState<DraftSlot>();

  useEffect(() => {
    const claims: Claim[] = [];
    let open = true;
    const claim = (key: string): Promise<boolean> => {
      const claimed = claimDraft(key);
      claims.push(claimed);
      return claimed.granted;
    };
    const settle = async () => {
      const own = (await claim(base)) ? base : `${base}:${tab}`;
      if (own !== base) await claim(own);
      // A store that cannot be read keeps nobody from typing: the screen says so by itself.
      const rows = await lineDrafts(base).catch(() => []);
      const found: DraftRow[] = [];
      for (const row of rows) if (row.key !== own && row.key !== base && (await claim(row.key))) found.push(row);
      if (open) setSlot({ key: own, restored: rows.find(({ key }) => key === own), found });
    };
    void settle();
    return () => {
      open = false;
      for (const { release } of claims) release();
    };
  }, [base]);

  return slot;
}
