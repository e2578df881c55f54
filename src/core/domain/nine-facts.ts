import { monthNames } from "./calendar-names.ts";
import { recipientKey } from "./delivery.ts";
import type { Workspace } from "./directory.ts";
import { impactInWords } from "./impact-words.ts";
import type { Instant, ZoneId } from "./instant.ts";
import { nextWordOf } from "./next-word.ts";
import type { PlannedNotice, PlannedRecipient } from "./notice.ts";
import { momentOf } from "./stage-moment.ts";
import { zoneAbbreviation } from "./time-text.ts";
import type { Window } from "./window.ts";
import { dateOf, timeOfDayOf } from "./zoned-time.ts";

/**
 * What a reader needs of every notice (docs/notices.md): what changes, a date, start and end, a zone, what will be noticed,
 * what to do, whom to ask, when the next word comes, why.
 */
export const nineFacts = ["what", "date", "span", "zone", "notice", "todo", "ask", "next", "why"] as const;
export type NineFact = (typeof nineFacts)[number];

type Said = { readonly subject: string; readonly text: string; readonly recipient: PlannedRecipient };
type Known = {
  readonly window: Window;
  readonly notice: PlannedNotice;
  readonly plan: readonly PlannedNotice[];
  readonly workspace: Pick<Workspace, "contactPoint">;
  readonly now: Instant;
};

/** Which of the nine facts a notice states, by comparing its words with what is known: also after somebody edited it. */
export function nineFactsIn({ subject, text, recipient }: Said, known: Known): ReadonlySet<NineFact> {
  const { window, notice, workspace } = known;
  const words = plainly(text);
  const zones = [recipient.zone, window.zone];
  const says = (fact: string): boolean => saysMostOf(words, fact);
  const namesDay = (at: Instant): boolean => zones.some((zone) => dayPattern(at, zone).test(text));
  const namesClock = (at: Instant): boolean => zones.some((zone) => clockPattern(at, zone).test(text));
  const { start, end, outcome } = window;
  const ended = outcome.kind === "completed" || outcome.kind === "rolledBack" ? [outcome.endedAt] : [];
  const found: Readonly<Record<NineFact, boolean>> = {
    what: says(window.title),
    date: [start.at, end.at, ...ended].some(namesDay),
    span: [start.at, end.at].every(namesClock),
    zone: zones.some((zone) => [start.at, end.at, ...ended].some((at) => namesZone(`${subject}\n${text}`, at, zone))),
    notice: momentOf(notice.stage) === "over" ? worksAgain.test(words) : says(window.effect) || says(impactInWords(window)),
    todo: nothingToDo.test(words) || says(window.toDo) || says(window.toDoAfter ?? ""),
    ask: says(workspace.contactPoint) || /\S@\S+\.\w|\+?\d[\d ()-]{7,}\d/u.test(text),
    next: saysNextWord(words, recipient, known, namesClock),
    why: [window.reason, window.formerTimes.at(-1)?.why ?? "", outcome.kind === "open" ? "" : outcome.note].some(says),
  };
  return new Set(nineFacts.filter((fact) => found[fact]));
}

const nothingToDo = /\b(?:do nothing|nothing to do|no action)\b/u;
const worksAgain = /\b(?:works?|worked|available|as usual|as before|as normal)\b/u;
const lastWord = /\b(?:last message|no further|no more messages|no new date is set|next word:? none)\b/u;

/** After the last word: that it is the last, or what must happen first. Before it, the clock time that is promised. */
function saysNextWord(words: string, recipient: PlannedRecipient, known: Known, namesClock: (at: Instant) => boolean): boolean {
  const planned = known.notice.recipients.find((one) => recipientKey(one) === recipientKey(recipient)) ?? recipient;
  const next = nextWordOf(known)(planned);
  return next.kind === "none" ? lastWord.test(words) || /\bstill to come\b/u.test(words) : namesClock(next.at);
}

/** At least three in five of a fact's longer words: an editor may put it in words of their own. */
function saysMostOf(words: string, fact: string): boolean {
  const plain = plainly(fact);
  if (plain === "") return false;
  const longer = [...new Set(plain.match(/[\p{L}\p{N}@.-]{4,}/gu) ?? [])].map((word) => word.replace(/[.-]+$/u, ""));
  if (longer.length === 0) return words.includes(plain);
  return longer.filter((word) => words.includes(word)).length / longer.length >= 0.6;
}

function plainly(words: string): string {
  return words.toLowerCase().replace(/\s+/gu, " ").trim();
}

/** `28 Nov 2026`, `November 28, 2026`, `2026-11-28`. */
function dayPattern(at: Instant, zone: ZoneId): RegExp {
  const date = dateOf(at, zone);
  const [year = "", month = "", day = ""] = date.split("-");
  const name = `${monthNames[Number(month) - 1]?.slice(0, 3)}[a-z]*\\.?`;
  const number = `0?${Number(day)}(?:st|nd|rd|th)?`;
  return new RegExp(`\\b(?:${number} ${name},? ${year}|${name} ${number},? ${year}|${date})\\b`, "iu");
}

/** `14:00`, `2 pm`, `2:00 p.m.` */
function clockPattern(at: Instant, zone: ZoneId): RegExp {
  const [hours = "", minutes = ""] = timeOfDayOf(at, zone).split(":");
  const half = Number(hours) < 12 ? "a" : "p";
  const short = Number(hours) % 12 === 0 ? 12 : Number(hours) % 12;
  const ofHalf = minutes === "00" ? `${short}(?::00)?` : `${short}:${minutes}`;
  return new RegExp(`(?<![\\d:])(?:${hours}:${minutes}|${ofHalf}\\s?${half}\\.?m)(?!:?\\d)`, "iu");
}

function namesZone(text: string, at: Instant, zone: ZoneId): boolean {
  return text.includes(zoneAbbreviation(at, zone)) || text.includes(zone);
}
