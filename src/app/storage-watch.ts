/**
 * What befell the tablet's storage and this whole tab with it. An iPad that wakes up may have lost its database until
 * the page is loaded again: that is done here, once, with every text kept.
 */
import { create } from 'zustand';
import type { StorageFailure } from '#storage/failure.ts';
import { onStorageFailure } from '#storage/health.ts';

/** Nothing can be written in this tab until it is loaded again. */
export const useStorageTrouble = create<{ readonly failure?: StorageFailure }>()(() => ({}));

const key = 'baraza.reloadedForStorageAt';
const onceInMs = 60_000;

/** Called once, at start. */
export function watchStorage(): void {
  onStorageFailure((failure) => {
    if (failure.type === 'storage/lost' && mayReload()) window.location.reload();
    else if (failure.type === 'storage/lost' || failure.type === 'storage/newer-version')
      useStorageTrouble.setState({ failure });
  });
}

function mayReload(): boolean {
  if (Date.now() - Number(sessionStorage.getItem(key)) < onceInMs) return false;
  sessionStorage.setItem(key, String(Date.now()));
  return true;
}
