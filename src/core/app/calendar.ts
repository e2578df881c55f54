import { day, type Instant, type IsoDate } from "../domain/instant.ts";
import { dateOf } from "../domain/zoned-time.ts";
import type { NoticeSummary, WindowSummary } from "../ports/store.ts";
import type { Dependencies } from "./dependencies.ts";
import { workspaceIn } from "./workspace-in-use.ts";

/** What one stretch of the calendar shows. */
export type CalendarView = {
  readonly windows: readonly WindowSummary[];
  readonly notices: readonly NoticeSummary[];
  /** Public holidays of the workspace's places, by date. */
  readonly holidays: readonly { readonly date: IsoDate; readonly name: string; readonly region: string }[];
};

export interface Calendar {
  /** Windows that overlap and notices due in `[from, to)`; at most 400 days. */
  range(from: Instant, to: Instant): Promise<CalendarView>;
}

const longestRange = 400 * day;

export function createCalendar({ store, holidays }: Pick<Dependencies, "store" | "holidays">): Calendar {
  return {
    async range(from, requestedTo) {
      const to = Math.min(requestedTo, from + longestRange);
      const holidayOf = await holidays.load();
      return store.read((reading) => {
        const { zone, holidayRegion } = workspaceIn(reading);
        const { customers, services } = reading.directory();
        const regions = new Set([
          holidayRegion,
          ...services.map((service) => service.holidayRegion),
          ...customers.map((customer) => customer.holidayRegion),
        ]);
        const dates = new Set<IsoDate>();
        for (let at = from; at < to + day; at += day) dates.add(dateOf(at, zone));
        return {
          windows: reading.windowsBetween(from, to),
          notices: (["open", "approved"] as const).flatMap((state) => reading.noticesDue(from, to, state, 5_000)),
          holidays: [...dates].flatMap((date) =>
            [...regions].flatMap((region) => {
              const name = holidayOf(region, date);
              return region === null || name === null ? [] : [{ date, name, region }];
            }),
          ),
        };
      });
    },
  };
}
