/** A text as a QR code: the outline of its dark squares. */
import encodeQR from 'qr';

export interface QrPath {
  /** Width and height, in squares, with the white frame that readers need. */
  readonly size: number;
  readonly path: string;
}

/** Squares of white around the code. */
const frame = 4;

/** Readable with a quarter of it hidden: tablets are scratched, and rooms are bright. */
export function qrPath(text: string): QrPath {
  const rows = encodeQR(text, 'raw', { ecc: 'quartile', border: frame });
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size: rows.length, path };
}
