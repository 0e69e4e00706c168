/** Every address of the app, in one place. */
import type { Id } from '#domain/id.ts';

type SessionId = Id<'session'>;
type GroupId = Id<'group'>;

export const sessionScreens = ['purpose', 'agenda', 'groups', 'board', 'register', 'close', 'report'] as const;
export type SessionScreen = (typeof sessionScreens)[number];

export const paths = {
  home: '/',
  device: '/device',
  devices: '/devices',
  join: '/join',
  programme: (programme: Id<'programme'>) => `/programme/${programme}`,
  /** The link another tablet joins with; the code stays out of what servers log. */
  joinWith: (code: string) => `/join#${encodeURIComponent(code)}`,
  session: (session: SessionId, screen: SessionScreen = 'agenda') => `/session/${session}/${screen}`,
  group: (session: SessionId, group: GroupId) => `/session/${session}/group/${group}`,
} as const;
