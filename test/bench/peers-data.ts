import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "../../src/adapters/sqlite/open-store.ts";
import { day, hour, type Instant, minute } from "../../src/core/domain/instant.ts";
import { impacts, type Window } from "../../src/core/domain/window.ts";
import { largeWorkspaceServices, saveLargeDirectory, saveLargeNotices } from "../builders/large-workspace.ts";
import { sampleWindow } from "../builders/samples.ts";
import { cache, madeFrom, root } from "./built.ts";
import type { StagedWindow } from "./peers/stage.ts";

/** How many windows every contender is given, and how they lie in time. */
export type PeersSize = {
  readonly windows: number;
  /** Of these, how many lie in each of the two months that are shown. */
  readonly shown: number;
  /** Over how many years the others lie. */
  readonly years: number;
};

export const peersSizes = [
  { windows: 10_000, shown: 500, years: 5 },
  { windows: 2_000, shown: 167, years: 1 },
  { windows: 200, shown: 17, years: 1 },
] as const satisfies readonly PeersSize[];

/** The day's "now": the first of the month that is shown. */
export const peersNow: Instant = Date.UTC(2026, 10, 1, 0, 30);
export const shownMonths = ["2026-11", "2026-12"] as const;
const from = Date.UTC(2026, 10, 1);
const middle = Date.UTC(2026, 11, 1);
const to = Date.UTC(2027, 0, 1);

/** A fourth of the time behind, as a desk's file has it; the shown months lie where the rest begins. */
function startsOf({ windows, shown, years }: PeersSize): readonly Instant[] {
  const others = windows - 2 * shown;
  const ahead = Math.round(others / 4);
  return [
    ...evenly(others - ahead, from - years * 0.75 * 365 * day, from),
    ...evenly(shown, from, middle),
    ...evenly(shown, middle, to),
    ...evenly(ahead, to, to + years * 0.25 * 365 * day),
  ];
}

function evenly(count: number, first: Instant, end: Instant): readonly Instant[] {
  const step = (end - first) / count;
  return Array.from({ length: count }, (_, index) => Math.floor((first + index * step) / (15 * minute)) * 15 * minute);
}

/**
 * Windows of one service each, whose titles name their month, so that it can be seen which page is shown. None goes on past
 * midnight: @mantine/schedule 9.6 leaves days empty behind a chain of windows that do, and would have less to draw than the others.
 */
function windowsOf(size: PeersSize): readonly Window[] {
  const lengths = [1, 2, 2, 4, 8] as const;
  const works = ["Resize nodes", "Renew certificates", "Upgrade the database", "Rotate keys", "Move storage"] as const;
  return startsOf(size).map((startAt, index) => {
    const midnight = Math.floor(startAt / day + 1) * day;
    const endAt = Math.min(startAt + (lengths[(index * 7) % lengths.length] ?? 1) * hour, midnight - minute);
    const wall = wallOf(startAt);
    return sampleWindow({
      id: `window-${index}`,
      reference: `FW-${index}`,
      title: `${works[(index * 3) % works.length]} ${wall.slice(0, 7)} ${index}`,
      changeTypeId: `change-type-${(index % 6) + 1}`,
      serviceIds: [`service-${((index * 11) % largeWorkspaceServices) + 1}`],
      impact: impacts[(index * 5) % impacts.length] ?? "none",
      // The other calendars know no conflicts. With one lead and all customers in every window, each would contradict each.
      lead: `Lead ${(index % 40) + 1}`,
      customersAffected: false,
      start: { at: startAt, wall, zone: "UTC" },
      end: { at: endAt, wall: wallOf(endAt), zone: "UTC" },
      zone: "UTC",
      createdAt: startAt - 14 * day,
      outcome: endAt > peersNow ? { kind: "open" } : { kind: "completed", at: endAt, endedAt: endAt, note: "" },
    });
  });
}

function wallOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 16);
}

/** The windows as the other calendars are given them. */
export function stagedWindows(size: PeersSize): readonly StagedWindow[] {
  return windowsOf(size).map(({ id, title, start, end, serviceIds }) => ({
    id,
    title,
    start: start.wall,
    end: end.wall,
    service: serviceIds[0] ?? "",
  }));
}

/** A workspace with the same windows and a notice for each, as ours reads it. Kept from run to run. */
export function peersWorkspace(size: PeersSize, say: (text: string) => void): string {
  const migrations = "src/adapters/sqlite/migrations";
  const sources = [
    ...readdirSync(join(root, migrations)).map((file) => `${migrations}/${file}`),
    "test/builders/large-workspace.ts",
    "test/builders/samples.ts",
    "test/bench/peers-data.ts",
  ];
  const name = `beside-${size.windows}`;
  const folder = madeFrom(sources, name, (path) => {
    say(`Filling a workspace with ${size.windows.toLocaleString("en")} windows (kept for the next time) …`);
    mkdirSync(cache, { recursive: true });
    for (const old of readdirSync(cache)) if (old.startsWith(`${name}-`)) rmSync(join(cache, old), { recursive: true });
    const opened = openStore({ file: join(path, "workspace.forewarn"), clock: { now: () => peersNow } });
    if (opened.kind !== "open") throw new Error(`The workspace could not be made: ${opened.kind}`);
    const { store } = opened;
    store.write(saveLargeDirectory);
    const windows = windowsOf(size);
    const atATime = 500;
    for (let first = 0; first < windows.length; first += atATime) {
      store.write((writing) => {
        windows.slice(first, first + atATime).forEach((window, place) => {
          writing.saveWindow(window);
          saveLargeNotices(writing, window, first + place, {
            now: peersNow,
            windows: size.windows,
            noticesPerWindow: 1,
            deliveriesPerNotice: 0,
          });
        });
      });
    }
    store.close();
  });
  return join(folder, "workspace.forewarn");
}

/** Writes what a page of `peers/` fetches before it shows anything. */
export function writeStaged(folder: string): void {
  for (const size of peersSizes) {
    writeFileSync(join(folder, `windows-${size.windows}.json`), JSON.stringify(stagedWindows(size)));
  }
}
