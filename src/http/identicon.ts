/** Cells of a side. Half of them and the middle are drawn by bits of the key; the other half mirrors them. */
const side = 5;
const margin = 1.5;

/**
 * A picture that a key always gets, and another one hardly ever: a mirrored pattern in one colour, which is seen on light
 * and on dark. `key` holds 6 bytes or more.
 */
export function identicon(key: Buffer): string {
  const bits = key.readUInt32BE(0);
  const hue = Math.floor((key.readUInt16BE(4) / 0x1_00_00) * 360);
  const places = [...Array(side * side).keys()].map((place) => [place % side, Math.floor(place / side)] as const);
  const isDrawn = ([x, y]: readonly [number, number]): boolean =>
    ((bits >>> (Math.min(x, side - 1 - x) * side + y)) & 1) === 1;
  const cells = places.filter(isDrawn).map(([x, y]) => `M${x} ${y}h1v1h-1z`);
  const whole = side + 2 * margin;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-margin} ${-margin} ${whole} ${whole}">` +
    `<path fill="oklch(0.6 0.13 ${hue})" shape-rendering="crispEdges" d="${cells.join('')}"/></svg>`
  );
}
