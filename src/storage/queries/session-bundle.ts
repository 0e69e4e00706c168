/** Reads what the documents of one session are made from, in one transaction, so that its parts agree. */
import { type Id, parseId } from '#domain/id.ts';
import { type NounName, nouns } from '#domain/registry.ts';
import { type Scope, scopeOf } from '#domain/scope.ts';
import type { BundleCapture, BundlePhoto, BundleRecord, SessionBundle } from '#domain/session-bundle.ts';
import { otherValues } from '#replication/packed.ts';
import { changedSinceDeletion } from '#storage/deleted.ts';
import { deliveryOf, unsentIn } from '#storage/queries/delivery.ts';
import { byOrder } from '#storage/queries/records.ts';
import { isErasedEntity, isShown, type Row } from '#storage/row.ts';
import { db } from '#storage/this-device.ts';

/** Null where this device has no such session, or where it is deleted. */
export const sessionBundle = (sessionId: Id<'session'>): Promise<SessionBundle | null> =>
  db.transaction('r', db.tables, async () => {
    const row = await db.nouns().session.get(sessionId);
    if (!row || !isShown(row)) return null;
    const session = bundled('session', row);
    const scope = scopeOf('session', sessionId);
    const people = session.registerId ? scopeOf('register', session.registerId) : undefined;
    const unsent = await unsentIn(scope);
    const captures = (await db.inScope('capture', scope).toArray()).flatMap((found): BundleCapture[] => {
      const deletedChangedSince = changedSinceDeletion('capture', found);
      if (!isShown(found) && !deletedChangedSince) return [];
      const capture = bundled('capture', found);
      const whereabouts = deliveryOf(unsent, { noun: 'capture', id: found.id });
      return [{ ...capture, whereabouts, ...(deletedChangedSince && { deletedChangedSince }) }];
    });
    return {
      programme: await one('programme', session.programmeId),
      session,
      register: await one('register', session.registerId),
      outputs: await all('output', scope),
      quotas: await all('quota', scope),
      blocks: await all('block', scope),
      groups: await all('group', scope),
      themes: await all('theme', scope),
      captures: captures.sort(byOrder),
      photos: await photosIn(scope),
      people: people ? await all('person', people) : [],
      registrations: await all('registration', scope),
      attendance: await all('attendance', scope),
    };
  });

/** The scopes that a backup of one session holds: its own, its programme's and its people's. */
export const scopesOfSession = ({ session }: SessionBundle): Scope[] => {
  const programme = parseId('programme', session.programmeId ?? undefined);
  const register = parseId('register', session.registerId ?? undefined);
  return [
    ...(programme ? [scopeOf('programme', programme)] : []),
    ...(register ? [scopeOf('register', register)] : []),
    scopeOf('session', session.id),
  ];
};

async function one<N extends NounName>(noun: N, id: string | null | undefined): Promise<BundleRecord<N> | null> {
  const row = id ? await db.nouns()[noun].get(id) : undefined;
  return row && isShown(row) ? bundled(noun, row) : null;
}

async function all<N extends NounName>(noun: N, scope: Scope): Promise<BundleRecord<N>[]> {
  const rows = await db.inScope(noun, scope).toArray();
  return rows
    .filter(isShown)
    .map((row) => bundled(noun, row))
    .sort(byOrder);
}

async function photosIn(scope: Scope): Promise<BundlePhoto[]> {
  const photos = await all('photo', scope);
  const files = await db.files.bulkGet(photos.map(({ sha256 }) => sha256 ?? ''));
  return photos.map((photo, at) => ({ ...photo, here: files[at] !== undefined }));
}

function bundled<N extends NounName>(noun: N, row: Row): BundleRecord<N> {
  const others = Object.entries(nouns[noun].fields as Readonly<Record<string, { readonly merge: string }>>).flatMap(
    ([field, { merge }]) => {
      const values = merge === 'text' ? otherValues(row, field) : [];
      return values.length > 0 ? [[field, values] as const] : [];
    },
  );
  return {
    ...row.v,
    id: row.id,
    ...(isErasedEntity({ noun, row }) && { erased: true }),
    ...(others.length > 0 && { others: Object.fromEntries(others) }),
  } as unknown as BundleRecord<N>;
}
