/** Which words tell how joining and inviting ended. */
import type { InviteOutcome, JoinOutcome } from '#sync/status.ts';

/** What is wrong with the code itself is said at its field. */
const codeWords = {
  'not-a-code': 'notACode',
  'code-unknown': 'unknown',
  'code-expired': 'expired',
  'code-used': 'used',
} as const satisfies Partial<Record<JoinOutcome['type'], string>>;

const joinWords = {
  away: 'away',
  'not-our-server': 'notOurServer',
  busy: 'busy',
  'not-kept': 'notKept',
} as const satisfies Partial<Record<JoinOutcome['type'], string>>;

export type CodeWords = (typeof codeWords)[keyof typeof codeWords];
export type JoinWords = (typeof joinWords)[keyof typeof joinWords];

export type JoinEnd =
  | { readonly at: 'joined'; readonly server: string }
  | { readonly at: 'field'; readonly words: CodeWords }
  | { readonly at: 'beside'; readonly words: JoinWords; readonly waitMs: number };

export function joinEnd(outcome: JoinOutcome): JoinEnd {
  switch (outcome.type) {
    case 'joined':
      return { at: 'joined', server: outcome.server };
    case 'not-a-code':
    case 'code-unknown':
    case 'code-expired':
    case 'code-used':
      return { at: 'field', words: codeWords[outcome.type] };
    case 'away':
    case 'not-our-server':
    case 'not-kept':
    case 'busy':
      return { at: 'beside', words: joinWords[outcome.type], waitMs: waitOf(outcome) };
  }
}

const inviteWords = {
  away: 'away',
  'not-our-server': 'notOurServer',
  busy: 'busy',
  'may-not': 'mayNot',
  'refused-device': 'refusedDevice',
} as const satisfies Record<Exclude<InviteOutcome['type'], 'invited'>, string>;

export type NotInvited = Exclude<InviteOutcome, { readonly type: 'invited' }>;
export type InviteWords = (typeof inviteWords)[NotInvited['type']];

export const inviteEnd = (outcome: NotInvited): { readonly words: InviteWords; readonly waitMs: number } => ({
  words: inviteWords[outcome.type],
  waitMs: waitOf(outcome),
});

/** How long the server asks to wait, in milliseconds. */
const waitOf = (outcome: JoinOutcome | InviteOutcome): number =>
  outcome.type === 'busy' ? Math.max(0, outcome.retryAfterMs) : 0;
