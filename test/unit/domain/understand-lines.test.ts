import { describe, expect, test } from "vitest";
import { type UnderstandingContext, understandWindow } from "../../../src/core/domain/understand-window.ts";
import { aService } from "../../builders/directory.ts";

/** Wed 25 Nov 2026, 10:00 in London. */
const inLondon: UnderstandingContext = {
  now: Date.UTC(2026, 10, 25, 10),
  zone: "Europe/London",
  holidayRegion: "GB-ENG",
  services: [
    aService({ id: "portal", name: "Patient portal", environment: "production" }),
    aService({ id: "gateway", name: "File gateway", environment: "production" }),
    aService({ id: "hie", name: "HIE", environment: "production" }),
    aService({ id: "hie-test", name: "HIE", environment: "staging" }),
  ],
  changeTypes: [
    { id: "emergency", name: "Emergency fix" },
    { id: "maintenance", name: "Scheduled maintenance" },
  ],
};

/** The same moment in New York. */
const inNewYork: UnderstandingContext = {
  ...inLondon,
  zone: "America/New_York",
  holidayRegion: "US",
  services: inLondon.services.map((service) => ({ ...service, zone: "America/New_York" })),
};

/** What a line comes to: `start – end`, the zone where it is not the workspace's own, and after `?` the answers offered. */
function outcome(line: string, context: UnderstandingContext): string {
  const { draft, asked, repeats } = understandWindow(line, context);
  const when =
    draft.start === undefined && draft.end === undefined ? [] : [`${draft.start?.wall ?? "?"} – ${draft.end?.wall ?? "?"}`];
  const zone = draft.start === undefined || draft.zone === context.zone ? [] : [draft.zone ?? "zone?"];
  const questions = asked.map(({ answers }) => `? ${answers.map(({ label }) => label).join(" | ")}`.trim());
  return [...when, ...zone, ...(repeats === null ? [] : [repeats]), ...questions].join(" ");
}

describe("what a line comes to in London", () => {
  test.each([
    ["28/11/2026 22:00-23:00", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["12/06/2027 22:00-23:00", "? Sat 12 Jun 2027 | Mon 6 Dec 2027"],
    ["12/6 22:00-23:00", "? Sat 12 Jun 2027 | Sun 6 Dec 2026"],
    ["13/6 22:00-23:00", "2027-06-13T22:00 – 2027-06-13T23:00"],
    ["6/13 22:00-23:00", "2027-06-13T22:00 – 2027-06-13T23:00"],
    ["06/13/2027 10pm-11pm", "2027-06-13T22:00 – 2027-06-13T23:00"],
    ["12/06/27 22:00-23:00", "? Sat 12 Jun 2027 | Mon 6 Dec 2027"],
    ["28.11. 22:00-23:00", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["12.06.2027 22:00-23:00", "2027-06-12T22:00 – 2027-06-12T23:00"],
    ["12.6.27 22:00-23:00", "2027-06-12T22:00 – 2027-06-12T23:00"],
    ["12-06-2027 22:00-23:00", "? Sat 12 Jun 2027 | Mon 6 Dec 2027"],
    ["2026-11-28 22:00-23:00", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["2026/11/28 22:00-23:00", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["Nov 28 22:00-23:00", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["November 28th, 2026 10pm-11pm", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["28th November 22:00-23:00", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["28th of November 22:00-23:00", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["the 28th 22:00-23:00", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["on the 3rd 22:00-23:00", "2026-12-03T22:00 – 2026-12-03T23:00"],
    ["the 31st 22:00-23:00", "2026-12-31T22:00 – 2026-12-31T23:00"],
    ["Sat 22:00-23:00", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["Saturday 22:00-23:00", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["this Sat 22:00-23:00", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["this coming Sat 22:00-23:00", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["next Saturday 22:00-23:00", "? Sat 28 Nov 2026 | Sat 5 Dec 2026"],
    ["next Mon 22:00-23:00", "2026-11-30T22:00 – 2026-11-30T23:00"],
    ["Sat week 22:00-23:00", "2026-12-05T22:00 – 2026-12-05T23:00"],
    ["a week on Saturday 22:00-23:00", "2026-12-05T22:00 – 2026-12-05T23:00"],
    ["Tuesday next week 22:00-23:00", "2026-12-01T22:00 – 2026-12-01T23:00"],
    ["next week on Tuesday 22:00-23:00", "2026-12-01T22:00 – 2026-12-01T23:00"],
    ["today 22:00-23:00", "2026-11-25T22:00 – 2026-11-25T23:00"],
    ["tonight 10pm–2am", "2026-11-25T22:00 – 2026-11-26T02:00"],
    ["tonight 2am-4am", "? Wed 25 Nov 2026 | Thu 26 Nov 2026"],
    ["tomorrow night 10pm-11pm", "2026-11-26T22:00 – 2026-11-26T23:00"],
    ["tomorrow night 1am-3am", "? Thu 26 Nov 2026 | Fri 27 Nov 2026"],
    ["Sat night 11pm-1am", "2026-11-28T23:00 – 2026-11-29T01:00"],
    ["Sat night 1am-3am", "? Sat 28 Nov 2026 | Sun 29 Nov 2026"],
    ["tomorrow morning 9am-10am", "2026-11-26T09:00 – 2026-11-26T10:00"],
    ["in 3 days 22:00-23:00", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["in a week 22:00-23:00", "2026-12-02T22:00 – 2026-12-02T23:00"],
    ["in two weeks 22:00-23:00", "2026-12-09T22:00 – 2026-12-09T23:00"],
    ["the day after tomorrow 22:00-23:00", "2026-11-27T22:00 – 2026-11-27T23:00"],
    ["today 09:00-09:30", "2026-11-25T09:00 – 2026-11-25T09:30 ? Thu 26 Nov 2026"],
    ["28 Nov 2025 22:00-23:00", "2025-11-28T22:00 – 2025-11-28T23:00 ? Sat 28 Nov 2026"],
    ["29 Feb 10:00-11:00", "2028-02-29T10:00 – 2028-02-29T11:00"],
    ["29 Feb 2027 10:00-11:00", "?"],
    ["31 Nov 10:00-11:00", "?"],
    ["Sat 2–4am", "2026-11-28T02:00 – 2026-11-28T04:00"],
    ["Sat 2-4 am", "2026-11-28T02:00 – 2026-11-28T04:00"],
    ["Sat 11pm-1am", "2026-11-28T23:00 – 2026-11-29T01:00"],
    ["Sat 9.30pm-11pm", "2026-11-28T21:30 – 2026-11-28T23:00"],
    ["Sat 9.30-11pm", "2026-11-28T21:30 – 2026-11-28T23:00"],
    ["Sat 02:00-04:00", "2026-11-28T02:00 – 2026-11-28T04:00"],
    ["Sat 0200-0400", "2026-11-28T02:00 – 2026-11-28T04:00"],
    ["Sat 0200Z for 2h", "2026-11-28T02:00 – 2026-11-28T04:00 UTC"],
    ["Sat 0200-0400Z", "2026-11-28T02:00 – 2026-11-28T04:00 UTC"],
    ["Sat 2200hrs-2330hrs", "2026-11-28T22:00 – 2026-11-28T23:30"],
    ["Sat 22h–2h", "2026-11-28T22:00 – 2026-11-29T02:00"],
    ["Sat 22h30-23h15", "2026-11-28T22:30 – 2026-11-28T23:15"],
    ["Sat 22-23", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["Sat 02-04", "2026-11-28T02:00 – 2026-11-28T04:00"],
    ["Sat 14-16", "2026-11-28T14:00 – 2026-11-28T16:00"],
    ["Sat 9-11", "? 09:00–11:00 | 21:00–23:00"],
    ["Sat at 9 for 1 hour", "? 09:00 | 21:00"],
    ["Sat 10pm for 2 hours", "2026-11-28T22:00 – 2026-11-29T00:00"],
    ["Sat 10pm +2h", "2026-11-28T22:00 – 2026-11-29T00:00"],
    ["Sat 10pm for 90 min", "2026-11-28T22:00 – 2026-11-28T23:30"],
    ["Sat 10pm (90 min)", "2026-11-28T22:00 – 2026-11-28T23:30"],
    ["Sat 22:00, 45 minutes", "2026-11-28T22:00 – 2026-11-28T22:45"],
    ["Sat 22:00 for an hour", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["Sat 22:00 for half an hour", "2026-11-28T22:00 – 2026-11-28T22:30"],
    ["Sat noon-1pm", "2026-11-28T12:00 – 2026-11-28T13:00"],
    ["Sat noon to 13:30", "2026-11-28T12:00 – 2026-11-28T13:30"],
    ["Sat half past ten for 1 hour", "? 10:30 | 22:30"],
    ["Sat half past ten pm for 1 hour", "2026-11-28T22:30 – 2026-11-28T23:30"],
    ["Sat quarter to nine am for 30 min", "2026-11-28T08:45 – 2026-11-28T09:15"],
    ["Sat 10 o'clock for 1 hour", "? 10:00 | 22:00"],
    ["Sat 10 o'clock pm for 1 hour", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["Sat 10pm to midnight", "2026-11-28T22:00 – 2026-11-29T00:00"],
    ["Sat midnight-02:00", "? 00:00, the beginning of that day | 24:00, the end of that day"],
    ["Sat 24:00-02:00", "2026-11-29T00:00 – 2026-11-29T02:00"],
    ["Sat 12am-2am", "2026-11-28T00:00 – 2026-11-28T02:00"],
    ["Sat 12pm-2pm", "2026-11-28T12:00 – 2026-11-28T14:00"],
    ["Sat 22:00 until Sun 02:00", "2026-11-28T22:00 – 2026-11-29T02:00"],
    ["Sat 22:00 - Mon 06:00", "2026-11-28T22:00 – 2026-11-30T06:00"],
    ["Sat 13pm-2pm", "?"],
    ["Sat 25:00-26:00", "? ?"],
    ["Sat 2000-2030", "2026-11-28T20:00 – 2026-11-28T20:30"],
    ["2026-2027 roadmap upgrade", "?"],
    ["Sat 02:00-04:00 London", "2026-11-28T02:00 – 2026-11-28T04:00"],
    ["Sat 02:00-04:00 UK time", "2026-11-28T02:00 – 2026-11-28T04:00"],
    ["Sat 02:00-04:00 ET", "2026-11-28T02:00 – 2026-11-28T04:00 America/New_York"],
    ["Sat 02:00-04:00 Eastern", "2026-11-28T02:00 – 2026-11-28T04:00 America/New_York"],
    ["Sat 02:00-04:00 EST", "2026-11-28T02:00 – 2026-11-28T04:00 America/New_York"],
    ["4 Jul 02:00-04:00 EST", "2027-07-04T02:00 – 2027-07-04T04:00 zone? ? Clocks in America/New_York (EDT)"],
    [
      "4 Jul 02:00-04:00 GMT",
      "2027-07-04T02:00 – 2027-07-04T04:00 zone? ? Clocks in Europe/London (BST) | UTC, which is GMT all year",
    ],
    ["4 Jul 02:00-04:00 BST", "2027-07-04T02:00 – 2027-07-04T04:00"],
    ["Sat 02:00-04:00 BST", "2026-11-28T02:00 – 2026-11-28T04:00 zone? ? Clocks in Europe/London (GMT)"],
    ["Sat 02:00-04:00 IST", "2026-11-28T02:00 – 2026-11-28T04:00 zone? ? Asia/Kolkata | Europe/Dublin | Asia/Jerusalem"],
    ["Sat 02:00-04:00 CST", "2026-11-28T02:00 – 2026-11-28T04:00 zone? ? America/Chicago | Asia/Shanghai"],
    ["Sat 02:00-04:00 PT", "2026-11-28T02:00 – 2026-11-28T04:00 America/Los_Angeles"],
    ["Sat 02:00-04:00 UTC", "2026-11-28T02:00 – 2026-11-28T04:00 UTC"],
    ["Sat 02:00-04:00 UTC+2", "2026-11-28T02:00 – 2026-11-28T04:00 zone? ? Europe/Helsinki"],
    ["Sat 02:00-04:00 GMT-5", "2026-11-28T02:00 – 2026-11-28T04:00 zone? ? America/New_York"],
    ["Sat 02:00-04:00 UTC+5:30", "2026-11-28T02:00 – 2026-11-28T04:00 zone? ? Asia/Kolkata"],
    ["Sat 02:00-04:00 UTC+0", "2026-11-28T02:00 – 2026-11-28T04:00 zone? ? UTC | Europe/London"],
    ["Sat 02:00-04:00 CEST", "2026-11-28T02:00 – 2026-11-28T04:00 zone? ? Clocks in Europe/Berlin (CET)"],
    ["Sat 02:00-04:00 Berlin", "2026-11-28T02:00 – 2026-11-28T04:00 Europe/Berlin"],
    ["Sat 02:00-04:00 New York time", "2026-11-28T02:00 – 2026-11-28T04:00 America/New_York"],
    ["Sat 02:00-04:00 America/New_York", "2026-11-28T02:00 – 2026-11-28T04:00 America/New_York"],
    ["28 Mar 2027 01:30-03:00", "2027-03-28T01:30 – 2027-03-28T03:00 ? 00:59 | 02:00"],
    ["28 Mar 2027 00:30-01:30", "2027-03-28T00:30 – 2027-03-28T01:30 ? 00:59 | 02:00"],
    [
      "31 Oct 2027 01:30-03:00",
      "2027-10-31T01:30 – 2027-10-31T03:00 ? Sun 31 Oct 2027, 01:30 BST (UTC+1) | Sun 31 Oct 2027, 01:30 GMT (UTC+0)",
    ],
    [
      "31 Oct 2027 00:30-01:30",
      "2027-10-31T00:30 – 2027-10-31T01:30 ? Sun 31 Oct 2027, 01:30 BST (UTC+1) | Sun 31 Oct 2027, 01:30 GMT (UTC+0)",
    ],
    ["14 Mar 2027 02:30-04:00 New York", "2027-03-14T02:30 – 2027-03-14T04:00 America/New_York ? 01:59 | 03:00"],
    ["every first Sunday 02:00-04:00", "2026-12-06T02:00 – 2026-12-06T04:00 FREQ=MONTHLY;BYDAY=1SU"],
    ["first Sunday of the month 02:00-04:00", "2026-12-06T02:00 – 2026-12-06T04:00 FREQ=MONTHLY;BYDAY=1SU"],
    ["1st Sun of every month 02:00-04:00", "2026-12-06T02:00 – 2026-12-06T04:00 FREQ=MONTHLY;BYDAY=1SU"],
    ["weekly on Tue 02:00-04:00", "2026-12-01T02:00 – 2026-12-01T04:00 FREQ=WEEKLY;BYDAY=TU"],
    ["every Tuesday 02:00-04:00", "2026-12-01T02:00 – 2026-12-01T04:00 FREQ=WEEKLY;BYDAY=TU"],
    ["every Tue 22:00-23:00 starting 8 Dec 2026", "2026-12-08T22:00 – 2026-12-08T23:00 FREQ=WEEKLY;BYDAY=TU"],
    ["on Tuesdays 02:00-04:00", "2026-12-01T02:00 – 2026-12-01T04:00 FREQ=WEEKLY;BYDAY=TU"],
    ["every 2 weeks on Mon 02:00-04:00", "2026-11-30T02:00 – 2026-11-30T04:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"],
    ["every other Monday 02:00-04:00", "2026-11-30T02:00 – 2026-11-30T04:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"],
    ["fortnightly on Fri 02:00-04:00", "2026-11-27T02:00 – 2026-11-27T04:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"],
    ["every second Sunday 02:00-04:00", "? every other Sunday | 2nd Sunday of every month"],
    ["every last Friday 22:00-23:00", "2026-11-27T22:00 – 2026-11-27T23:00 FREQ=MONTHLY;BYDAY=-1FR"],
    [
      "last working day of the month 18:00-20:00",
      "2026-11-30T18:00 – 2026-11-30T20:00 FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    ],
    ["every working day 18:00-18:15", "2026-11-25T18:00 – 2026-11-25T18:15 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["daily 02:00-02:30", "2026-11-26T02:00 – 2026-11-26T02:30 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"],
    ["every day 02:00-02:30", "2026-11-26T02:00 – 2026-11-26T02:30 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"],
    ["weekly, Sat 02:00-04:00", "2026-11-28T02:00 – 2026-11-28T04:00 FREQ=WEEKLY;BYDAY=SA"],
    ["monthly, 28 Nov 2026 02:00-04:00", "2026-11-28T02:00 – 2026-11-28T04:00 FREQ=MONTHLY;BYMONTHDAY=28"],
    ["monthly on the 15th 02:00-04:00", "2026-12-15T02:00 – 2026-12-15T04:00 FREQ=MONTHLY;BYMONTHDAY=15"],
    ["15th of every month 02:00-04:00", "2026-12-15T02:00 – 2026-12-15T04:00 FREQ=MONTHLY;BYMONTHDAY=15"],
    ["Sat 02:00-04:00, daily backup job upgrade", "2026-11-28T02:00 – 2026-11-28T04:00"],
    ["Sat 02:00-04:00, weekly", "2026-11-28T02:00 – 2026-11-28T04:00 FREQ=WEEKLY;BYDAY=SA"],
    ["resize nodes", "?"],
    ["02:00-04:00", "?"],
    ["Sat", "?"],
    ["Sat 02:00", "2026-11-28T02:00 – ? ?"],
    ["Sat 02:00-02:00", "2026-11-28T02:00 – ? ?"],
    ["the 15th of each month 02:00-04:00", "2026-12-15T02:00 – 2026-12-15T04:00 FREQ=MONTHLY;BYMONTHDAY=15"],
    ["every Tue, 9 Dec 2026 02:00-04:00", "2026-12-09T02:00 – 2026-12-09T04:00 FREQ=WEEKLY;BYDAY=TU ? Tue 15 Dec 2026"],
    ["every 3rd Thursday 19:00-21:00", "2026-12-17T19:00 – 2026-12-17T21:00 FREQ=MONTHLY;BYDAY=3TH"],
    ["every week on Wed 02:00-03:00", "2026-12-02T02:00 – 2026-12-02T03:00 FREQ=WEEKLY;BYDAY=WE"],
    ["every month, 28 Nov 2026 22:00-23:00", "2026-11-28T22:00 – 2026-11-28T23:00 FREQ=MONTHLY;BYMONTHDAY=28"],
    ["Sat, 28 Nov 2026, 22:00-23:00", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["Sunday 28 Nov 2026 22:00-23:00", "? Sat 28 Nov 2026 | Sun 29 Nov 2026"],
    ["Fri 28 Nov 2026 22:00-23:00", "? Sat 28 Nov 2026 | Fri 27 Nov 2026 | Fri 4 Dec 2026"],
    ["28-29 Nov 22:00-02:00", "2026-11-28T22:00 – 2026-11-29T02:00"],
    ["Sat 22:00-23:00 in Manchester", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["Sat 02:00–04:00 Frankfurt", "2026-11-28T02:00 – 2026-11-28T04:00 Europe/Berlin"],
    ["Sat 02:00-04:00 CET", "2026-11-28T02:00 – 2026-11-28T04:00 Europe/Berlin"],
    ["Sat 02:00-04:00 AEST", "2026-11-28T02:00 – 2026-11-28T04:00 zone? ? Clocks in Australia/Sydney (AEDT)"],
    ["Sat 02:00-04:00 JST", "2026-11-28T02:00 – 2026-11-28T04:00 Asia/Tokyo"],
    ["tomorrow 9pm for 2 hours", "2026-11-26T21:00 – 2026-11-26T23:00"],
    ["tomorrow evening 9pm-10pm", "2026-11-26T21:00 – 2026-11-26T22:00"],
    ["coming Sat 22:00-23:00", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["in ten days 22:00-23:00", "2026-12-05T22:00 – 2026-12-05T23:00"],
    ["in 1 week 22:00-23:00", "2026-12-02T22:00 – 2026-12-02T23:00"],
    ["1 Dec 22:00-23:00", "2026-12-01T22:00 – 2026-12-01T23:00"],
    ["31/12/2026 23:00-01:00", "2026-12-31T23:00 – 2027-01-01T01:00"],
    ["31/12/26 23:00-01:00", "2026-12-31T23:00 – 2027-01-01T01:00"],
    ["12/31 23:00-01:00", "2026-12-31T23:00 – 2027-01-01T01:00"],
    ["05/05 22:00-23:00", "2027-05-05T22:00 – 2027-05-05T23:00"],
    ["30.11. 22:00-23:00", "2026-11-30T22:00 – 2026-11-30T23:00"],
    ["32/13/2026 22:00-23:00", "?"],
    ["1.13.2026 22:00-23:00", "?"],
    ["Sat 10.15pm-11.45pm", "2026-11-28T22:15 – 2026-11-28T23:45"],
    ["Sat 10:15 pm to 11:45 pm", "2026-11-28T22:15 – 2026-11-28T23:45"],
    ["Sat from 22:00 to 23:00", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["Sat between 22:00 and 23:00", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["Sat @ 22:00-23:00", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["Sat 22:00 lasting 1 hour", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["Sat 22:00 for 1h30", "2026-11-28T22:00 – 2026-11-28T23:30"],
    ["Sat 22:00 for 1 hour 30 minutes", "2026-11-28T22:00 – 2026-11-28T23:30"],
    ["Sat 22:00 for 1.5 hours", "2026-11-28T22:00 – 2026-11-28T23:30"],
    ["Sat 22:00-23:00 for 2 hours", "2026-11-28T22:00 – ? ?"],
    ["Sat midday for 1 hour", "2026-11-28T12:00 – 2026-11-28T13:00"],
    ["28 Nov 22:00 to 27 Nov 23:00", "2026-11-28T22:00 – ? ?"],
  ])("%s", (line, expected) => {
    expect(outcome(line, inLondon)).toBe(expected);
  });
});

describe("what a line comes to in New York", () => {
  test.each([
    ["12/06/2027 10pm-11pm", "? Mon 6 Dec 2027 | Sat 12 Jun 2027"],
    ["12/6 10pm-11pm", "? Sun 6 Dec 2026 | Sat 12 Jun 2027"],
    ["06/13/2027 10pm-11pm", "2027-06-13T22:00 – 2027-06-13T23:00"],
    ["13/06/2027 22:00-23:00", "2027-06-13T22:00 – 2027-06-13T23:00"],
    ["11/28 10pm-11pm", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["11/28/26 10pm-11pm", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["Nov 28 10pm-11pm", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["November 28, 2026 10pm-11pm", "2026-11-28T22:00 – 2026-11-28T23:00"],
    ["Sat 2-4am", "2026-11-28T02:00 – 2026-11-28T04:00"],
    ["Sat 2am-4am ET", "2026-11-28T02:00 – 2026-11-28T04:00"],
    ["Sat 2-4am EST", "2026-11-28T02:00 – 2026-11-28T04:00"],
    ["Sat 2-4am Pacific", "2026-11-28T02:00 – 2026-11-28T04:00 America/Los_Angeles"],
    ["Sat 2-4am PT", "2026-11-28T02:00 – 2026-11-28T04:00 America/Los_Angeles"],
    ["Sat 2-4am CT", "2026-11-28T02:00 – 2026-11-28T04:00 America/Chicago"],
    ["Sat 02:00-04:00 EDT", "2026-11-28T02:00 – 2026-11-28T04:00 zone? ? Clocks in America/New_York (EST)"],
    ["Jul 4 2-4am EST", "2027-07-04T02:00 – 2027-07-04T04:00 zone? ? Clocks in America/New_York (EDT)"],
    ["Jul 4 2-4am EDT", "2027-07-04T02:00 – 2027-07-04T04:00"],
    ["2027-03-14 02:30-04:00", "2027-03-14T02:30 – 2027-03-14T04:00 ? 01:59 | 03:00"],
    ["11/07/2027 1:30am-3am", "? Sun 7 Nov 2027 | Sun 11 Jul 2027"],
    [
      "Nov 7 2027 1:30am-3am",
      "2027-11-07T01:30 – 2027-11-07T03:00 ? Sun 7 Nov 2027, 01:30 EDT (UTC-4) | Sun 7 Nov 2027, 01:30 EST (UTC-5)",
    ],
    [
      "Nov 7 2027 12:30am-1:30am",
      "2027-11-07T00:30 – 2027-11-07T01:30 ? Sun 7 Nov 2027, 01:30 EDT (UTC-4) | Sun 7 Nov 2027, 01:30 EST (UTC-5)",
    ],
    ["Sat 0200Z for 2h", "2026-11-28T02:00 – 2026-11-28T04:00 UTC"],
    ["tonight 10pm-2am", "2026-11-25T22:00 – 2026-11-26T02:00"],
    ["every first Sunday 2-4am", "2026-12-06T02:00 – 2026-12-06T04:00 FREQ=MONTHLY;BYDAY=1SU"],
    ["Sat 2-4am London", "2026-11-28T02:00 – 2026-11-28T04:00 Europe/London"],
    ["Thursday 9pm-10pm", "2026-11-26T21:00 – 2026-11-26T22:00"],
    ["today 3am-4am", "2026-11-25T03:00 – 2026-11-25T04:00 ? Thu 26 Nov 2026"],
  ])("%s", (line, expected) => {
    expect(outcome(line, inNewYork)).toBe(expected);
  });
});

describe("names, and slips in them", () => {
  const of = (words: string) => understandWindow(`Sat 02:00-04:00, ${words}`, inLondon);

  test.each([
    ["Patient protal", "Patient portal production"],
    ["patient portl", "Patient portal production"],
    ["File gatway", "File gateway production"],
    ["upgrade the database, Pateint portal", "Patient portal production"],
  ])("%s is asked about, and no service is taken", (words, meant) => {
    const { draft, asked } = of(words);
    expect(draft.serviceIds).toBeUndefined();
    expect(asked.map(({ answers }) => answers.map(({ label }) => label))).toEqual([[meant]]);
  });

  test.each([
    ["no interruption", "none"],
    ["zero impact", "none"],
    ["service at risk", "reducedRedundancy"],
    ["no failover", "reducedRedundancy"],
    ["loss of redundancy", "reducedRedundancy"],
    ["read-only", "degraded"],
    ["performance degradation", "degraded"],
    ["slowness", "degraded"],
    ["intermittent errors", "degraded"],
    ["service unavailable", "outage"],
    ["complete outage", "outage"],
    ["interruption", "outage"],
    ["impact is degraded", "degraded"],
  ])("%s is the impact %s", (words, impact) => {
    expect(of(words)).toMatchObject({ draft: { impact }, questions: [] });
  });

  test("a title that is far from every name is asked about by nobody", () => {
    expect(of("resize the nodes").asked).toEqual([]);
  });
});

describe("an answer rewrites the line so that its question is gone", () => {
  test.each([
    "12/06/2027 22:00-23:00",
    "next Saturday 22:00-23:00",
    "Sat 9-11 London",
    "Sat half past ten for 1 hour",
    "Sat midnight-02:00",
    "tonight 2am-4am",
    "4 Jul 02:00-04:00 GMT",
    "Sat 02:00-04:00 IST",
    "Sat 02:00-04:00 UTC+2",
    "Fri 28 Nov 2026 22:00-23:00",
    "28 Mar 2027 01:30-03:00",
    "28 Nov 2025 22:00-23:00",
    "every second Sunday 02:00-04:00",
    "every Tue, 9 Dec 2026 02:00-04:00",
    "Sat 02:00-04:00, HIE",
    "Sat 02:00-04:00, patch HIE",
    "Sat 02:00-04:00, Patient protal",
  ])("%s", (line) => {
    const [question] = understandWindow(line, inLondon).asked;
    expect(question?.answers.length).toBeGreaterThan(0);
    for (const answer of question?.answers ?? []) {
      if (answer.kind !== "line") throw new Error("Each of these is answered by another line.");
      expect(understandWindow(answer.line, inLondon).asked.map(({ text }) => text)).not.toContain(question?.text);
    }
  });

  test("which of two times of the clock is meant is answered by itself, since no other words would say it", () => {
    const { asked } = understandWindow("31 Oct 2027 01:30-03:00", inLondon);
    expect(asked).toMatchObject([
      {
        answers: [
          { kind: "occurrence", end: "start", wall: "2027-10-31T01:30", occurrence: "earlier" },
          { kind: "occurrence", end: "start", wall: "2027-10-31T01:30", occurrence: "later" },
        ],
      },
    ]);
  });

  test("the workspace's own way of writing dates is the first answer, and never taken unasked", () => {
    const first = (context: UnderstandingContext) =>
      understandWindow("12/06/2027 22:00-23:00", context).asked[0]?.answers[0]?.label;
    expect(first(inLondon)).toBe("Sat 12 Jun 2027");
    expect(first(inNewYork)).toBe("Mon 6 Dec 2027");
  });
});

test("that it comes again is said in words, with the first day", () => {
  const { parts } = understandWindow("every first Sunday 02:00-04:00 London, patch", inLondon);
  expect(parts).toContainEqual({
    words: "every first Sunday",
    takenFor: "repeats: every first Sunday of the month; first Sun 6 Dec 2026",
  });
});
