import { minute } from "../instant.ts";
import { describeSpan } from "../time-text.ts";
import { dateOf, weekdayOf } from "../zoned-time.ts";
import type { CheckedRendering, Sighting, TextCheck } from "./check-input.ts";
import { datesIn, type FoundTime, sentencesOf, timesIn } from "./times-in-text.ts";
import { allowsOldTime, type ClockReading, clocksOf, datesOf, type ToldTimes, toldTimes } from "./told-times.ts";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const digitsOnly = /(?<![\w/.-])(?:\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.\d{4})(?![\w/-])/gu;
const length =
  /(?<![\w.–-])(?<amount>\d+(?:\.\d+)?)\s*(?<unit>hours?|hrs?|minutes?|mins?)\b(?!\s+(?:before|earlier|later|notice|ahead|after|longer))/giu;

/** Zones a reader may be told the time of beside their own, for their abbreviations. */
const elsewhere = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "Europe/London",
  "Europe/Berlin",
  "Europe/Athens",
  "Asia/Kolkata",
  "Asia/Singapore",
  "Asia/Tokyo",
  "Australia/Sydney",
  "Pacific/Auckland",
];

/** Times of day: each names its zone, and agrees with the window. */
export const checkClocks: TextCheck = (words, part, rendering, input) => {
  const told = toldTimes(rendering, input);
  const instants = [...told.current, ...told.other, ...(allowsOldTime(input) ? told.former : [])];
  // The same clocks for every time in the text; most texts need only the first of them.
  const readings = once(() => new Set(clocksOf(instants, elsewhere).map(({ clock, zone }) => `${clock} ${zone}`)));
  const known = once(() => clocksOf(instants, told.zones));
  const standing = withoutStruckOut(words, rendering);
  const text = input.workspace.contactPoint === "" ? standing : standing.replaceAll(input.workspace.contactPoint, " ");
  return sentencesOf(text).flatMap((sentence) =>
    timesIn(sentence)
      .flatMap((time) => checkClock(time, told) ?? [])
      .map(named),
  );

  function checkClock(time: FoundTime, times: ToldTimes): Omit<Sighting, "part"> | null {
    const quote = time.quote;
    if (time.zone === null) {
      return {
        check: "timeWithoutZone",
        quote,
        message: `${quote} names no zone: readers elsewhere take it for their own. Write it as in {{ window.when }}.`,
      };
    }
    if (readings().has(`${time.clock} ${time.zone}`)) return null;
    const same = known().filter((reading) => reading.clock === time.clock);
    if (same.length > 0) return wrongZone(time, same);
    const old = clocksOf(times.former, times.zones).some((reading) => reading.clock === time.clock);
    if (old) {
      return { check: "oldTime", quote, message: `${quote} is the time before it changed. It is now ${currentSpan()}.` };
    }
    if (isWithinWindow(time, times)) return null;
    if (time.spanWith !== null) {
      return {
        check: "timeDisagrees",
        quote,
        message: `${quote} is no time of this window, which is ${currentSpan()}. Use {{ window.when }}.`,
      };
    }
    return {
      check: "otherTime",
      quote,
      message: `${quote} is neither the start nor the end (${currentSpan()}), nor the time of a planned notice. Check that it is meant.`,
    };
  }

  function currentSpan(): string {
    return describeSpan(input.window.start.at, input.window.end.at, rendering.recipient.zone);
  }

  function named(sighting: Omit<Sighting, "part">): Sighting {
    return { ...sighting, part };
  }
};

/** A text without what is struck out in it: a time shown as no longer so contradicts nothing. */
function withoutStruckOut(words: string, { struckOut = [] }: CheckedRendering): string {
  return struckOut.reduce((left, out) => (out === "" ? left : left.replaceAll(out, " ")), words);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The clock is right, but in another zone than the one named, or one that does not hold on that date. */
function wrongZone(time: FoundTime, same: readonly ClockReading[]): Omit<Sighting, "part"> | null {
  const zone = time.zone ?? "";
  if (!/^[A-Z]{3,5}$/u.test(zone) || same.some((reading) => reading.zone === zone)) return null;
  const quote = `${time.quote} ${zone}`;
  const right = [...new Set(same.map((reading) => `${reading.clock} ${reading.zone}`))].join(" or ");
  return { check: "wrongZone", quote, message: `On that date it is ${right}, not ${zone}.` };
}

/** A time inside the window, on any of the clocks concerned, is one of its details. */
function isWithinWindow(time: FoundTime, { current, zones }: ToldTimes): boolean {
  const [start = 0, end = 0] = current;
  const clocks = time.spanWith === null ? [time.clock] : [time.clock, time.spanWith];
  return zones.some((zone) => {
    const [reading] = clocksOf([start], [zone]);
    if (reading === undefined || (/^[A-Z]{3,5}$/u.test(time.zone ?? "") && reading.zone !== time.zone)) return false;
    return clocks.every((clock) => ((minutesOf(clock) - minutesOf(reading.clock) + 1440) % 1440) * minute <= end - start);
  });
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

/** Dates: the weekday fits, none is past, each is one of the window's or of a planned notice. */
export const checkDates: TextCheck = (words, part, rendering, input) => {
  const { window, notice, now } = input;
  const told = toldTimes(rendering, input);
  const year = Number(dateOf(window.start.at, rendering.recipient.zone).slice(0, 4));
  const today = dateOf(now, rendering.recipient.zone);
  const current = datesOf(told.current, told.zones);
  const own = datesOf([...told.current, ...told.other, ...(allowsOldTime(input) ? told.former : [])], told.zones);
  const former = datesOf(told.former, told.zones);
  const isAhead = notice.stage === "announce" || notice.stage === "reminder" || notice.stage === "rescheduled";
  const found = datesIn(withoutStruckOut(words, rendering), year).flatMap(
    ({ quote, date, weekday }): Omit<Sighting, "part">[] => {
      const right = weekdays[weekdayOf(date) - 1] ?? "";
      if (weekday !== null && weekday !== right) {
        return [{ check: "wrongWeekday", quote, message: `That date is a ${right}, not a ${weekday}. Use {{ window.when }}.` }];
      }
      if (own.has(date)) {
        return isAhead && current.has(date) && date < today ? [past(quote)] : [];
      }
      if (former.has(date))
        return [{ check: "oldTime", quote, message: `${quote} is the date before it changed. Use {{ window.when }}.` }];
      if (isAhead && date < today) return [past(quote)];
      return date < today
        ? []
        : [
            {
              check: "otherDate",
              quote,
              message: `${quote} is no date of this window or of its notices. Check that it is meant.`,
            },
          ];
    },
  );
  const digits = Array.from(words.matchAll(digitsOnly), ([quote]) => ({
    check: "digitsOnlyDate" as const,
    quote,
    message: "Readers take the day for the month, or the other way round. Write the month's name and the weekday.",
  }));
  return [...found, ...digits].map((sighting) => ({ ...sighting, part }));
};

function past(quote: string): Omit<Sighting, "part"> {
  return { check: "pastDate", quote, message: `${quote} has passed. Move the window, or say what is so now.` };
}

/** An effect longer than the window it is to happen in. */
export const checkLengths: TextCheck = (words, part, _, { window }) =>
  Array.from(words.matchAll(length)).flatMap((match): Sighting[] => {
    const { amount = "0", unit = "" } = match.groups ?? {};
    const minutes = Number(amount) * (unit.toLowerCase().startsWith("h") ? 60 : 1);
    const whole = (window.end.at - window.start.at) / minute;
    if (minutes <= whole) return [];
    return [
      {
        check: "longerThanWindow",
        part,
        quote: match[0],
        message: "This is longer than the window. Check which of the two is right.",
      },
    ];
  });
