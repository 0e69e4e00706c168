/** Joining a server and inviting others to it: POST /api/join and /api/invites, with every way they can end. */
import * as v from 'valibot';
import {
  inviteAnswerSchema,
  type InviteRequest,
  type JoinAnswer,
  joinAnswerSchema,
  joinRefusals,
  type JoinRequest,
  readJoinCode,
  showJoinCode,
} from '#replication/membership.ts';
import type { InviteOutcome, JoinOutcome, NoAnswer } from './status.ts';
import { ask, type Trouble, type Wire } from './wire.ts';

const timeoutMs = 20_000;
const busyWaitMs = 30_000;

export type Joining =
  | { readonly type: 'let-in'; readonly answer: JoinAnswer }
  | Exclude<JoinOutcome, { readonly type: 'joined' | 'not-kept' }>;

/** Asks to be let in with what a person typed or pasted. `token`: this device's, where it has joined already. */
export async function askToJoin(
  wire: Wire,
  typed: string,
  device: Pick<JoinRequest, 'deviceId' | 'deviceName'>,
  token: string | undefined,
): Promise<Joining> {
  const code = readJoinCode(codeIn(typed));
  if (code === undefined) return { type: 'not-a-code' };
  const body = { code, ...device } satisfies JoinRequest;
  const asked = await ask(wire, { path: '/api/join', token, body, timeoutMs });
  if (asked.type === 'wire/ok') {
    const answer = v.safeParse(joinAnswerSchema, asked.body);
    return answer.success ? { type: 'let-in', answer: answer.output } : { type: 'not-our-server' };
  }
  if (asked.type !== 'wire/refused') return noAnswer(asked);
  const refused = v.safeParse(v.object({ reason: v.picklist(joinRefusals) }), asked.body);
  return refused.success ? { type: refused.output.reason } : { type: 'away' };
}

/** A whole link may be pasted: the code is what follows the #. */
const codeIn = (typed: string): string => typed.trim().split('#').at(-1) ?? '';

/**
 * Makes a code that lets other devices in. `origin`: where they open the app, e.g. `https://baraza.example`; `offsetMs`:
 * the server's clock minus this device's.
 */
export async function askToInvite(
  wire: Wire,
  token: string,
  body: InviteRequest,
  origin: string,
  offsetMs = 0,
): Promise<InviteOutcome> {
  const asked = await ask(wire, { path: '/api/invites', token, body, timeoutMs });
  if (asked.type === 'wire/ok') {
    const answer = v.safeParse(inviteAnswerSchema, asked.body);
    if (!answer.success) return { type: 'not-our-server' };
    const code = showJoinCode(readJoinCode(answer.output.code) ?? answer.output.code);
    return { type: 'invited', code, link: `${origin}/join#${code}`, expiresAt: answer.output.expiresAt - offsetMs };
  }
  if (asked.type !== 'wire/refused') return noAnswer(asked);
  const { refused } = asked.refused;
  if (refused === 'revoked' || (refused === 'unauthorised' && asked.status === 401)) return { type: 'refused-device' };
  return { type: refused === 'unauthorised' ? 'may-not' : 'away' };
}

export function noAnswer(trouble: Trouble): NoAnswer {
  if (trouble.type === 'transport/not-our-server') return { type: 'not-our-server' };
  if (trouble.type === 'transport/busy') return { type: 'busy', retryAfterMs: trouble.retryAfterMs ?? busyWaitMs };
  return { type: 'away' };
}
