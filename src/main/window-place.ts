import { z } from "zod";

/** Where the window was, in device-independent pixels. */
const windowPlace = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  isMaximised: z.boolean(),
});
export type WindowPlace = z.infer<typeof windowPlace>;

export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type OpeningPlace = {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximised: boolean;
};

export const smallest = { width: 900, height: 600 } as const;
const usual = { width: 1360, height: 860, isMaximised: false } as const;
/** How much of the window must be on a display for a person to get hold of it, in pixels. */
const grip = 120;

/** The place to open at: the remembered one where a display still shows it, else the middle of the screen. Total for any stored value. */
export function placeOnDisplays(stored: unknown, workAreas: readonly Area[]): OpeningPlace {
  const parsed = windowPlace.safeParse(stored);
  if (!parsed.success) return usual;
  const { x, y, isMaximised, ...size } = parsed.data;
  for (const area of workAreas) {
    const place = { x, y, ...sizeOn(size, area) };
    if (isReachable(place, area)) return { ...place, isMaximised };
  }
  return { width: Math.max(smallest.width, size.width), height: Math.max(smallest.height, size.height), isMaximised };
}

/** As large as it was, but no larger than the display and never too small for the page. */
function sizeOn(size: Pick<Area, "width" | "height">, area: Area): Pick<Area, "width" | "height"> {
  return {
    width: Math.max(smallest.width, Math.min(size.width, area.width)),
    height: Math.max(smallest.height, Math.min(size.height, area.height)),
  };
}

/** Whether the window's top edge, by which it is moved, can be reached on this display. */
function isReachable(place: Area, area: Area): boolean {
  const shownWidth = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x);
  const isTopShown = place.y >= area.y && place.y < area.y + area.height - grip;
  return shownWidth >= grip && isTopShown;
}
