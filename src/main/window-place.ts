import { z } from "zod";

/** Where the window was, in device-independent pixels. */
export const windowPlace = z.object({
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
  const { x, y, isMaximised } = parsed.data;
  const area = workAreas.find((candidate) => isWithin(parsed.data, candidate));
  const width = Math.max(smallest.width, parsed.data.width);
  const height = Math.max(smallest.height, parsed.data.height);
  if (area === undefined) return { width, height, isMaximised };
  return {
    x,
    y,
    width: Math.min(width, Math.max(area.width, smallest.width)),
    height: Math.min(height, Math.max(area.height, smallest.height)),
    isMaximised,
  };
}

/** Whether the window's top edge, by which it is moved, can be reached on this display. */
function isWithin(place: WindowPlace, area: Area): boolean {
  const shownWidth = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x);
  const isTopShown = place.y >= area.y && place.y < area.y + area.height - grip;
  return shownWidth >= Math.min(grip, place.width) && isTopShown;
}
