import { useEffect, useRef } from 'react';
import type { Id } from '#domain/id.ts';
import type { NounName } from '#domain/registry.ts';
import type { Scope } from '#domain/scope.ts';
import { openEdits } from '#storage/queries/open-edits.ts';

/** Tells once, as the screen opens, of the record whose edit a crash left in the middle. */
export function useOpenEdit<N extends NounName>(
  noun: N,
  scope: Scope,
  tell: (id: Id<N>) => void,
  isMeant?: (field: string) => boolean,
): void {
  const latest = useRef({ tell, isMeant });
  useEffect(() => {
    latest.current = { tell, isMeant };
  });
  useEffect(() => {
    let open = true;
    void openEdits(noun, scope, latest.current.isMeant).then(
      ([id]) => open && id && latest.current.tell(id),
      () => undefined,
    );
    return () => {
      open = false;
    };
  }, [noun, scope]);
}
