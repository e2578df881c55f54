/** Least contrast of text against its ground (WCAG 2.2, success criterion 1.4.3). */
export const leastContrast = 4.5;

type Colour = { readonly red: number; readonly green: number; readonly blue: number };

/** How a colour like `#0a5c7a` stands out on white, from 1 to 21 (WCAG 2.2, contrast ratio); null for what is no colour. */
export function colourOnWhite(colour: string): number | null {
  const read = readColour(colour);
  return read === null ? null : 1.05 / (luminance(read) + 0.05);
}

/** The same colour, darkened only as far as it takes to be read on white; null for what is no colour. */
export function shadeThatReads(colour: string): string | null {
  const read = readColour(colour);
  if (read === null) return null;
  for (let part = 1; part >= 0; part -= 0.01) {
    const shade = hex({ red: read.red * part, green: read.green * part, blue: read.blue * part });
    if ((colourOnWhite(shade) ?? 0) >= leastContrast) return shade;
  }
  return "#000000";
}

/** A mark fainter than this against its ground is not seen, and fewer dots than this part of a picture are no mark. */
const leastSeen = 1.25;
const leastMark = 0.002;

/** Whether a picture shows on white at all, from its dots as a canvas gives them: red, green, blue and opacity of each. */
export function isSeenOnWhite(dots: Uint8ClampedArray): boolean {
  let seen = 0;
  for (let at = 0; at < dots.length; at += 4) {
    const opacity = (dots[at + 3] ?? 0) / 255;
    const onWhite = (part: number | undefined): number => 255 + ((part ?? 255) - 255) * opacity;
    const colour = { red: onWhite(dots[at]), green: onWhite(dots[at + 1]), blue: onWhite(dots[at + 2]) };
    if (1.05 / (luminance(colour) + 0.05) >= leastSeen) seen += 1;
  }
  return seen > (dots.length / 4) * leastMark;
}

function readColour(colour: string): Colour | null {
  const [, red, green, blue] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/iu.exec(colour) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  return { red: Number.parseInt(red, 16), green: Number.parseInt(green, 16), blue: Number.parseInt(blue, 16) };
}

function hex({ red, green, blue }: Colour): string {
  return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

function luminance({ red, green, blue }: Colour): number {
  const [r, g, b] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
