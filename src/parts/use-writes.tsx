/** What a part of a screen writes without a field of its own: what kept the last write from the disk, beside it. */
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import type { Result } from '#domain/result.ts';
import { CommitProblem } from '#parts/commit-problem.tsx';
import type { CommitFailure } from '#storage/commit.ts';

type Work = () => Promise<Result<unknown, CommitFailure>>;

export interface Writes {
  /** Answers whether it is on the disk. */
  readonly write: (work: Work) => Promise<boolean>;
  /** To stand beside what is written: nothing, or what happened and the way to try again. */
  readonly problem: ReactNode;
}

export function useWrites(): Writes {
  const [refusal, setRefusal] = useState<{ readonly failure: CommitFailure; readonly retry: () => void }>();
  const write = useCallback(async function write(work: Work): Promise<boolean> {
    const written = await work();
    setRefusal(written.ok ? undefined : { failure: written.error, retry: () => void write(work) });
    return written.ok;
  }, []);
  return { write, problem: <CommitProblem failure={refusal?.failure} onRetry={refusal?.retry} /> };
}
