/** The tablets on the server, put together with the engine that asks it. */
import { DevicesPage } from '#features/device/devices-page.tsx';
import { serverCalls } from './sync.ts';

export const DevicesRoute = () => <DevicesPage calls={serverCalls} />;
