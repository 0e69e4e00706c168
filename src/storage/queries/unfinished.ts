/** What somebody was writing when the page was left or the browser killed, and the place where it comes back. */
import { type Id, parseId } from '#domain/id.ts';
import { isScope, scopeId, scopeKind } from '#domain/scope.ts';
import type { DraftRow } from '#storage/database.ts';
import { record } from '#storage/queries/records.ts';
import { readDrafts } from '#storage/read-drafts.ts';
import { type Entity, isShown, type Row } from '#storage/row.ts';
import { db } from '#storage/this-device.ts';

export interface UnfinishedText {
  readonly draft: DraftRow;
  /** Undefined where the place is not on this tablet any more. */
  readonly place: WritingPlace | undefined;
}

export type WritingPlace =
  | { readonly programme: Entity<'programme'> }
  | { readonly session: Entity<'session'>; readonly screen: string; readonly itemId?: string };

/** Unfinished texts that say something, the latest first. */
export async function unfinishedTexts(): Promise<UnfinishedText[]> {
  const drafts = (await readDrafts()).filter(({ text }) => text.trim() !== '').sort((a, b) => b.at - a.at);
  return Promise.all(drafts.map(async (draft) => ({ draft, place: await placeOf(draft.about) })));
}

/** Those of one session, whose place is known. */
export const unfinishedIn = async (sessionId: Id<'session'>): Promise<UnfinishedText[]> =>
  (await unfinishedTexts()).filter(({ place }) => place && 'session' in place && place.session.id === sessionId);

type About = DraftRow['about'];

async function placeOf(about: About): Promise<WritingPlace | undefined> {
  const scope = about.scope !== undefined && isScope(about.scope) ? about.scope : undefined;
  const kind = scope && scopeKind(scope);
  if (scope && kind === 'programme') return placeInProgramme(scopeId(scope) as Id<'programme'>);
  if (scope && kind === 'register') return placeInRegister(scopeId(scope));
  const session = await sessionNamed(about.sessionId ?? (scope && scopeId(scope)));
  if (!session) return undefined;
  if (about.screen !== undefined) return { session, screen: about.screen };
  if (about.groupId !== undefined) return { session, screen: 'group', itemId: about.groupId };
  if (about.noun !== undefined) return { session, ...(await screenOf(about.noun, about.id ?? '')) };
  if (about.blockId !== undefined) return { session, screen: 'plenary', itemId: about.blockId };
  return { session, screen: 'groups' };
}

/** Where a record of a session is edited. */
async function screenOf(noun: string, id: string): Promise<{ readonly screen: string; readonly itemId?: string }> {
  switch (noun) {
    case 'session':
    case 'output':
    case 'quota':
      return { screen: 'purpose' };
    case 'block':
      return { screen: 'agenda' };
    case 'group':
      return { screen: 'group', itemId: id };
    case 'registration':
    case 'attendance':
      return { screen: 'register' };
    case 'photo': {
      const photo = await db.nouns().photo.get(id);
      return screenOf('capture', String(photo?.v.captureId));
    }
    case 'capture': {
      const line = await db.nouns().capture.get(id);
      const { groupId } = line?.v ?? {};
      return typeof groupId === 'string' ? { screen: 'group', itemId: groupId } : { screen: 'board' };
    }
    default:
      return { screen: 'board' };
  }
}

/** A programme of one session is edited on that session's page. */
async function placeInProgramme(id: Id<'programme'>): Promise<WritingPlace | undefined> {
  const [sessions, programme] = await Promise.all([shownWhere('v.programmeId', id), record('programme', id)]);
  const [only, more] = sessions;
  const session = only && !more && (await record('session', only.id as Id<'session'>));
  if (session) return { session, screen: 'purpose' };
  return programme ? { programme } : undefined;
}

async function placeInRegister(id: string): Promise<WritingPlace | undefined> {
  const [row] = await shownWhere('v.registerId', id);
  const session = await sessionNamed(row?.id);
  return session && { session, screen: 'register' };
}

const shownWhere = async (index: string, id: string): Promise<Row[]> =>
  (await db.nouns().session.where(index).equals(id).toArray()).filter(isShown);

async function sessionNamed(id: string | undefined): Promise<Entity<'session'> | undefined> {
  const parsed = parseId('session', id);
  return (parsed && (await record('session', parsed))) ?? undefined;
}
