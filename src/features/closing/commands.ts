/** What can be done when a day is closed. Each answers what commit answers. */
import type { Values } from '#domain/registry.ts';
import { change, fresh } from '#storage/change.ts';
import { ordersAfter } from '#storage/order.ts';
import { capturesOfKind } from '#storage/queries/captures-of-kind.ts';
import { linesOf } from '#storage/queries/captures.ts';
import { byOrder } from '#storage/queries/records.ts';
import type { Entity } from '#storage/row.ts';
import { commit, thisDevice } from '#storage/this-device.ts';
import { noneField, type WrapUpKind } from './wrap-up-kinds.ts';

type Session = Entity<'session'>;
type Capture = Entity<'capture'>;

/**
 * Adds a line after those of its kind and after those of the session as a whole, so that no line said before gets
 * another code. It takes back an answer of "none".
 */
export async function addLine(session: Session, kind: WrapUpKind, text: string, draft: string) {
  const [ofKind, ofSession] = await Promise.all([
    capturesOfKind(session.scope, kind),
    linesOf({ scope: session.scope, sessionId: session.id }),
  ]);
  const [order = 'a0'] = ordersAfter([...ofKind, ...ofSession].sort(byOrder), 1);
  const line = { id: (await thisDevice()).newId('capture'), scope: session.scope };
  const status = kind === 'action' || kind === 'commitment' ? ({ status: 'open' } as const) : {};
  const none = noneField[kind];
  return commit(
    [
      change('capture', line, { set: { sessionId: session.id, kind, order, ...status }, write: { text: fresh(text) } }),
      ...(none && session[none] === true ? [change('session', session, { set: { [none]: null } })] : []),
    ],
    { finishing: [draft] },
  );
}

export const setLine = (line: Capture, set: Partial<Values<'capture'>>) => commit([change('capture', line, { set })]);
export const removeLine = (line: Capture) => commit([change('capture', line, { deleted: true })]);
export const restoreLine = (line: Capture) => commit([change('capture', line, { deleted: false })]);

export const sayNone = (session: Session, kind: WrapUpKind, none: boolean) => {
  const field = noneField[kind];
  return commit(field ? [change('session', session, { set: { [field]: none ? true : null } })] : []);
};

/** Closes or opens a session again; no word of it changes. */
export async function setClosed(session: Session, closed: boolean) {
  const closedAt = closed ? (await thisDevice()).now() : null;
  return commit([change('session', session, { set: { status: closed ? 'closed' : 'live', closedAt } })]);
}
