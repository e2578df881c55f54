import type { CSSProperties } from "react";
import { darkPalette, lightPalette } from "../../theme/tokens.ts";

/** Tabler's "send" icon in a colour, as an image for the stylesheet. */
function send(colour: string): string {
  const paths = '<path d="M10 14 21 3M21 3l-6.5 18a.55.55 0 0 1-1 0L10 14l-7-3.5a.55.55 0 0 1 0-1L21 3"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${colour}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

/**
 * The icon beside the number of notices, in both schemes, for every day of a month. One image for all: forty drawings in the
 * document, or forty masks over the colour of the text, take as long to paint as all the windows.
 */
export const noticeIcons = {
  "--notices-light": send(lightPalette.faint),
  "--notices-dark": send(darkPalette.faint),
} as CSSProperties; // Its type knows no custom properties.
