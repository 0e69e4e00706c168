/** Puts the app together and starts it. */
import '#ui/mantine.css.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { paintColorScheme } from '#ui/color-scheme.ts';
import { firstScreen } from './first-screen.ts';
import { startLanguage } from './language.ts';
import { Providers } from './providers.tsx';
import { beginFreshLog } from '#storage/fresh-log.ts';
import { openEarly } from '#storage/this-device.ts';
import { AppRoutes } from './router.tsx';
import { askForScreen } from './screens.ts';
import { startServiceWorker } from './service-worker.ts';
import { watchStorage } from './storage-watch.ts';
import { startSync } from './sync.ts';

askForScreen(window.location.pathname);
openEarly();
paintColorScheme(document.documentElement);
startServiceWorker();
watchStorage();

const root = createRoot(document.getElementById('root') as HTMLElement);
void startLanguage().then(() => {
  root.render(
    <StrictMode>
      <Providers>
        <AppRoutes />
      </Providers>
    </StrictMode>,
  );
  void firstScreen.then(() => {
    void beginFreshLog();
    startSync();
  });
});
