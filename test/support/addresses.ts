let given = 0;

/** An address in a network that nobody else is in. */
export function newAddress(): string {
  given += 1;
  return `10.${given >> 8}.${given & 255}.1`;
}
