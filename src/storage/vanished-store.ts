/** Whether the browser deleted the store that was on this tablet before the present one. */
import { browserMarker, readFate, remark } from '#storage/store-marker.ts';
import { thisDevice } from '#storage/this-device.ts';

/** When the store that vanished was first opened, milliseconds since 1970; null where none did. */
export async function vanishedStore(): Promise<number | null> {
  const fate = readFate(browserMarker(), (await thisDevice()).device.firstOpenedAt);
  return fate.type === 'store/vanished' ? fate.firstOpenedAt : null;
}

/** A person has read of it. */
export async function forgetVanished(): Promise<void> {
  remark(browserMarker(), (await thisDevice()).device.firstOpenedAt);
}
