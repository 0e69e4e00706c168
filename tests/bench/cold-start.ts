/** Cold starts with the server stopped: a new browser process on a tablet that has the page. */
import type { Page } from '@playwright/test';
import type { Tablet } from '#tests/support/browser.ts';

/** Milliseconds from the navigation's start to the paint after `selector` is there, the processor slowed. */
export async function coldStart(device: Tablet, url: string, selector: string, slowdown: number): Promise<number> {
  const context = await device.open();
  try {
    const page: Page = context.pages()[0] ?? (await context.newPage());
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(watchPaint, selector);
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => (globalThis as never as { painted?: number }).painted !== undefined, undefined, {
      timeout: 60_000,
    });
    return await page.evaluate(() => (globalThis as never as { painted: number }).painted);
  } finally {
    await context.close();
  }
}

/** Runs in the page before anything else. */
function watchPaint(selector: string): void {
  const note = () =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => Object.assign(globalThis, { painted: performance.now() }));
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    note();
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
}
