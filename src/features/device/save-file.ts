/** Hands a text to the browser as a file to keep. */

/** A browser needs the address for a while after the click. */
const keptMs = 60_000;

export function saveText(name: string, text: string): void {
  // The mark at the start tells Windows that it is UTF-8.
  const address = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptMs);
}
