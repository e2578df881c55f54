import type { Service } from "./directory.ts";
import type { Stage } from "./matrix.ts";

/** What a list of mails on a phone shows of a subject (docs/notices.md), in characters. */
const subjectShown = 60;
/** What the default templates put around a name in a subject, in characters: status word, effect, joints. */
const taken: Readonly<Record<Stage, number>> = {
  announce: 2,
  reminder: 12,
  start: 13,
  // “past” where it runs over its end.
  progress: 14,
  extended: 14,
  rescheduled: 13,
  cancelled: 22,
  rolledBack: 21,
  completed: 19,
};
/** Stages whose subject says the service's loss; the others say that it works. */
const saysLoss: ReadonlySet<Stage> = new Set(["announce", "reminder", "start", "progress", "extended", "rescheduled"]);
/** Shorter than this a name says nothing. */
const shortest = 8;

/**
 * The services as a subject has room for them, so that all that matters of it stands in its first sixty characters: the
 * first one and how many more, the name cut at a word where it must be. The body names them in full.
 */
export function servicesInBrief(services: readonly Service[], stage: Stage, loss: string, time: string): string {
  const [first] = services;
  if (first === undefined) return "";
  const room = Math.max(shortest, subjectShown - taken[stage] - time.length - (saysLoss.has(stage) ? loss.length + 1 : 0));
  if (services.length === 1) return cut(first.name, room);
  const more = services.length - 1;
  const inFull = `${first.name} and ${more} more`;
  return inFull.length <= room ? inFull : `${cut(first.name, room - 2 - String(more).length)} +${more}`;
}

/** Ends at a whole word where there is one to end at. */
function cut(name: string, room: number): string {
  if (name.length <= room) return name;
  const start = name.slice(0, Math.max(1, room - 1));
  const lastSpace = start.lastIndexOf(" ");
  return `${(lastSpace >= shortest / 2 ? start.slice(0, lastSpace) : start).trimEnd()}…`;
}
