/** Whether an address is that of the machine itself, so that no other tablet can open it. */
export const isOnlyHere = (link: string): boolean =>
  /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(new URL(link).hostname);
