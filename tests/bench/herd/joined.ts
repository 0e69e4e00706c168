/** Before the herd: an office makes the sessions and invites, and each tablet joins and fetches what is its own. */
import type { Scope } from '#domain/scope.ts';
import type { JoinAnswer } from '#replication/membership.ts';
import { packRecord, type PackedRecord } from '#replication/packed.ts';
import { protocolVersion, type SyncAnswer, type SyncRequest } from '#replication/protocol.ts';
import { placesOf, preparedOf, tabletsPerSession } from './work.ts';

/** A tablet that knows its session as it was before the day. */
export interface Tablet {
  readonly session: number;
  /** Of its session, from 0. */
  readonly place: number;
  readonly token: string;
  readonly device: string;
  readonly epoch: string;
  readonly cursors: Readonly<Record<Scope, number>>;
}

export async function joinAll(url: string, setupLink: string, tablets: number): Promise<Tablet[]> {
  const { token } = await join(url, new URL(setupLink).hash.slice(1), 'Office');
  const joined: Tablet[] = [];
  for (let session = 0; joined.length < tablets; session += 1) {
    const { epoch } = await sync(url, token, {}, preparedOf(session).map(packRecord));
    const scopes = Object.values(placesOf(session).scopes);
    const invitation = { scopes, role: 'facilitator', expiresInHours: 1 };
    const { code } = await post<{ code: string }>(url, '/api/invites', token, invitation);
    for (let place = 0; place < tabletsPerSession && joined.length < tablets; place += 1) {
      const { token, device } = await join(url, code, `Tablet ${place + 1}`);
      const { heads } = await sync(url, token, {}, []);
      joined.push({ session, place, token, device, epoch, cursors: heads });
    }
  }
  return joined;
}

/** A request as the engine makes it. */
export const requestOf = (
  epoch: string | null,
  cursors: SyncRequest['cursors'],
  deltas: readonly PackedRecord[],
): SyncRequest => ({
  protocol: protocolVersion,
  epoch,
  sentAt: Date.now(),
  app: '0.1.0',
  cursors,
  deltas,
  tablet: { name: 'Tablet', unsent: 0 },
});

const join = (url: string, code: string, deviceName: string) =>
  post<JoinAnswer>(url, '/api/join', undefined, { code, deviceName });

async function sync(url: string, token: string, cursors: SyncRequest['cursors'], deltas: readonly PackedRecord[]) {
  const answer = await post<SyncAnswer>(url, '/api/sync', token, requestOf(null, cursors, deltas));
  if (answer.refusals.length > 0) throw new Error(`refused: ${JSON.stringify(answer.refusals[0])}`);
  return answer;
}

async function post<T>(url: string, path: string, token: string | undefined, body: unknown): Promise<T> {
  const headers = { ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.status !== 200) throw new Error(`${path} ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
