import type { CSSProperties } from "react";
import { darkPalette, lightPalette } from "../../theme/tokens.ts";

/** One of Tabler's icons in a colour, as an image for the stylesheet. */
function image(paths: string, colour: string, stroke = 1.75): string {
  const line = `fill="none" stroke="${colour}" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" ${line}>${paths}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

const send = '<path d="M10 14 21 3M21 3l-6.5 18a.55.55 0 0 1-1 0L10 14l-7-3.5a.55.55 0 0 1 0-1L21 3"/>';
const exclamation = '<path d="M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 9v4M12 16v.01"/>';
const flag = '<path d="M5 5a5 5 0 0 1 7 0 5 5 0 0 0 7 0v9a5 5 0 0 1-7 0 5 5 0 0 0-7 0zM5 21v-7"/>';

/**
 * The icons beside the numbers of notices and on windows in conflict, in both schemes. One image for all: forty drawings in
 * the document, or forty masks over the colour of the text, take as long to paint as all the windows.
 */
export const markImages = {
  "--notices-light": image(send, lightPalette.faint),
  "--notices-dark": image(send, darkPalette.faint),
  "--promises-light": image(flag, lightPalette.faint),
  "--promises-dark": image(flag, darkPalette.faint),
  "--broken-light": image(flag, lightPalette.bad),
  "--broken-dark": image(flag, darkPalette.bad),
  "--conflict-light": image(exclamation, lightPalette.bad, 2.2),
  "--conflict-dark": image(exclamation, darkPalette.bad, 2.2),
} as CSSProperties; // Its type knows no custom properties.

let keeper: HTMLElement | null = null;

/** From now on the browser keeps the images; those that nothing shows it would drop, and read anew at each opening. */
export function keepMarkImages(): void {
  if (keeper !== null) return;
  keeper = document.createElement("div");
  keeper.setAttribute("aria-hidden", "true");
  const images = Object.values(markImages).join(", ");
  Object.assign(keeper.style, { position: "fixed", width: "0", height: "0", visibility: "hidden", backgroundImage: images });
  document.body.append(keeper);
}
