/** Has a picture scaled: in a worker, or in the page where the browser cannot draw in a worker. */
import type { Result } from '#domain/result.ts';
import { paint, scalePicture, type MakeCanvas, type Picture, type PictureProblem } from './scale-picture.ts';

export async function preparePicture(file: Blob): Promise<Result<Picture, PictureProblem>> {
  const scaled = typeof OffscreenCanvas === 'undefined' ? undefined : await inWorker(file);
  return scaled ?? scalePicture(file, pageCanvas);
}

/** Undefined where the worker could not be had. */
function inWorker(file: Blob): Promise<Result<Picture, PictureProblem> | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' });
    const end = (scaled: Result<Picture, PictureProblem> | undefined) => {
      worker.terminate();
      resolve(scaled);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Result<Picture, PictureProblem>>) => end(data));
    worker.addEventListener('error', () => end(undefined));
    worker.addEventListener('messageerror', () => end(undefined));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage(file);
  });
}

const pageCanvas: MakeCanvas = (width, height) => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  return {
    draw: (picture, w, h) => paint(canvas.getContext('2d'), picture, w, h),
    encode: (type, quality) =>
      new Promise((resolve, reject) => {
        canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new TypeError('no picture'))), type, quality);
      }),
  };
};
