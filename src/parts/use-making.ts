/** A file being made: under way with its share, made, or not. Leaving the page ends it. */
import { useEffect, useRef, useState } from 'react';
import type { Result } from '#domain/result.ts';
import type { FileToKeep } from '#parts/hand-on.ts';

export type FileFailure =
  | { readonly type: 'documents/cancelled' }
  | { readonly type: 'documents/failed'; readonly detail: string }
  /** The words of the language that was asked for are not on this tablet. */
  | { readonly type: 'documents/words-missing' };

export interface MakeOptions {
  readonly signal: AbortSignal;
  /** Hears of 0-1. */
  readonly onProgress: (share: number) => void;
}
export type Make = (options: MakeOptions) => Promise<Result<FileToKeep, FileFailure>>;

export type Making =
  | { readonly state: 'idle' }
  | { readonly state: 'making'; readonly share: number }
  /** `at`: milliseconds since 1970. */
  | { readonly state: 'made'; readonly file: FileToKeep; readonly at: number }
  | { readonly state: 'failed'; readonly failure: FileFailure };

export function useMaking(make: Make) {
  const [making, setMaking] = useState<Making>({ state: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const { signal } = control;
    const tell = (next: Making) => {
      if (!signal.aborted) setMaking(next);
    };
    tell({ state: 'making', share: 0 });
    const made = await make({ signal, onProgress: (share) => tell({ state: 'making', share }) }).catch(
      (problem: unknown) => ({ ok: false, error: { type: 'documents/failed', detail: String(problem) } }) as const,
    );
    tell(made.ok ? { state: 'made', file: made.value, at: Date.now() } : { state: 'failed', failure: made.error });
  };

  const cancel = () => {
    running.current?.abort();
    setMaking({ state: 'idle' });
  };

  return { making, start, cancel };
}
