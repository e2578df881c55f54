/** In place of `state/place.ts` where the first frame is drawn: there is no address, and it is Today's. */
export function currentPlace(): { readonly path: string; readonly search: string } {
  return { path: "/today", search: "" };
}
