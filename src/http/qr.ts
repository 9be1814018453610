import { encode } from 'uqr';

/** A QR code as one path of squares: `size` of them a side, the quiet margin among them. */
export interface QrView {
  readonly size: number;
  readonly path: string;
}

/** Readers want four squares of quiet around it (ISO/IEC 18004). */
const margin = 4;

export function qrView(text: string): QrView {
  const { data, size } = encode(text, { ecc: 'M', border: margin });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: squares.join('') };
}
