import decodeQR from 'qr/decode.js';
import { expect, it } from 'vitest';
import { qrPath } from '#features/device/qr-path.ts';

/** The picture as a camera sees it: dark squares of `scale` pixels on white. */
function picture({ size, path }: ReturnType<typeof qrPath>, scale = 4) {
  const side = size * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < scale; dy += 1) {
      const from = ((Number(y) * scale + dy) * side + Number(x) * scale) * 4;
      for (let at = from; at < from + scale * 4; at += 4) data.fill(0, at, at + 3);
    }
  }
  return { width: side, height: side, data };
}

it('a picture to scan holds the link, with a white frame around it', () => {
  const link = 'https://baraza.example/join#ABCD-EFGH';
  const drawn = qrPath(link);
  expect(decodeQR(picture(drawn))).toBe(link);
  const edges = [...drawn.path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect(Math.min(...edges)).toBe(4);
  expect(Math.max(...edges)).toBe(drawn.size - 5);
});

it('holds the long code of a first set-up too', () => {
  const link = `http://localhost:8787/join#${'ABCD-EFGH-'.repeat(4).slice(0, -1)}`;
  expect(decodeQR(picture(qrPath(link)))).toBe(link);
});
