/**
 * A photo as Word takes it. Word shows no WebP, in which tablets keep photos: each is drawn anew as JPEG, its longest
 * side at most 1200 pixels, one after the other, so that a report of many needs the memory of one.
 */

/** Of a print at 14 cm: 220 dots an inch. */
const longestSide = 1200;

export interface WordPhoto {
  readonly bytes: Uint8Array;
  readonly type: 'jpg' | 'png';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Undefined where this browser cannot draw it. */
export async function photoForWord(photo: Blob): Promise<WordPhoto | undefined> {
  // Safari before 16.4 draws in no worker, but keeps photos as JPEG: they go in as they are.
  if (typeof OffscreenCanvas === 'undefined') return asItIs(photo);
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(photo);
  } catch {
    return undefined;
  }
  try {
    const share = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * share))) as [
      number,
      number,
    ];
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) return undefined;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    const drawn = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.75 });
    return { bytes: new Uint8Array(await drawn.arrayBuffer()), type: 'jpg', width, height };
  } finally {
    bitmap.close();
  }
}

async function asItIs(photo: Blob): Promise<WordPhoto | undefined> {
  const bytes = new Uint8Array(await photo.arrayBuffer());
  const size = photo.type === 'image/png' ? sizeOfPng(bytes) : photo.type === 'image/jpeg' ? sizeOfJpeg(bytes) : null;
  return size ? { bytes, type: photo.type === 'image/png' ? 'png' : 'jpg', ...size } : undefined;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOfPng(bytes: Uint8Array): Size | null {
  if (bytes.length < 24 || bytes[1] !== 0x50) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** From the first frame header: segments stand one after the other, each with its length. */
function sizeOfJpeg(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
