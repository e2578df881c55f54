import { useCallback, useEffect, useMemo } from "react";
import { useLocation, useSearch } from "wouter";
import { type CalendarPlace, firstPlace, placeAddress, readPlace } from "./calendar-address.ts";

/** The place that was left last: going to the calendar again finds it. Kept while the page is open. */
let lastPlace: CalendarPlace = firstPlace;

/** How the calendar is looked at, from the address; and changing that, which changes the address. */
export function useCalendarPlace(): readonly [CalendarPlace, (changes: Partial<CalendarPlace>) => void] {
  const search = useSearch();
  const [path, go] = useLocation();
  const place = useMemo(() => {
    // The bare address is what the rail and the palette go to.
    if (search !== "") lastPlace = readPlace(search);
    return lastPlace;
  }, [search]);
  // Whoever comes back sees in the address what is shown, and can keep it; but sees what is shown first.
  useEffect(() => {
    const timer = setTimeout(() => {
      const address = placeAddress(lastPlace);
      // The search is empty, too, when somebody has just gone elsewhere.
      if (path === "/calendar" && search === "" && address !== "/calendar") go(address, { replace: true });
    }, 50);
    return () => clearTimeout(timer);
  }, [path, search, go]);
  const change = useCallback(
    (changes: Partial<CalendarPlace>): void => {
      lastPlace = { ...lastPlace, ...changes };
      const address = placeAddress(lastPlace);
      // A word that changes nothing makes the first place different from no place at all.
      go(address === "/calendar" ? "/calendar?view=month" : address, { replace: true });
    },
    [go],
  );
  return [place, change];
}
