/** The code that a link carries after the #, where servers and their logs do not see it. */

/** `hash`: as the address has it, e.g. `#ABCD-EFGH`; empty where it has none. */
export function codeInAddress(hash: string): string {
  const code = hash.replace(/^#/, '');
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}
