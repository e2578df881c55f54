import type { ChannelKind, Voice } from "../../directory.ts";
import { isPointOfWork, reminderWords, timesOfStage } from "../cells/stage-times.ts";
import { timingEntries } from "../cells/timing-entries.ts";
import { nameOf, readAudiences, voiceOf } from "../words/audience-words.ts";
import { type CellWords, readCellWords, restOf } from "../words/cell-words.ts";
import {
  aboutChange,
  audienceWords,
  changeWords,
  channelWords,
  conditionWords,
  eventWords,
  kindWords,
  leadWords,
  lookAlikes,
  noticeTimes,
  noticeWords,
  ownerWords,
  stageNames,
  stageWords,
  thingNames,
  timingWords,
  workTimes,
} from "../words/column-words.ts";
import { isNamed, plainText, startWithCapital } from "../words/plain-text.ts";
import { slotOf } from "../words/when.ts";
import { withReaders } from "./column-of-readers.ts";
import { type Profile, profileOf } from "./column-profile.ts";
import { counted, isCount } from "./counted-column.ts";
import { headerVoice, readersInAside, withoutChannels } from "./header-readers.ts";
import { forWhat, ofVersions, ordinalNotice, whatChanges } from "./header-words.ts";
import { messageColumn, whatAbout } from "./message-column.ts";

/** What a column of a matrix is about. */
export type Column =
  | { readonly role: "changeType" }
  | { readonly role: "lead" }
  | { readonly role: "timing" }
  | { readonly role: "audience" }
  | { readonly role: "channel" }
  | { readonly role: "condition" }
  /** Each row is a point of the window's life (`Announcement`, `T-3`). */
  | { readonly role: "stage" }
  /** Its cells owe notices. `isNamed` is false where nothing says to whom. */
  | {
      readonly role: "notices";
      readonly voice: Voice;
      readonly audience: string;
      readonly isNamed: boolean;
      readonly header: CellWords;
      /** Under `Teams channel` the cells name channels of that kind, whatever they are called. */
      readonly placeKind: ChannelKind | null;
    }
  | { readonly role: "other"; readonly why: string };

/** A column nobody knows; its cells may name readers in words that are not read. */
export const unknownColumn: Column = {
  role: "other",
  why: "Neither the column's name nor its words say to whom, how or when.",
};

const defaultNames: Readonly<Record<Voice, string>> = {
  internal: "Internal teams",
  business: "Business stakeholders",
  customer: "Customers",
  executive: "Executives",
};

/** Finds what each column is about, by the words of its header and, where these say nothing, by its cells. */
export function readColumns(headers: readonly string[], rows: readonly (readonly string[])[]): Column[] {
  const sample = rows.slice(0, 40);
  const columns: Column[] = [];
  const profiles: Profile[] = [];
  for (const [index, header] of headers.entries()) {
    const cells = sample.map((row) => row[index] ?? "").filter((cell) => cell.trim() !== "");
    const profile = profileOf(cells);
    const has = (role: Column["role"]): boolean => columns.some((column) => column.role === role);
    profiles.push(profile);
    columns.push(
      isCount(header, cells) ? counted : (byHeader(header, profile, has, index) ?? byContent(header, profile, has, index)),
    );
  }
  return settle(withReaders(columns, sample), headers, profiles);
}

function byHeader(header: string, profile: Profile, has: (role: Column["role"]) => boolean, index: number): Column | null {
  const text = plainText(header);
  const words = asHeader(header, profile.channel >= 0.5);
  const channels = words.tokens.filter((token) => token.kind === "channel");
  // Over ticks alone `Ende` and `Start` are stages, whatever else such a word may mean.
  const isPoint = index > 0 && isPointOfWork(text) && profile.timing + profile.channel + profile.tick >= 0.4;
  const times = profile.tick >= 0.9 || isPoint ? timesOfStage(words) : timingEntries(words);
  const voice = headerVoice(withoutChannels(words));
  const isOrdinal = ordinalNotice.test(text);
  const isTiming = isNamed(timingWords, text) && !isOrdinal;
  // `Lead` over `2 days` is no person; `Owner` over `Planning` is one.
  const isPerson = profile.timing < 0.5 || isNamed(ownerWords, text);
  if (isNamed(leadWords, text) && isPerson && !isTiming && !isNamed(noticeWords, text)) return { role: "lead" };
  const lookAlike = lookAlikes.find(([pattern]) => isNamed(pattern, text));
  // `Impact` down the side is the kind of change; beside one, it is said about it.
  const isKind = index === 0 && profile.channel + profile.timing < 0.5 && isNamed(kindWords, text);
  const isThing = index === 0 && profile.channel + profile.timing < 0.5 && whatChanges.test(text.trim());
  const isUpdate = index === 0 && ofVersions.test(text.trim()) && profile.channel + profile.timing + profile.tick < 0.3;
  const saysForWhat = index > 0 && forWhat.test(text.trim()) && profile.channel + profile.timing < 0.3;
  if (isThing || saysForWhat || isUpdate || (isKind && voice === null)) return { role: "changeType" };
  // `Downtime notification` is about the notice, not about the downtime.
  const isOfNotices = lookAlike?.[1] === aboutChange && isNamed(noticeWords, text) && !/^\s*what\b/iu.test(text);
  if (lookAlike !== undefined && voice === null && channels.length === 0 && !isOfNotices)
    return { role: "other", why: lookAlike[1] };
  if (/\bactions? (?:required|needed|items?)\b|\b(?:required|needed) actions?\b|\backnowledg/iu.test(text))
    return { role: "other", why: "A column of what the readers have to do, which is no notice." };
  // `Required before go-live`, `Must upgrade first`: what has to be done, whatever time it names.
  if (/^\s*(?:required|must|needs?|prerequisites?|to be done)\b/iu.test(text) && profile.channel < 0.5)
    return { role: "other", why: "A column of what has to be done beforehand, which is no notice." };
  const isPeople = /\b(?:who|whom|audiences?|recipients?|readers?)\b/iu.test(text);
  if (
    isNamed(audienceWords, text) &&
    !isTiming &&
    (isPeople || profile.channel < 0.5) &&
    !/\b(?:internal|external|customers?|clients?)\b/iu.test(text)
  )
    return { role: "audience" };
  if (voice !== null && !(index === 0 && profile.channel + profile.timing + profile.mark < 0.3))
    return notices(words, voice, true);
  // `Form` over `E-mail`, and not over the names of forms.
  const isForm = /^forms?$/iu.test(text.trim()) && profile.channel >= 0.5;
  if ((isNamed(channelWords, text) || isForm) && channels.length === 0) return { role: "channel" };
  if (channels.length > 0)
    return notices(
      words,
      channels.some((one) => one.channel.kind === "slack" || one.channel.kind.startsWith("teams")) ? "internal" : "customer",
      false,
    );
  if (profile.stage >= 0.6 && index === 0 && profile.channel < 0.4 && profile.timing < 0.9 && !has("stage"))
    return { role: "stage" };
  // `Event` over `Window opens`, `Deployment complete`, `Rollback initiated`: points of the window's life.
  if (isNamed(eventWords, text) && profile.stage >= 0.5 && !isTiming && !has("stage")) return { role: "stage" };
  if (isNamed(changeWords, text) && !isTiming && times.length === 0 && !has("changeType")) return { role: "changeType" };
  if (isNamed(conditionWords, text)) return { role: "condition" };
  if (isPoint) return notices(words, "internal", false);
  const namesStages = isNamed(stageWords, text) || (profile.stage >= 0.5 && profile.timing < 0.9 && !isTiming);
  if (namesStages && !has("stage") && profile.channel < 0.4 && times.length === 0) return { role: "stage" };
  // `When finished` over ticks is a time, and not a column of times.
  const isTimeItself = times.length > 0 && profile.mark + profile.channel > profile.timing;
  if (isTiming && !isTimeItself && !reminderWords.test(text)) return { role: "timing" };
  if (times.length > 0 || isOrdinal || reminderWords.test(text) || /announce/iu.test(text))
    return notices(words, "internal", false);
  if (isNamed(noticeWords, text))
    return profile.timing > 0.6 && profile.channel < 0.2 ? { role: "timing" } : notices(words, "internal", false);
  return null;
}

function byContent(header: string, profile: Profile, has: (role: Column["role"]) => boolean, index: number): Column {
  const name = readerName(header);
  // A column that is none of the usual ones, over channels and times: its name is that of the readers.
  if (index > 0 && name !== null && !isNamed(thingNames, name) && !has("audience") && !has("channel") && profile.channel >= 0.4)
    return notices(asHeader(header), profile.chat >= 0.5 ? "internal" : "customer", true, name);
  if (profile.channel >= 0.4) return has("audience") ? { role: "channel" } : notices(asHeader(header), "internal", false);
  if (profile.timing >= 0.5) return index === 0 ? { role: "stage" } : { role: "timing" };
  if (profile.mark >= 0.5) return notices(asHeader(header), voiceOf(header) ?? "internal", false);
  if (index === 0 && profile.audience >= 0.6) return { role: "audience" };
  if (!has("changeType") && (index === 0 || header.trim() === "") && profile.filled > 0) return { role: "changeType" };
  if (profile.audience >= 0.6 && !has("audience")) return { role: "audience" };
  return unknownColumn;
}

/** The words of a header as a name; null where they are none (`Reminder 2`, `?`). */
function readerName(header: string): string | null {
  const words = asHeader(header);
  if (words.tokens.some((token) => token.kind === "when" || token.kind === "condition")) return null;
  const name = nameOf(
    restOf(words)
      .replace(/[,\s]+/gu, " ")
      .trim(),
  );
  return /^\p{L}[\p{L} '&-]{2,60}$/u.test(name) && !isNamed(stageNames, name) ? name : null;
}

function notices(header: CellWords, voice: Voice, isNamed: boolean, unknown: string | null = null): Column {
  const named = unknown ?? readAudiences(restOf(header), voice).audiences[0]?.name ?? readersInAside(header, voice) ?? "";
  const isPlain =
    /^(?:internal|external|intern\w*|extern\w*|inside|outside|all|stakeholders?)$/iu.test(named) ||
    named === "" ||
    /^customers?$|^clients?$/iu.test(named) ||
    !isNamed;
  const places = header.tokens.flatMap((token) => (token.kind === "channel" && token.isMedium ? [token.channel.kind] : []));
  const namesPlaces = places.length === 1 && /\b(?:channels?|kanal|kanäle|kanaler|canal|canaux)\b/iu.test(header.text);
  return {
    role: "notices",
    voice,
    audience: isPlain ? defaultNames[voice] : startWithCapital(named),
    isNamed,
    header,
    placeKind: namesPlaces ? (places[0] ?? null) : null,
  };
}

/** In `Helpdesk (Teams)` the desk is people, and no place to post. */
function asHeader(header: string, isOverChannels = false): CellWords {
  const words = readCellWords(header);
  const isInside = (token: CellWords["tokens"][number]): boolean => words.asides.some((aside) => token.start >= aside.start);
  if (!isOverChannels && !words.tokens.some((token) => token.kind === "channel" && isInside(token))) return words;
  const isPeople = (token: CellWords["tokens"][number]): boolean =>
    token.kind === "channel" && token.channel.kind === "manual" && !isInside(token) && voiceOf(token.channel.name) !== null;
  return { ...words, tokens: words.tokens.filter((token) => !isPeople(token)) };
}

/** What one column is depends on the others: two channel columns beside no audience each owe notices of their own. */
function settle(columns: readonly Column[], headers: readonly string[], profiles: readonly Profile[]): Column[] {
  const count = (role: Column["role"]): number => columns.filter((column) => column.role === role).length;
  const hasNotices = count("notices") > 0;
  const first = columns.findIndex((column) => column.role === "changeType");
  const nameOf = (index: number): string => plainText(headers[index] ?? "");
  const hasNoticeTime = columns.some((column, index) => column.role === "timing" && isNamed(noticeTimes, nameOf(index)));
  // `Lead time | Reminder | Completion`: where every column of notices is a later one, the column of times announces.
  const announces =
    hasNotices &&
    count("audience") + count("channel") > 0 &&
    columns.every((column) => column.role !== "notices" || (!column.isNamed && isLater(column.header)));
  // Without headers the first column is of kinds of change or of readers, which some of its names tell.
  const areReaders =
    headers.every((header) => header === "") &&
    count("audience") === 0 &&
    count("channel") + count("notices") > 0 &&
    count("timing") + count("notices") > 0 &&
    (profiles[0]?.audience ?? 0) > 0;
  return columns.map((column, index): Column => {
    if (areReaders && index === 0 && column.role === "changeType") return { role: "audience" };
    if (announces && column.role === "timing") return notices(asHeader(headers[index] ?? ""), "internal", false);
    if (hasNoticeTime && column.role === "timing" && isNamed(workTimes, nameOf(index)) && !isNamed(noticeTimes, nameOf(index)))
      return { role: "other", why: "It says when the work takes place, not when its notice is due." };
    // Two columns of times, and only one is called so: `2 hours` in the other may be how long the work takes.
    const isUncalled = !isNamed(timingWords, nameOf(index)) && (profiles[index]?.bare ?? 0) >= 0.5;
    if (
      column.role === "timing" &&
      isUncalled &&
      columns.some((other, at) => other.role === "timing" && isNamed(timingWords, nameOf(at)))
    )
      return { role: "other", why: "It may be how long something takes: the times of notice stand in a column of their own." };
    // `Time | Event | Channel`: what happens then, and no kind of change.
    if (column.role === "changeType" && columns[0]?.role === "stage" && isNamed(eventWords, nameOf(index))) return whatAbout;
    if (column.role === "changeType" && index !== first)
      return { role: "other", why: "A second column about the change itself." };
    if (column.role === "channel" && !hasNotices && count("audience") === 0 && count("channel") > 1)
      return notices(asHeader(headers[index] ?? ""), "internal", false);
    // `Message` beside who, how and when: what it is about.
    const isWhole = count("timing") + count("stage") > 0 && count("audience") > 0 && count("channel") > 0;
    const { timing = 0, tick = 0 } = profiles[index] ?? {};
    const isOwing = timing >= 0.3 || tick >= 0.9;
    // `Customers (email)` under no name, or under `Notification`, beside columns that are times: who is told at each of them.
    const { readers = 0, timing: timed = 0 } = profiles[index] ?? {};
    const areTimesAcross =
      columns.filter((other) => other.role === "notices" && timesOfStage(other.header).length > 0).length >= 2;
    const isReaderless = column.role === "notices" && !column.isNamed && column.header.tokens.length === 0;
    if (isReaderless && index === 0 && readers >= 0.6 && timed < 0.2 && areTimesAcross && count("audience") === 0)
      return { role: "audience" };
    if (column.role === "notices" && !column.isNamed && column.header.tokens.length === 0) {
      if (isWhole && !isOwing) return whatAbout;
      const meant = messageColumn(nameOf(index), profiles[index], columns, profiles, headers);
      if (meant !== null) return meant;
    }
    // `Notify` alone: its cells say who, how and when.
    if (column.role === "audience" && !hasNotices && count("timing") + count("stage") + count("channel") === 0)
      return notices(asHeader(headers[index] ?? ""), "internal", false);
    return column;
  });
}

/** A header that names a later point by itself: a reminder, the work itself, its end. */
function isLater(header: CellWords): boolean {
  const [first] = timesOfStage(header);
  if (header.tokens.some((token) => token.kind === "channel")) return false;
  return reminderWords.test(header.text) || (first !== undefined && slotOf(first.when) !== "before");
}

/** The readers a column of notices is for, when its cells name nobody; none where its header names nobody either. */
export function defaultAudiences(column: Extract<Column, { role: "notices" }>): { name: string; voice: Voice }[] {
  return column.isNamed ? [{ name: column.audience, voice: column.voice }] : [];
}
