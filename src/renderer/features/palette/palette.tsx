/** Reaches everything by typing. */
export function Palette() {
  return null;
}
