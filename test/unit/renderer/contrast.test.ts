import { expect, test } from "vitest";
import { darkPalette, lightPalette } from "../../../src/renderer/theme/tokens.ts";

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((channel) => (channel <= 0.039_28 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const schemes = [
  ["light", lightPalette],
  ["dark", darkPalette],
] as const;

test.each(schemes)("every text of the %s scheme stands out from its ground by 4.5 : 1", (_, palette) => {
  const texts = ["ink", "soft", "faint", "accent", "good", "warning", "bad"] as const;
  const grounds = ["ground", "panel", "raised", "neutralGround"] as const;
  const pairs = [
    ...texts.flatMap((text) => grounds.map((ground) => [palette[text], palette[ground], `${text} on ${ground}`] as const)),
    [palette.accent, palette.accentGround, "accent on its ground"],
    [palette.good, palette.goodGround, "good on its ground"],
    [palette.warning, palette.warningGround, "warning on its ground"],
    [palette.bad, palette.badGround, "bad on its ground"],
    [palette.onAccent, palette.accent, "words on accent"],
    [palette.onGood, palette.good, "words on good"],
    [palette.onWarning, palette.warning, "words on warning"],
    [palette.onBad, palette.bad, "words on bad"],
  ] as const;
  expect(pairs.filter(([text, ground]) => contrast(text, ground) < 4.5).map(([, , name]) => name)).toEqual([]);
});
