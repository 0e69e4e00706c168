/** Joining a server, put together with the engine that asks it. */
import { JoinPage } from '#features/device/join-page.tsx';
import { serverCalls } from './sync.ts';

export const JoinRoute = () => <JoinPage calls={serverCalls} />;
