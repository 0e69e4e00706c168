/**
 * The service worker: answers GETs from the files of one build and touches nothing else.
 *
 * - Every file of the build is fetched at install, checked against its hash, and kept; what was kept before a
 *   line broke is not fetched again. An incomplete build is never served.
 * - A page's address is answered with the app's page, so that a deep link opens without a server.
 * - /api is never touched: it is no file of the build, and its pages are excluded.
 * - A new version waits until a page says so: nobody is updated while working.
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { url: string; revision: string | null; integrity?: string }[];
};

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api(\/|$)/] }));

// The first visit works offline at once; later the new worker comes only when a page asked for it.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
