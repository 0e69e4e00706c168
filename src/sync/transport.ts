/** POST /api/sync: a request and every way it can end, as a value. */
import * as v from 'valibot';
import {
  maxBodyBytes,
  protocolVersion,
  type Refused,
  type SyncAnswer,
  syncAnswerSchema,
  type SyncRequest,
} from '#replication/protocol.ts';
import type { TurnedAway } from '#replication/replica-store.ts';
import { ask, type Trouble, type Wire } from './wire.ts';

export type Sent =
  | { readonly type: 'transport/answered'; readonly answer: SyncAnswer }
  /** The server does not know the token. */
  | { readonly type: 'transport/unauthorised' }
  /** The server turned this device away. */
  | ({ readonly type: 'transport/revoked' } & Pick<TurnedAway, 'because' | 'ask'>)
  /** The server speaks a later protocol: the app must be updated. */
  | { readonly type: 'transport/protocol' }
  | Trouble;

export type Transport = (token: string, request: SyncRequest) => Promise<Sent>;

/** Long enough for 100 KB at 50 kbit/s and a few stalls on the way. */
const timeoutMs = 60_000;

export const syncTransport =
  (wire: Wire): Transport =>
  async (token, body) => {
    if (bytesOf(body) > maxBodyBytes) return { type: 'transport/too-large', maxBytes: maxBodyBytes };
    const asked = await ask(wire, { path: '/api/sync', token, body, timeoutMs });
    if (asked.type === 'wire/ok') return readAnswer(asked.body);
    if (asked.type !== 'wire/refused') return asked;
    switch (asked.refused.refused) {
      case 'unauthorised':
        return { type: 'transport/unauthorised' };
      case 'revoked':
        return turnedAway(asked.refused);
      case 'protocol':
        return { type: 'transport/protocol' };
      default:
        // A request cut on its way reads as malformed; it is sent again.
        return { type: 'transport/failing', status: asked.status };
    }
  };

export const turnedAway = ({ reason, ask: names = [] }: Refused): Extract<Sent, { type: 'transport/revoked' }> => ({
  type: 'transport/revoked',
  because: reason === 'expired' ? 'expired' : 'revoked',
  ask: names,
});

function readAnswer(body: unknown): Sent {
  const parsed = v.safeParse(syncAnswerSchema, body);
  if (parsed.success) return { type: 'transport/answered', answer: parsed.output };
  const later = v.safeParse(v.object({ protocol: v.pipe(v.number(), v.minValue(protocolVersion + 1)) }), body);
  return { type: later.success ? 'transport/protocol' : 'transport/not-our-server' };
}

const bytesOf = (request: SyncRequest): number => new TextEncoder().encode(JSON.stringify(request)).length;
