import { readFileSync } from "node:fs";
import type { Voice } from "../../../src/core/domain/directory.ts";
import type { Stage } from "../../../src/core/domain/matrix.ts";
import { type Case, findingsOf } from "./corpus.ts";

/** What a right notice of each stage says first; `…` is where a sentence of something else stands. */
const around: Readonly<Record<Stage, { readonly subject: string; readonly body: string }>> = {
  announce: {
    subject: "Patient portal: short break Sat 28 Nov, 02:00 GMT",
    body: "The patient portal is unavailable for up to ten minutes on Saturday 28 November 2026, between 02:00 and 04:00 GMT.\n\n…",
  },
  reminder: {
    subject: "Reminder: portal break Sat 28 Nov, 02:00 GMT",
    body: "Unchanged: the patient portal is off for up to ten minutes on Saturday 28 November 2026, between 02:00 and 04:00 GMT.\n\n…",
  },
  start: {
    subject: "Started: portal upgrade, until 04:00 GMT, Sat 28 Nov",
    body: "The upgrade has started. Until 04:00 GMT on Saturday 28 November 2026 you may be unable to sign in for ten minutes.\n\n…",
  },
  progress: {
    subject: "Update: portal upgrade on time, to 04:00 GMT",
    body: "The upgrade is on time and ends at 04:00 GMT on Saturday 28 November 2026.\n\n…",
  },
  extended: {
    subject: "Extended: patient portal until 05:00 GMT, Sat 28 Nov",
    body: "The maintenance now ends at 05:00 GMT on Saturday 28 November 2026 instead of 04:00 GMT, as the copy is slow.\n\n…",
  },
  rescheduled: {
    subject: "Moved: patient portal work to Sat 28 Nov, 02:00 GMT",
    body: "The work has moved from Saturday 21 November to Saturday 28 November 2026, 02:00-04:00 GMT, with a break of ten minutes.\n\n…",
  },
  cancelled: {
    subject: "Cancelled: patient portal work of Sat 28 Nov, 02:00 GMT",
    body: "The maintenance of Saturday 28 November 2026, 02:00-04:00 GMT, is cancelled. The supplier withdrew the update.\n\n…",
  },
  rolledBack: {
    subject: "Rolled back: portal works as before, Sat 28 Nov",
    body: "The upgrade was rolled back, and the portal works as before since 03:40 GMT on Saturday 28 November 2026.\n\n…",
  },
  completed: {
    subject: "Completed: portal upgrade, Sat 28 Nov, 03:40 GMT",
    body: "The upgrade is complete; the patient portal works again since 03:40 GMT on Saturday 28 November 2026.\n\n…",
  },
};
const end = "\n\nYou need to do nothing. Questions: servicedesk@example.org, FW-2026-118";

/** The drafts of `asides.md`: a notice each, right in itself, with a sentence of something else. */
function asides(): Case[] {
  const [, ...blocks] = readFileSync(new URL("./asides.md", import.meta.url), "utf8").split(/^## /mu);
  return blocks.flatMap((block) => {
    const [heading = "", ...lines] = block.split("\n");
    const [stage, voice] = heading.split(" · ").map((word) => word.trim()) as [Stage, Voice];
    const { subject, body } = around[stage];
    return lines
      .filter((line) => line.startsWith("- "))
      .map((line) => ({
        file: "asides.md",
        heading: `${heading}: ${line.slice(2)}`,
        stage,
        voice,
        channel: voice === "internal" ? ("slack" as const) : ("mail" as const),
        scenario: "sat" as const,
        faults: [],
        draft: { subject, body: `${body.replace("…", line.slice(2))}${end}` },
      }));
  });
}

/** What the checker says of each that it does not leave alone. */
export function alarmsOverAsides(): string[] {
  return asides().flatMap((one) => findingsOf(one).map(({ check, quote }) => `${one.heading} → ${check} “${quote}”`));
}
