/** Pictures for browser tests, drawn by the browser itself. */
import type { Locator, Page } from '@playwright/test';
import { say } from './words.ts';

export interface PictureFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A flip chart as a tablet's camera gives it: large, and with enough in it that it does not become tiny. */
export async function flipChart(
  page: Page,
  words: string,
  width = 2400,
  height = 1800,
  /** Every pixel another: of more than a piece. */
  isHeavy = false,
): Promise<PictureFile> {
  const base64 = await page.evaluate(
    async ({ text, w, h, heavy }) => {
      const canvas = new OffscreenCanvas(w, h);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.fillStyle = '#f4f1e6';
      context.fillRect(0, 0, w, h);
      let seed = text.length * 7919 + text.charCodeAt(0);
      const next = () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
      for (let at = 0; at < 6000; at += 1) {
        context.fillStyle = `hsl(${Math.floor(next() * 360)} 30% ${Math.floor(40 + next() * 50)}%)`;
        context.fillRect(next() * w, next() * h, 4 + next() * 30, 4 + next() * 30);
      }
      if (heavy) {
        const pixels = context.getImageData(0, 0, w, h);
        for (let at = 0; at < pixels.data.length; at += 4) pixels.data[at] = next() * 256;
        context.putImageData(pixels, 0, 0);
      }
      context.fillStyle = '#f4f1e6';
      context.fillRect(w / 8, h / 6, (w * 6) / 8, (h * 4) / 6);
      context.fillStyle = '#1a2226';
      context.font = `${Math.floor(h / 12)}px sans-serif`;
      context.fillText(text, w / 6, h / 3);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let binary = '';
      for (const byte of bytes) binary += String.fromCharCode(byte);
      return btoa(binary);
    },
    { text: words, w: width, h: height, heavy: isHeavy },
  );
  return { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
}

/** Takes a photo by the button at the foot of the list. */
export async function takePhoto(page: Page, picture: PictureFile): Promise<void> {
  await page.locator('[data-capture-bar] input[type=file]').setInputFiles(picture);
}

/** The photo of a line, small, on its row. */
export const photoOn = (page: Page, ref: string, number = 1): Locator =>
  page.getByRole('button', { name: say('captures.photo.small', { number, ref, caption: '' }).trim() });
