/** What a day is closed with: kinds of captures, and the answer "none" each of some of them can have. */
import type { Kind } from '#domain/nouns/vocabulary.ts';

export const wrapUpKinds = ['action', 'decision', 'issue', 'commitment', 'lesson'] as const satisfies readonly Kind[];
export type WrapUpKind = (typeof wrapUpKinds)[number];

/** The session's field that holds "none" for a kind; commitments have no such answer. */
export const noneField = {
  action: 'noActions',
  decision: 'noDecisions',
  issue: 'noIssues',
  lesson: 'noLessons',
  commitment: undefined,
} as const satisfies Record<WrapUpKind, string | undefined>;
