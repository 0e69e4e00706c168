/**
 * The service worker: answers GETs from the files of one build and touches nothing else.
 *
 * - Every file of the build is fetched at install, a few at a time, checked against its hash, and kept; what was kept
 *   before a line broke is not fetched again. An incomplete build is never served.
 * - A page's address is answered with the app's page, so that a deep link opens without a server.
 * - /api is never touched: it is no file of the build, and its pages are excluded.
 * - A new version waits until a page says so: nobody is updated while working.
 */
import { cleanupOutdatedCaches, PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

type Files = Parameters<PrecacheController['addToCacheList']>[0];
declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: Files };

/** Files asked for at a time. Chromium lets a worker have no more on their way; the other connections are the app's. */
const lanes = 3;

const files: Files = self.__WB_MANIFEST;
const kept = controllerOf(files);
registerRoute(new PrecacheRoute(kept));
registerRoute(new NavigationRoute(kept.createHandlerBoundToURL('/index.html'), { denylist: [/^\/api(\/|$)/] }));
cleanupOutdatedCaches();

// A controller fetches one file after the other, and each would wait for a slow line. All write to the same cache.
self.addEventListener('install', (event) => {
  for (let lane = 0; lane < lanes; lane += 1) {
    void controllerOf(files.filter((_, at) => at % lanes === lane)).install(event);
  }
});
self.addEventListener('activate', (event) => void kept.activate(event));

// The first visit works offline at once; later the new worker comes only when a page asked for it.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

function controllerOf(entries: Files): PrecacheController {
  const controller = new PrecacheController();
  controller.addToCacheList(entries);
  return controller;
}
