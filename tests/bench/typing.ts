/** Lines typed into a page: how long until each letter is painted, and each line shown as saved. */
import type { CDPSession, Locator, Page } from '@playwright/test';

export interface Typed {
  /** Milliseconds from the key to the paint after it, one per letter. */
  readonly letters: readonly number[];
  /** Milliseconds from Enter to the paint of the line's saved mark, one per line. */
  readonly saved: readonly number[];
}

/** Runs in the page before anything else: notes when keys are painted and when lines are shown as saved. */
export function watchTyping(): void {
  const watch = { letters: [] as number[], saved: [] as number[] };
  const afterPaint = (then: () => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', then);
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  addEventListener(
    'keydown',
    (event) => {
      const pressedAt = event.timeStamp;
      const field = event.target as HTMLInputElement | HTMLTextAreaElement;
      if (event.key.length === 1) {
        const before = field.value;
        const look = () =>
          field.value === before
            ? requestAnimationFrame(look)
            : afterPaint(() => watch.letters.push(performance.now() - pressedAt));
        requestAnimationFrame(look);
      }
      if (event.key !== 'Enter') return;
      const line = field.value;
      const isSaved = () =>
        Array.from(document.querySelectorAll('[data-saved="true"]'))
          .slice(-8)
          .some((row) => row.textContent.includes(line));
      const observer = new MutationObserver(() => {
        if (!isSaved()) return;
        observer.disconnect();
        afterPaint(() => watch.saved.push(performance.now() - pressedAt));
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    },
    true,
  );
  Object.assign(globalThis, { baraza: watch });
}

/** Types `lines` lines of 24 letters at a fast typist's pace, the processor slowed `slowdown` times. */
export async function typeLines(
  page: Page,
  field: Locator,
  lines: number,
  tag: string,
  slowdown: number,
): Promise<Typed> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await field.click();
  const before = await read(page);
  for (let line = 0; line < lines; line += 1) {
    await page.keyboard.type(`${tag} ${line} the rota of visits`.padEnd(24, '.'), { delay: 55 });
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (count) => (globalThis as never as Watched).baraza.saved.length >= count,
      before.saved.length + line + 1,
    );
  }
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await cdp.detach();
  const after = await read(page);
  return { letters: after.letters.slice(before.letters.length), saved: after.saved.slice(before.saved.length) };
}

interface Watched {
  readonly baraza: { readonly letters: number[]; readonly saved: number[] };
}
const read = (page: Page): Promise<Typed> => page.evaluate(() => (globalThis as never as Watched).baraza);
