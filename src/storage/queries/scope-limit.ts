/** What this tablet may not do in a scope, as the server said last. */
import type { Scope } from '#domain/scope.ts';
import type { ScopeRow } from '#storage/database.ts';
import { db } from '#storage/this-device.ts';

/** Undefined where it may write, and before anything is known. */
export const scopeLimit = async (scope: Scope): Promise<ScopeRow['limit']> => (await db.scopes.get(scope))?.limit;

/** Whether a session may be added to a programme from this tablet. */
export const mayAddTo = (limit: ScopeRow['limit']): boolean => limit === undefined || limit === 'add';
