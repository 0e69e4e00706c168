/** The code of each screen, each in a chunk of its own, by the word that names it in an address. */

const outside = {
  '': async () => (await import('./home-route.tsx')).HomeRoute,
  programme: async () => (await import('./programme-route.tsx')).ProgrammeRoute,
  device: async () => (await import('./device-route.tsx')).DeviceRoute,
  devices: async () => (await import('./devices-route.tsx')).DevicesRoute,
  join: async () => (await import('./join-route.tsx')).JoinRoute,
};

const ofSession = {
  purpose: async () => (await import('./purpose-route.tsx')).PurposeRoute,
  agenda: async () => (await import('#features/agenda/agenda-page.tsx')).AgendaPage,
  groups: async () => (await import('#features/groups/groups-page.tsx')).GroupsPage,
  group: async () => (await import('./group-route.tsx')).GroupRoute,
  plenary: async () => (await import('./group-route.tsx')).PlenaryRoute,
  board: async () => (await import('./board-route.tsx')).BoardRoute,
  register: async () => (await import('#features/register/register-page.tsx')).RegisterPage,
  close: async () => (await import('./close-route.tsx')).CloseRoute,
  report: async () => (await import('./report-route.tsx')).ReportRoute,
};

export const screens = { ...outside, ...ofSession } as const;

/**
 * Asks for the code of an address before anything is drawn. What does not come is asked for again by the screen
 * itself, which says so where it does not come then either.
 */
export function askForScreen(pathname: string): void {
  const [first = '', , third = ''] = pathname.split('/').slice(1);
  const loads: Readonly<Record<string, () => Promise<unknown>>> = first === 'session' ? ofSession : outside;
  const load = loads[first === 'session' ? third : first];
  void load?.().catch(() => undefined);
}
