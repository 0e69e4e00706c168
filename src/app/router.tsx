/**
 * Which screen stands at which address. A new screen is a line here, one in screens.ts and one in paths.ts; those
 * of a session are handed its id.
 */
import type { ComponentType } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router';
import { parseId, type Id } from '#domain/id.ts';
import { firstPage, lazyPage } from './lazy-page.tsx';
import { NotFound } from './not-found.tsx';
import { OutsideFrame } from './outside-frame.tsx';
import { screens } from './screens.ts';
import { SessionFrame } from './session-frame.tsx';

interface OfSession {
  readonly sessionId: Id<'session'>;
}

/** Hands a screen the session of its address; the frame has seen that it is on this tablet. */
const OfSession = ({ page: Screen }: { readonly page: ComponentType<OfSession> }) => {
  const id = parseId('session', useParams().sessionId);
  return id ? <Screen key={id} sessionId={id} /> : <NotFound />;
};

const HomeRoute = firstPage(screens['']);
const ProgrammeRoute = lazyPage(screens.programme);
const DeviceRoute = lazyPage(screens.device);
const DevicesRoute = lazyPage(screens.devices);
const JoinRoute = lazyPage(screens.join);
const PurposeRoute = lazyPage(screens.purpose);
const AgendaPage = lazyPage(screens.agenda);
const BoardRoute = lazyPage(screens.board);
const RegisterPage = lazyPage(screens.register);
const CloseRoute = lazyPage(screens.close);
const ReportRoute = lazyPage(screens.report);
const GroupsPage = lazyPage(screens.groups);
const GroupRoute = lazyPage(screens.group);
const PlenaryRoute = lazyPage(screens.plenary);

export const AppRoutes = () => (
  <Routes>
    <Route element={<OutsideFrame />}>
      <Route index element={<HomeRoute />} />
      <Route path="programme/:programmeId" element={<ProgrammeRoute />} />
      <Route path="device" element={<DeviceRoute />} />
      <Route path="devices" element={<DevicesRoute />} />
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
