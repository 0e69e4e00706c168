/**
 * Which screen stands at which address. A new screen is one line here and one in paths.ts; each is a chunk of its
 * own, and those of a session are handed its id.
 */
import type { ComponentType } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router';
import { parseId, type Id } from '#domain/id.ts';
import { firstPage, lazyPage } from './lazy-page.tsx';
import { NotFound } from './not-found.tsx';
import { OutsideFrame } from './outside-frame.tsx';
import { SessionFrame } from './session-frame.tsx';

interface OfSession {
  readonly sessionId: Id<'session'>;
}

/** Hands a screen the session of its address; the frame has seen that it is on this tablet. */
const OfSession = ({ page: Screen }: { readonly page: ComponentType<OfSession> }) => {
  const id = parseId('session', useParams().sessionId);
  return id ? <Screen key={id} sessionId={id} /> : <NotFound />;
};

const HomeRoute = firstPage(async () => (await import('./home-route.tsx')).HomeRoute);
const ProgrammeRoute = lazyPage(async () => (await import('./programme-route.tsx')).ProgrammeRoute);
const DeviceRoute = lazyPage(async () => (await import('./device-route.tsx')).DeviceRoute);
const JoinRoute = lazyPage(async () => (await import('./join-route.tsx')).JoinRoute);
const PurposeRoute = lazyPage(async () => (await import('./purpose-route.tsx')).PurposeRoute);
const AgendaPage = lazyPage(async () => (await import('#features/agenda/agenda-page.tsx')).AgendaPage);
const BoardRoute = lazyPage(async () => (await import('./board-route.tsx')).BoardRoute);
const RegisterPage = lazyPage(async () => (await import('#features/register/register-page.tsx')).RegisterPage);
const CloseRoute = lazyPage(async () => (await import('./close-route.tsx')).CloseRoute);
const ReportRoute = lazyPage(async () => (await import('./report-route.tsx')).ReportRoute);
const GroupsPage = lazyPage(async () => (await import('#features/groups/groups-page.tsx')).GroupsPage);
const GroupRoute = lazyPage(async () => (await import('./group-route.tsx')).GroupRoute);
const PlenaryRoute = lazyPage(async () => (await import('./group-route.tsx')).PlenaryRoute);

export const AppRoutes = () => (
  <Routes>
    <Route element={<OutsideFrame />}>
      <Route index element={<HomeRoute />} />
      <Route path="programme/:programmeId" element={<ProgrammeRoute />} />
      <Route path="device" element={<DeviceRoute />} />
      <Route path="join" element={<JoinRoute />} />
      <Route path="*" element={<NotFound />} />
    </Route>
    <Route path="session/:sessionId" element={<SessionFrame />}>
      <Route index element={<Navigate to="agenda" replace />} />
      <Route path="purpose" element={<OfSession page={PurposeRoute} />} />
      <Route path="agenda" element={<OfSession page={AgendaPage} />} />
      <Route path="groups" element={<OfSession page={GroupsPage} />} />
      <Route path="group/:groupId" element={<OfSession page={GroupRoute} />} />
      <Route path="plenary/:blockId" element={<OfSession page={PlenaryRoute} />} />
      <Route path="board" element={<OfSession page={BoardRoute} />} />
      <Route path="register" element={<OfSession page={RegisterPage} />} />
      <Route path="close" element={<OfSession page={CloseRoute} />} />
      <Route path="report" element={<OfSession page={ReportRoute} />} />
      <Route path="*" element={<NotFound />} />
    </Route>
  </Routes>
);
