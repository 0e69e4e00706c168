/** Does what a tap asks for; says what was done and how to take it back, or what kept it from the disk. */
import { useCallback, useRef, useState } from 'react';
import type { CommitFailure } from '#storage/commit.ts';
import { offerUndo } from '#ui/undo.ts';
import type { Outcome } from './commands.ts';

export interface Attempt {
  readonly refusal: { readonly failure: CommitFailure; readonly retry: () => void } | undefined;
  readonly attempt: (does: () => Outcome, done?: string, undoes?: () => Outcome) => Promise<void>;
}

export function useAttempt(): Attempt {
  const [refusal, setRefusal] = useState<Attempt['refusal']>();
  /** The second of two fast taps begins where the first has ended. */
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const attempt = useCallback(async function attempt(
    does: () => Outcome,
    done?: string,
    undoes?: () => Outcome,
  ): Promise<void> {
    const turn = last.current.then(does);
    last.current = turn;
    const failure = await turn;
    setRefusal(failure && { failure, retry: () => void attempt(does, done, undoes) });
    if (!failure && done !== undefined && undoes) offerUndo({ done, undo: () => attempt(undoes) });
  }, []);
  return { refusal, attempt };
}
