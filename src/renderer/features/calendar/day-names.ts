/** A date as people say it: `Saturday, 28 November 2026`. Dates have no zone, so they are read in UTC. */
export const longDay = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
