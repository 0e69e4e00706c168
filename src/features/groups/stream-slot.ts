/** The stream of lines is a feature of its own: the app hands it to the pages that show it. */
import type { ComponentType } from 'react';
import type { Id } from '#domain/id.ts';
import type { Values } from '#domain/registry.ts';
import type { Scope } from '#domain/scope.ts';

export type Stream = ComponentType<{
  readonly scope: Scope;
  readonly sessionId: Id<'session'>;
  readonly blockId?: Id<'block'>;
  readonly groupId?: Id<'group'>;
  readonly label: string;
  readonly sideLabels?: Values<'programme'>['sideLabels'];
}>;
