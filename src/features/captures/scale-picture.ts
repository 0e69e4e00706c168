/**
 * A picture as it is kept: its longest side at most 1600 pixels, as WebP, or as JPEG where the browser writes no
 * WebP (Safari), and a small one for lists. Drawn anew, it holds nothing of where and with what it was taken.
 * Runs in a worker and, where that cannot, in the page.
 */
import { err, ok, type Result } from '#domain/result.ts';

export interface Picture {
  readonly bytes: ArrayBuffer;
  readonly small: ArrayBuffer;
  readonly mediaType: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export type PictureProblem =
  /** The tablet gives the name of the picture and not the picture: it is in a cloud, or may not be read. */
  | { readonly type: 'picture/not-handed-over' }
  | { readonly type: 'picture/empty' }
  /** A form that iPhones write and this browser does not read. */
  | { readonly type: 'picture/heic' }
  /** No picture, or a broken one, or one that is too large for this tablet. */
  | { readonly type: 'picture/broken' };

/** What is used of a canvas. */
export interface Canvas {
  readonly draw: (picture: ImageBitmap, width: number, height: number) => void;
  readonly encode: (type: string, quality: number) => Promise<Blob>;
}
export type MakeCanvas = (width: number, height: number) => Canvas;

export const longestSide = 1600;
/** Of the small one: 52 px on a screen of three dots each. */
export const smallSide = 156;

export async function scalePicture(file: Blob, makeCanvas: MakeCanvas): Promise<Result<Picture, PictureProblem>> {
  const head = await headOf(file);
  if (!head.ok) return head;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return err({ type: isHeic(head.value) ? 'picture/heic' : 'picture/broken' });
  }
  try {
    const large = sizeWithin(bitmap.width, bitmap.height, longestSide);
    const little = sizeWithin(bitmap.width, bitmap.height, smallSide);
    const kept = await encoded(bitmap, large, makeCanvas, 0.8);
    const small = await encoded(bitmap, little, makeCanvas, 0.7);
    return ok({
      bytes: await kept.arrayBuffer(),
      small: await small.arrayBuffer(),
      mediaType: kept.type,
      ...large,
    });
  } catch {
    return err({ type: 'picture/broken' });
  } finally {
    bitmap.close();
  }
}

/** The greatest size of the same shape whose sides are at most `longest`; a smaller picture stays as it is. */
export function sizeWithin(width: number, height: number, longest: number): { width: number; height: number } {
  const share = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/** The brands of HEIF in the first box of the file. */
export const isHeic = (head: Uint8Array): boolean =>
  /^.{4}ftyp(?:.{0,8})(?:heic|heix|hevc|heim|heis|mif1|msf1)/s.test(String.fromCharCode(...head));

async function headOf(file: Blob): Promise<Result<Uint8Array, PictureProblem>> {
  if (file.size === 0) return err({ type: 'picture/empty' });
  try {
    return ok(new Uint8Array(await file.slice(0, 24).arrayBuffer()));
  } catch {
    return err({ type: 'picture/not-handed-over' });
  }
}

/** A browser that does not write the type that was asked for writes PNG, which is far larger. */
async function encoded(
  bitmap: ImageBitmap,
  { width, height }: { readonly width: number; readonly height: number },
  makeCanvas: MakeCanvas,
  quality: number,
): Promise<Blob> {
  const canvas = makeCanvas(width, height);
  canvas.draw(bitmap, width, height);
  const webp = await canvas.encode('image/webp', quality);
  if (webp.type === 'image/webp') return webp;
  const jpeg = await canvas.encode('image/jpeg', 0.7);
  if (jpeg.type !== 'image/jpeg') throw new TypeError(`a canvas that writes ${jpeg.type}`);
  return jpeg;
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** JPEG has no see-through: what was lies on white. */
export function paint(context: Context | null, picture: ImageBitmap, width: number, height: number): void {
  if (!context) throw new TypeError('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
}
