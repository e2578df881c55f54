import { anyOf } from "../../any-of.ts";
import { cellChannels } from "../cells/cell-channels.ts";
import type { NoticeCell, Told } from "../cells/notice-cell.ts";
import { reminderWords } from "../cells/stage-times.ts";
import { isHaste, isSoon, type TimingEntry, timingEntries } from "../cells/timing-entries.ts";
import type { SharedTold } from "../shared-channels.ts";
import type { NamedAudience } from "../words/audience-words.ts";
import { readCellWords } from "../words/cell-words.ts";
import { readChangeType } from "../words/change-type.ts";
import { startWithCapital } from "../words/plain-text.ts";
import { kindsOfWork } from "../words/work-words.ts";
import { type Point, withReaders } from "./process-points.ts";
import type { Section, SectionContext } from "./section.ts";

/** A change type a point speaks of, and its words without the name. */
export type NamedChange = { readonly name: string; readonly rest: string };

/** A point that says itself when, as a cell of a table would: `Email customers five business days before`. */
export function cellOf(
  point: Point,
  section: Section,
  earlier: Told | null,
  { told, standIns }: SectionContext,
  named: NamedChange | null,
): NoticeCell {
  const { words } = section;
  const isOutside = words.isOutside || /\b(?:customers?|clients?|external)/iu.test(point.text);
  const urgent = named === null ? urgentIn(point.words.text) : null;
  const own = cellChannels(point.words, point.at, standIns);
  const isToSame = earlier !== null && isForSame(point);
  const text = urgent?.rest ?? named?.rest ?? (isUrgent(words.changeType) ? withoutUrgent(point.words.text) : null);
  const owing = withReaders(text === null ? point.words : readCellWords(text), point.readers);
  // Readers of the mail before are not those of a status page.
  const isSameWay =
    own.some(({ kind }) => kind !== "manual") &&
    own.every((channel) => earlier?.channels.some((other) => other.name === channel.name) === true);
  return {
    at: point.at,
    words: isToSame ? readCellWords(owing.text.replace(toSame, "")) : owing,
    base: timingEntries(point.words).length === 0 || saysHowSoonAfter(point) ? timesOver(point) : [],
    baseAt: null,
    said: point.words.tokens.some((token) => token.kind === "condition") ? point.text : "",
    unread: [],
    placeKind: null,
    isReminder: false,
    conditions: {
      kinds: words.impactOnly ? ["impact"] : [],
      unclear: point.over.isLimited && timingEntries(point.words).length === 0 ? section.source.heading : "",
    },
    changeType:
      named?.name ??
      (isUrgent(words.changeType) ? words.changeType : urgent?.changeType) ??
      words.changeType ??
      urgentOver(point),
    lead: point.sender === "" ? words.lead : startWithCapital(point.sender),
    voice: point.over.readers[0]?.voice ?? (isOutside ? "customer" : "internal"),
    isReaderColumn: false,
    readers: point.readers,
    audiences: isToSame
      ? []
      : readersOver(point, words.isOutside, own.some(({ kind }) => kind === "mail" || kind === "manual") ? told : null),
    channels: own.length > 0 ? [] : point.over.through.length > 0 ? point.over.through : (told?.channels ?? []),
    earlier: isToSame ? earlier : isSameWay && own.length > 0 && point.over.readers.length === 0 ? earlier : null,
    otherCells: [...point.over.cells, ...(own.length === 0 ? (told?.cells ?? []) : [])],
    usual: null,
    source: point.text,
  };
}

/** Whether it is for those of the notice before it. */
export function isForSame({ words }: Point): boolean {
  return toSame.test(words.text);
}

const sameReaders = anyOf`
  lists?|recipients?|people|persons|readers|audiences?|groups?|customers|users
  address(?:es)?|contacts|staff
`;
/** Who was told before. */
const toSame = new RegExp(String.raw`\b(?:to|for) the same ${sameReaders}(?!\p{L})`, "iu");

const changes = `(?:${kindsOfWork}|patch(?:es)?)`;
const urgency = anyOf`
  emergency|urgent|unplanned|emergencies
  // German and Danish
  dringende[nrs]?|eilige[nrs]?
  akutte?
`;
const urgentWork = anyOf`
  wartung(?:en)?|änderung(?:en)?
  ændring(?:er)?
  ${changes}
`;
const inCaseOf = "(?:(?:for|in|during|in (?:the )?case of|in the event of|where|if|when|bei|im|ved) )?";
const isNeeded = "(?: (?:is|are) (?:required|needed|necessary|unavoidable)| occurs?)?";
/** `Emergency changes have no profile:`, `In the event of urgent work,` */
const urgentChange = new RegExp(
  String.raw`^${inCaseOf}(?:an? |the )?(?<name>${urgency}(?: ${urgentWork})?)(?!\p{L})(?<more>${isNeeded}[^:,.]{0,60}[:,])?`,
  "iu",
);

/** `agency coordinators of emergency outages`, under a heading that says so already. */
function withoutUrgent(text: string): string | null {
  const rest = text.replace(/,? (?:of|for|in|during) (?:an? |any |the )?(?:emergency|urgent|unplanned) \p{L}+,?/giu, "");
  return rest === text ? null : rest;
}

/** Whether the heading over it says already that it is of urgent changes. */
function isUrgent(changeType: string | null): boolean {
  return changeType !== null && urgentChange.test(changeType);
}

/** `Emergency changes have no profile: operations hear at once`: what is said of them is said of no other change. */
function urgentIn(text: string): { readonly changeType: string; readonly rest: string } | null {
  const found = urgentChange.exec(text);
  const { name, more = "" } = found?.groups ?? {};
  if (found === null || name === undefined) return null;
  const isClause = readCellWords(more).tokens.every((token) => token.kind === "pointer");
  const rest = text.slice(isClause ? found[0].length : found[0].length - more.length).trim();
  return { changeType: readChangeType(name), rest };
}

const urgentAnywhere = new RegExp(String.raw`\b(?:emergency|urgent|unplanned|unscheduled) ${changes}\b`, "iu");

/** `Unplanned outages:` over a list, `Our emergency maintenance protocol` over a section: what stands under it is of no other. */
function urgentOver({ label, over }: Point): string | null {
  const above = [label, ...over.headings.split(" · ").reverse()];
  const nearest = above.find((words) => /planned|scheduled|routine|regular|emergency|urgent/iu.test(words)) ?? "";
  const isOfBoth = /\b(?:planned|scheduled|routine|regular)\b/iu.test(nearest);
  const name = isOfBoth ? undefined : urgentAnywhere.exec(nearest)?.[0];
  return name === undefined ? null : readChangeType(name);
}

/** Those above the point, else those of the heading, else those the document names for all its notices. */
function readersOver({ over }: Point, isOutside: boolean, told: SharedTold | null): readonly NamedAudience[] {
  if (over.readers.length > 0) return over.readers;
  if (told !== null && told.audiences.length > 0) return told.audiences;
  return isOutside ? [{ name: "Customers", voice: "customer" }] : [];
}

/** `Straight away`, under `Postponed or cancelled`: how soon after what the heading names. */
function saysHowSoonAfter({ over, words }: Point): boolean {
  const happens = over.entries.length > 0 && over.entries.every(({ when }) => when.kind === "statusChange");
  return happens && timingEntries(words).every((entry) => isHaste(entry) || isSoon(entry));
}

/** The times that stand over a point; of a reminder they are the reminder's. */
function timesOver({ over, text }: Point): readonly TimingEntry[] {
  return over.entries.map((entry) => ({ ...entry, isReminder: entry.isReminder || reminderWords.test(text) }));
}
