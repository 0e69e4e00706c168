/** Scales one picture away from the page, so that typing never waits for it. */
import { paint, scalePicture, type MakeCanvas } from './scale-picture.ts';

const canvas: MakeCanvas = (width, height) => {
  const offscreen = new OffscreenCanvas(width, height);
  return {
    draw: (picture, w, h) => paint(offscreen.getContext('2d'), picture, w, h),
    encode: (type, quality) => offscreen.convertToBlob({ type, quality }),
  };
};

addEventListener('message', (event: MessageEvent<Blob>) => {
  void scalePicture(event.data, canvas).then((scaled) =>
    postMessage(scaled, { transfer: scaled.ok ? [scaled.value.bytes, scaled.value.small] : [] }),
  );
});
