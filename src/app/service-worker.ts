/**
 * The page's side of the service worker: what it knows about updates, and the only way to take one.
 *
 * A new version is fetched in the background and then waits. It is taken when a person says so, or by a screen
 * that knows that nothing is open; never by itself.
 */
import { create } from 'zustand';
import { Workbox } from 'workbox-window';

interface Updates {
  /** Every file of this version is on the device: it starts without a server. */
  readonly offlineReady: boolean;
  /** A newer version is on the device, and waits for `applyUpdate`. */
  readonly updateReady: boolean;
}

export const useUpdates = create<Updates>()(() => ({ offlineReady: false, updateReady: false }));

const updateEveryMs = 60 * 60 * 1000;
const retryEveryMs = 30 * 1000;
let workbox: Workbox | undefined;
let asked = false;

/**
 * Called once, at start. Registers the worker in a built app on a secure origin; on others the page works as long
 * as its server is there.
 */
export function startServiceWorker(): void {
  window.addEventListener('vite:preloadError', () => void reloadForMissingChunk());
  if (!import.meta.env.PROD || !window.isSecureContext || !('serviceWorker' in navigator)) return;

  const container = navigator.serviceWorker;
  let controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (asked) window.location.reload();
    // Another tab took the update: this one goes on with the old version until its person agrees.
    else if (controlled) useUpdates.setState({ updateReady: true });
    controlled = true;
  });
  void container.ready.then(() => useUpdates.setState({ offlineReady: true }));

  // Tablets stay open for weeks, and a weak line may need several tries before every file is here.
  const check = () => void registerOrUpdate().catch(() => undefined);
  const checkAgain = () => {
    check();
    window.setTimeout(checkAgain, useUpdates.getState().offlineReady ? updateEveryMs : retryEveryMs);
  };
  checkAgain();
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && check());
}

async function registerOrUpdate(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (workbox && registration) return void (await registration.update());
  workbox = new Workbox('/sw.js');
  workbox.addEventListener('waiting', () => useUpdates.setState({ updateReady: true }));
  await workbox.register();
}

/** Reloads into the version that waits. Whoever calls it has seen that nothing is being typed. */
export async function applyUpdate(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration?.waiting) return window.location.reload();
  asked = true;
  workbox?.messageSkipWaiting();
}

/**
 * A part of the app is gone: a newer version replaced it on the server or in another tab. A reload brings the
 * new one; at most one a minute, and none where it would end on the browser's own offline page.
 */
async function reloadForMissingChunk(): Promise<void> {
  const key = 'baraza.reloadedAt';
  if (Date.now() - Number(sessionStorage.getItem(key)) < 60_000) return;
  const reachable =
    navigator.serviceWorker?.controller || (await fetch('/', { method: 'HEAD' }).catch(() => undefined))?.ok;
  if (!reachable) return;
  sessionStorage.setItem(key, String(Date.now()));
  window.location.reload();
}
