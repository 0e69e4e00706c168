/** A scope's name is its kind and the id of the record that gives it its identity: `session:Vx3...`. */
import * as v from 'valibot';
import { type Id, idPattern } from '#domain/id.ts';
import type { ScopeKind } from '#domain/noun.ts';

export type Scope = `${ScopeKind}:${string}`;

export const scopeOf = <K extends ScopeKind>(kind: K, id: Id<K>): Scope => `${kind}:${id}`;
export const scopeKind = (scope: Scope): ScopeKind => scope.slice(0, scope.indexOf(':')) as ScopeKind;
export const scopeId = (scope: Scope): string => scope.slice(scope.indexOf(':') + 1);

export const isScope = (name: string): name is Scope => {
  const [kind, ...rest] = name.split(':');
  return (kind === 'programme' || kind === 'register' || kind === 'session') && idPattern.test(rest.join(':'));
};
export const scopeSchema = v.custom<Scope>((name) => typeof name === 'string' && isScope(name), 'not a scope');
