import type { Browser } from "@playwright/test";
import { launchBrowser, openContext, shownAt } from "./browser.ts";
import { builtPage } from "./built.ts";
import type { Figure, Group } from "./figure.ts";
import { type PeersServer, peersVersions, servePeers } from "./peers-built.ts";
import { type PeersSize, peersNow, peersSizes, peersWorkspace, shownMonths } from "./peers-data.ts";
import { startHost } from "./processes.ts";
import { repeated } from "./repeated.ts";
import { type Contender, type DragFrames, dragAcross, type Sight, settled, timeToSee } from "./staged.ts";

/** A frame at 60 frames a second, in milliseconds: by so much more than a bare grid may ours turn a page. */
const frame = 16.7;
/** Long enough for a page to be done with what it does after it is shown, in milliseconds. */
const pause = 400;

type View = "month" | "timeline";
type Times = { readonly show: number; readonly next: number; readonly drag: DragFrames };
type Sights = { readonly first: Sight; readonly second: Sight };

/** The month beside a bare grid and other calendars, which are given the same windows, at each size. */
export const monthBeside: Group = {
  name: "peers",
  measure: (say) =>
    withPeers(say, async (browser, server) => {
      const figures: Figure[] = [];
      // The largest first: in it ours draws as many windows a day as there is room for, and so shall the others.
      let lanes = 1;
      for (const size of peersSizes) {
        const measured = await measureAt(size, "month", lanes, browser, server, say);
        lanes = measured.lanes;
        figures.push(...measured.figures);
      }
      return figures;
    }),
};

/** The timeline by service beside bare lines and @mantine/schedule's; FullCalendar's is sold apart. */
export const timelineBeside: Group = {
  name: "timeline",
  measure: (say) =>
    withPeers(say, async (browser, server) => {
      const [largest] = peersSizes;
      return (await measureAt(largest, "timeline", cellLanes, browser, server, say)).figures;
    }),
};

/** How many windows lie over each other in a cell of @mantine/schedule's timeline: its own choice, and room for all. */
const cellLanes = 2;

async function withPeers(
  say: (text: string) => void,
  measure: (browser: Browser, server: PeersServer) => Promise<readonly Figure[]>,
): Promise<readonly Figure[]> {
  const server = await servePeers(say);
  if (server === null) return [];
  const browser = await launchBrowser();
  try {
    say(`Showing the same windows in ours, in a bare grid, and in ${peersVersions()} …`);
    return await measure(browser, server);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** All contenders in turn, run by run, so that whatever else the machine does concerns all of them. */
async function measureAt(
  size: PeersSize,
  view: View,
  knownLanes: number,
  browser: Browser,
  server: PeersServer,
  say: (text: string) => void,
): Promise<{ readonly figures: readonly Figure[]; readonly lanes: number }> {
  const host = startHost(peersWorkspace(size, say), builtPage);
  const contenders: Contender[] = [];
  try {
    const ours = await openOurs(view, browser, await host.newAddress());
    contenders.push(ours);
    const oursSights = await sightsOf(ours);
    const lanes = Math.max(knownLanes, view === "month" ? await lanesOf(ours) : 0);
    contenders.push(...(await openPeers(size, view, lanes, browser, server)));
    const sights = new Map<Contender, Sights>([[ours, oursSights]]);
    for (const contender of contenders) if (contender !== ours) sights.set(contender, await sightsOf(contender));
    const drawn = contenders.map((contender) => `${contender.name} ${sights.get(contender)?.first.least ?? 0}`);
    say(`${titleOf(size, view)}: drawn windows: ${drawn.join(", ")}.`);
    const runs = await repeated(async () => {
      const times = new Map<string, Times>();
      for (const contender of contenders) {
        const seen = sights.get(contender);
        if (seen !== undefined) times.set(contender.name, await measureOnce(contender, seen));
      }
      return times;
    });
    return { figures: figuresOf(size, view, contenders, runs), lanes };
  } finally {
    for (const { page } of contenders) await page.context().close();
    await host.stop();
  }
}

async function measureOnce(contender: Contender, { first, second }: Sights): Promise<Times> {
  const { page } = contender;
  await page.bringToFront();
  await page.waitForTimeout(pause);
  const show = await timeToSee(contender, contender.show, first);
  await page.waitForTimeout(pause);
  const next = await timeToSee(contender, contender.next, second);
  await page.waitForTimeout(pause);
  await timeToSee(contender, contender.previous, first);
  await page.waitForTimeout(pause);
  const drag = await dragAcross(contender);
  await act(contender, contender.hide);
  return { show, next, drag };
}

/** How many windows a contender draws in each month, once it is done; shown and hidden again. */
async function sightsOf(contender: Contender): Promise<Sights> {
  const [month, nextMonth] = shownMonths;
  await contender.page.bringToFront();
  await act(contender, contender.show);
  const first = await settled(contender, month);
  await act(contender, contender.next);
  const second = await settled(contender, nextMonth);
  await act(contender, contender.previous);
  await settled(contender, month);
  await act(contender, contender.hide);
  return { first, second };
}

async function act(contender: Contender, what: Contender["show"]): Promise<void> {
  await timeToSee(contender, what, { word: "", least: 0 });
}

/** The most windows ours draws in one day: the others are told to draw as many. */
async function lanesOf(ours: Contender): Promise<number> {
  await act(ours, ours.show);
  await settled(ours, shownMonths[0]);
  const lanes = await ours.page
    .locator("[data-date]")
    .filter({ visible: true })
    .evaluateAll((days) => Math.max(0, ...days.map((day) => day.querySelectorAll("[data-window]").length)));
  await act(ours, ours.hide);
  return lanes;
}

async function openOurs(view: View, browser: Browser, address: string): Promise<Contender> {
  const context = await openContext(browser, { shows: 'a[href="#/calendar"]', now: peersNow });
  const page = await context.newPage();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(address);
  await shownAt(page);
  // From a page with little on it, as the others begin with an empty one.
  await page.evaluate(() => {
    location.hash = "#/about";
  });
  return {
    name: "Forewarn",
    page,
    session: await context.newCDPSession(page),
    window: "[data-window]",
    show: { kind: "go", hash: view === "month" ? "#/calendar" : "#/calendar?view=timeline" },
    hide: { kind: "go", hash: "#/about" },
    next: { kind: "press", button: 'button[aria-label^="Next "]' },
    previous: { kind: "press", button: 'button[aria-label^="Previous "]' },
  };
}

async function openPeers(
  size: PeersSize,
  view: View,
  lanes: number,
  browser: Browser,
  server: PeersServer,
): Promise<readonly Contender[]> {
  const words = { windows: String(size.windows), date: `${shownMonths[0]}-01`, view, lanes: String(lanes) };
  const open = async (
    name: string,
    file: Parameters<PeersServer["addressOf"]>[0],
    selectors: { readonly window: string; readonly next: string; readonly previous: string },
  ): Promise<Contender> => {
    const context = await openContext(browser, { shows: "#stage", now: peersNow });
    const page = await context.newPage();
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(server.addressOf(file, words));
    await shownAt(page);
    return {
      name,
      page,
      session: await context.newCDPSession(page),
      window: selectors.window,
      show: { kind: "press", button: "#show" },
      hide: { kind: "press", button: "#hide" },
      next: { kind: "press", button: selectors.next },
      previous: { kind: "press", button: selectors.previous },
    };
  };
  const contenders = [
    await open("bare grid", "bare", { window: ".window", next: '[data-turn="next"]', previous: '[data-turn="previous"]' }),
  ];
  // FullCalendar's timeline is sold apart.
  if (view === "month") {
    contenders.push(
      await open("FullCalendar", "fullcalendar", {
        window: ".staged-window",
        next: 'button[aria-label="Next Month"]',
        previous: 'button[aria-label="Previous Month"]',
      }),
    );
  }
  contenders.push(
    await open("@mantine/schedule", "mantine", {
      window: "[data-event-id]",
      next: 'button[aria-label="Next"]',
      previous: 'button[aria-label="Previous"]',
    }),
  );
  return contenders;
}

const measures: readonly { readonly name: string; readonly of: (times: Times) => number }[] = [
  { name: "shown", of: ({ show }) => show },
  { name: "next month", of: ({ next }) => next },
  { name: "drag, a step", of: ({ drag }) => drag.mean },
  { name: "drag, longest step", of: ({ drag }) => drag.longest },
];

function titleOf({ windows, shown }: PeersSize, view: View): string {
  return `${view === "month" ? "Month" : "Timeline"}, ${shown} of ${windows.toLocaleString("en")}`;
}

/** Milliseconds of each, then ours as a part of each peer's, which must stay below one, and what next month costs more than bare. */
function figuresOf(
  size: PeersSize,
  view: View,
  contenders: readonly Contender[],
  runs: readonly ReadonlyMap<string, Times>[],
): readonly Figure[] {
  const [ours, bare, ...others] = contenders.map(({ name }) => name);
  if (ours === undefined || bare === undefined) return [];
  return measures.flatMap(({ name, of }): Figure[] => {
    const valuesOf = (contender: string): readonly number[] =>
      runs.map((times) => {
        const taken = times.get(contender);
        return taken === undefined ? Number.NaN : of(taken);
      });
    const beside = (combine: (own: number, other: number) => number, other: string): readonly number[] => {
      const theirs = valuesOf(other);
      return valuesOf(ours).map((own, run) => combine(own, theirs[run] ?? Number.NaN));
    };
    const title = `${titleOf(size, view)}: ${name}`;
    return [
      ...[ours, bare, ...others].map(
        (each): Figure => ({ name: `${title}, ${each}`, unit: "ms", values: valuesOf(each), target: null }),
      ),
      ...others.map(
        (other): Figure => ({
          name: `${title}, ours of ${other}'s`,
          unit: "×",
          values: beside((own, theirs) => own / theirs, other),
          target: 1,
        }),
      ),
      ...(name === "next month"
        ? [
            {
              name: `${title}, more than bare`,
              unit: "ms" as const,
              values: beside((own, theirs) => own - theirs, bare),
              // "Next month" is promised of the month; the timeline's stands there to be known.
              target: view === "month" ? frame : null,
            },
          ]
        : []),
    ];
  });
}
