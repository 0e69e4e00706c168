/**
 * What this tablet may invite others to. A coordinator knows that from what is on the tablet; whoever was given some
 * scopes asks the server by what it holds them, since that is told to nobody until it matters.
 */
import { useEffect, useState } from 'react';
import { type Invitable, invitable, mayInviteTo } from '#storage/queries/invitable.ts';
import { useLive } from '#storage/use-live.ts';
import type { DevicesOutcome, Inviting, ServerCalls } from '#sync/status.ts';
import type { NotInvited } from './outcome-words.ts';
import { useServerBack } from './use-server-back.ts';

export type Found = { readonly type: 'found'; readonly things: readonly Invitable[] } | NotInvited;

/** Undefined until it is known. */
export function useInvitable(calls: ServerCalls, role: Inviting['role']): Found | undefined {
  const things = useLive(invitable, []);
  const [asked, setAsked] = useState<DevicesOutcome>();
  const asks = role !== 'coordinator';
  const [turn, setTurn] = useState(0);
  // What is being chosen from a list stays while the server is away.
  useServerBack(() => {
    if (asked?.type !== 'listed') setTurn(turn + 1);
  });
  useEffect(() => {
    if (!asks) return;
    let open = true;
    void calls
      .devices()
      .catch(() => ({ type: 'away' }) as const)
      .then((outcome) => open && setAsked(outcome));
    return () => {
      open = false;
    };
  }, [asks, calls, turn]);
  if (!things || (asks && !asked)) return undefined;
  if (!asked) return { type: 'found', things };
  if (asked.type !== 'listed') return asked;
  return { type: 'found', things: mayInviteTo(things, role, asked.list.own.scopes) };
}
