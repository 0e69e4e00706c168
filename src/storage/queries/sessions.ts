/** Sessions as lists show them: with their programme, how much is in them, and how safe it is. */
import type { Id } from '#domain/id.ts';
import { countCaptures } from '#storage/queries/captures-of-kind.ts';
import { scopeOf, type Scope } from '#domain/scope.ts';
import type { ScopeRow } from '#storage/database.ts';
import { refusedRecords } from '#storage/queries/refused-records.ts';
import { type Entity, entityOf, isShown, type Row } from '#storage/row.ts';
import { db } from '#storage/this-device.ts';

export interface SessionOverview {
  readonly session: Entity<'session'>;
  /** Undefined where the programme is on another tablet. */
  readonly programme: Entity<'programme'> | undefined;
  /** Registered and not withdrawn. */
  readonly peopleCount: number;
  readonly captureCount: number;
  readonly delivery: SessionDelivery;
  /** Made by a bundled example, or inside one. */
  readonly isExample: boolean;
}

export interface SessionDelivery {
  /** Records of the session, its register and its programme that the server has not confirmed. */
  readonly unsentCount: number;
  /** Records of them that the server refused. */
  readonly needLookCount: number;
  /** False where this tablet has no server, or the session waits until a person says that it may go. */
  readonly isSent: boolean;
}

/** All sessions that are shown, or those of one programme; the latest changed first. */
export async function sessionOverviews(programmeId?: Id<'programme'>): Promise<SessionOverview[]> {
  const rows = await (programmeId === undefined
    ? db.nouns().session.toArray()
    : db.nouns().session.where('v.programmeId').equals(programmeId).toArray());
  const sessions = rows.filter(isShown).map((row) => entityOf('session', row));
  const facts = await readFacts();
  const overviews = await Promise.all(sessions.map((session) => overviewOf(session, facts)));
  return overviews.sort(
    (a, b) => changedAt(b.session) - changedAt(a.session) || (a.session.id < b.session.id ? -1 : 1),
  );
}

interface Facts {
  readonly scopes: ReadonlyMap<string, ScopeRow>;
  readonly hasServer: boolean;
  readonly refused: ReadonlyMap<string, number>;
  /** What the server has not confirmed of a scope; read once for all the sessions that share it. */
  readonly unsent: (scope: Scope) => Promise<number>;
}

async function readFacts(): Promise<Facts> {
  const [scopes, server, refused] = await Promise.all([db.scopes.toArray(), db.meta.get('server'), refusedRecords(db)]);
  const unsent = new Map<string, PromiseLike<number>>();
  return {
    scopes: new Map(scopes.map((row) => [row.scope, row])),
    hasServer: server !== undefined,
    refused: countedBy(refused),
    unsent: async (scope) => {
      const counting = unsent.get(scope) ?? db.pending.where('scope').equals(scope).count();
      unsent.set(scope, counting);
      return counting;
    },
  };
}

async function overviewOf(session: Entity<'session'>, facts: Facts): Promise<SessionOverview> {
  const { programmeId, registerId } = session;
  const scopes: Scope[] = [
    session.scope,
    ...(registerId ? [scopeOf('register', registerId)] : []),
    ...(programmeId ? [scopeOf('programme', programmeId)] : []),
  ];
  const [programme, registrations, captures, ...unsent] = await Promise.all([
    programmeId ? db.nouns().programme.get(programmeId) : undefined,
    db.inScope('registration', session.scope).toArray(),
    countCaptures(session.scope),
    ...scopes.map(facts.unsent),
  ]);
  const row = facts.scopes.get(session.scope);
  return {
    session,
    programme: programme && isShown(programme) ? entityOf('programme', programme) : undefined,
    peopleCount: registrations.filter((one) => isShown(one) && one.v.status !== 'withdrawn').length,
    captureCount: captures,
    delivery: {
      unsentCount: sum(unsent),
      needLookCount: sum(scopes.map((scope) => facts.refused.get(scope) ?? 0)),
      isSent: facts.hasServer && row?.sending === true,
    },
    isExample: row?.example === true,
  };
}

/** The programmes that hold no session that is shown, and that somebody has given a title. */
export async function emptyProgrammes(): Promise<Entity<'programme'>[]> {
  const [programmes, sessions] = await Promise.all([db.nouns().programme.toArray(), db.nouns().session.toArray()]);
  const used = new Set(sessions.filter(isShown).map((row) => row.v.programmeId));
  return programmes
    .filter((row) => isShown(row) && !used.has(row.id) && typeof row.v.title === 'string' && row.v.title !== '')
    .map((row) => entityOf('programme', row));
}

/** Every scope of a programme that is on this tablet: its own, its registers' and its sessions', deleted ones included. */
export async function scopesOfProgramme(programmeId: Id<'programme'>): Promise<Scope[]> {
  const named = (rows: readonly Row[]) => rows.map((row) => row.scope);
  const [registers, sessions] = await Promise.all([
    db.nouns().register.where('v.programmeId').equals(programmeId).toArray(),
    db.nouns().session.where('v.programmeId').equals(programmeId).toArray(),
  ]);
  return [scopeOf('programme', programmeId), ...named(registers), ...named(sessions)];
}

/** Whether this scope belongs to a bundled example: what is added to it stays with the example. */
export const isExampleScope = async (scope: Scope): Promise<boolean> => (await db.scopes.get(scope))?.example === true;

const changedAt = (session: Entity<'session'>): number => Math.max(session.createdAt ?? 0, session.updatedAt ?? 0);

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

function countedBy(rows: readonly { readonly scope: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { scope } of rows) counts.set(scope, (counts.get(scope) ?? 0) + 1);
  return counts;
}
