import { anyOf } from "../any-of.ts";
import { minute } from "../instant.ts";
import { describeOffset, zoneAbbreviation } from "../time-text.ts";
import { timeOfDayOf } from "../zoned-time.ts";
import type { Sighting } from "./check-input.ts";
import type { JudgedMoment } from "./check-moments.ts";
import { promisesNextWordAt } from "./next-word-in-text.ts";
import { possibleInstants, saidBefore, sameClock } from "./reading/moments-in-text.ts";
import { placeIn, type Reading } from "./reading/reading.ts";
import { type FoundZone, instantsOf, zonesIn } from "./reading/zones-in-text.ts";
import { clauseAround, isOfAnother } from "./told-of-others.ts";
import { type ClockReading, clocksOf, type ToldTimes } from "./told-times.ts";

const nobodysZone = /\b(?:(?:your |the )?local times?|your (?:own )?time(?: zone)?)\b/iu;
const timesAreIn = anyOf`
  // “All times here are given in”
  \b(?:all|any|the|these)?\s*times?\s+(?:here |given |shown |below )*(?:are|is)\s+(?:given |shown |stated )?(?:in\s+)?
  // “All GMT”
  \ball (?:(?:clock )?times? )?(?:here |given |shown |below )?(?:in )?(?=\p{Lu})
  // “Times: ”
  (?:^|[\n(.])\s*times?(?: (?:here|given|shown|below|are))?\s*(?::|in\b)\s*(?:in\s+)?
`;
/** Words before the zone that all times of a notice are in. */
const forAll = new RegExp(timesAreIn, "iu");

/** The zone a notice says all of its times are in; null where it says none. */
export function statedZone({ subject, body }: Reading): FoundZone | null {
  for (const { text, moments } of [...subject.sentences, ...body.sentences]) {
    const [first] = moments.length === 0 ? zonesIn(text) : [];
    if (first !== undefined && isHeading(text, first)) return first;
    const said = /\b(?:times?|all)\b/iu.test(text) ? forAll.exec(text) : null;
    if (said === null) continue;
    const after = said.index + said[0].length;
    const zone = zonesIn(text).find(({ from }) => from >= after && from < after + 4);
    if (zone !== undefined) return zone;
  }
  return null;
}

/** “Timeline (GMT)”, “Time (UTC)”, “GMT”: a line or the heading of a column, with the zone of all that follows. */
function isHeading(text: string, { from, to }: FoundZone): boolean {
  const before = text.slice(0, from);
  if (!/\p{L}/u.test(before + text.slice(to))) return true;
  return /^[^.!?;]{3,40}\($/u.test(before.trimStart()) && /^\)(?:\s*:?\s*$|\s*[:|]|\s{2,})/u.test(text.slice(to));
}

/** What is wrong with a time's zone: none is named, it is the reader's own, or it is not the one in use then. */
export function zoneTrouble(judged: JudgedMoment): Sighting | null {
  const { moment, sentence } = judged;
  if (moment.zone !== null) return moment.zone.meaning.kind === "unknown" ? null : wrongZone(judged, moment.zone);
  // “At five o'clock” tells no time by itself, unless it is one of the window's.
  if (moment.clock.isEitherHalf && !isWindowClock(moment.clock.minutes, judged.reading.told)) return null;
  const local = nobodysZone.exec(sentence.text.slice(moment.clock.to));
  return local === null ? noZone(judged) : localTime(judged, moment.clock.to + local.index, local[0]);
}

function noZone({ moment, sentence, part, reading }: JudgedMoment): Sighting {
  const place = placeIn(part, sentence.from + moment.clock.from, sentence.from + moment.clock.to);
  const zone = likelyZone(moment.clock.minutes, reading.told);
  const mend =
    zone === null ? null : ({ kind: "replace", label: `Add ${zone}`, place, replacement: `${place.quote} ${zone}` } as const);
  return {
    check: "timeWithoutZone",
    part: place.part,
    quote: place.quote,
    places: [place],
    message: "This time names no zone: readers elsewhere take it for their own. Write it as in {{ window.when }}.",
    mend,
  };
}

/** The zone in which the window's clocks show this time; else the reader's own, which the coordinator most likely meant. */
function likelyZone(minutes: number, told: ToldTimes): string | null {
  const { start, zones } = told;
  const known = likelyClock(minutes, told);
  const [first] = zones;
  return known?.zone ?? (first === undefined ? null : zoneAbbreviation(start, first));
}

function isWindowClock(minutes: number, told: ToldTimes): boolean {
  return [minutes, (minutes + 12 * 60) % (24 * 60)].some((either) => likelyClock(either, told) !== undefined);
}

function likelyClock(minutes: number, { start, end, zones }: ToldTimes): ClockReading | undefined {
  return clocksOf([start, end], zones).find(({ clock }) => clock === clockText(minutes));
}

function localTime({ moment, sentence, part, reading }: JudgedMoment, from: number, words: string): Sighting {
  const place = placeIn(part, sentence.from + from, sentence.from + from + words.length);
  const zone = likelyZone(moment.clock.minutes, reading.told);
  return {
    check: "localTime",
    part: place.part,
    quote: place.quote,
    places: [place],
    message: "Every reader has another local time. Name the zone.",
    mend: zone === null ? null : { kind: "replace", label: `Write ${zone}`, place, replacement: zone },
  };
}

function wrongZone(judged: JudgedMoment, zone: FoundZone): Sighting | null {
  const { moment, reading } = judged;
  const { told } = reading;
  const { meaning } = zone;
  const pair = otherOffset(judged, zone);
  if (pair !== null) return pair;
  const { start, end, ended, due, zones } = told;
  const accepted = [start, end, ...(ended === null ? [] : [ended]), ...due];
  const isUsedHere = (at: number): boolean => isUsedIn(zones, zone, at);
  const meant =
    moment.dates.length > 0 ? possibleInstants(moment) : sameClock(moment, [...accepted, ...told.beside, ...told.former]);
  const inUse = meant.some(({ at, isInUse }) => isInUse || isUsedHere(at));
  if (inUse && meant.some(({ at }) => [...accepted, ...told.beside, ...told.former].includes(at))) return null;
  // The same clock is right in a zone concerned: then it is the zone that is wrong.
  const shows = clockText(moment.clock.minutes);
  // A notice's own due time is meant where the next word is promised: elsewhere the same clock is chance.
  const { text } = judged.sentence;
  // A time said again in another zone is compared with the first one.
  const isSaidAgain = saidBefore(moment, judged.sentence.moments) !== null;
  const isPromised = promisesNextWordAt(text, moment.clock.from, moment.clock.to);
  const likely = isPromised ? accepted : accepted.filter((at) => at === start || at === end || at === ended);
  if (judged.part.part === "body" && isOfAnother(clauseAround(text, moment.clock.from, moment.clock.to), judged.input))
    return null;
  const same = clocksOf(isSaidAgain ? [] : likely, zones).filter(
    ({ clock, date }) => clock === shows && (moment.dates.length === 0 || moment.dates.includes(date)),
  );
  const named = same.filter(({ zone: name }) => name !== "UTC");
  // “04:00 BST” in July shows no UTC: where its zone is one of the readers', it is the hour that is wrong.
  const meantHere = named.length > 0 || inUse || isUsedHere(start) ? named : same;
  const [right] = meantHere;
  if (right !== undefined) {
    const names = [...new Set(meantHere.map(({ clock, zone: name }) => `${clock} ${name}`))].join(" or ");
    return sightingOf(judged, zone, writtenAs(zone, right), `On that date it is ${names}, not ${zone.quote}.`);
  }
  const isNeverInUse =
    meaning.kind === "abbreviation" &&
    (moment.dates.length > 0
      ? meant.length > 0 && !inUse
      : [start, end].every((at) => !instantsOf(at, meaning).some(({ isInUse }) => isInUse) && !isUsedHere(at)));
  if (!isNeverInUse) return null;
  const instead = meaning.kind === "abbreviation" ? inUseThere(meaning.uses[0]?.places[0], meant[0]?.at ?? start) : null;
  const message = `${zone.quote} is not in use on that date${instead === null ? "" : `: clocks there show ${instead}`}.`;
  return sightingOf(judged, zone, instead, message);
}

/** The zone of a clock as the wrong one is written: “T02:00+01:00” takes an offset, not a name. */
function writtenAs({ quote }: FoundZone, { at, clock, date, zone }: ClockReading): string {
  if (!/^(?:Z$|[+−-]\d)/u.test(quote)) return zone;
  const offset = Math.round((Date.parse(`${date}T${clock}Z`) - at) / minute);
  return offset === 0 ? "Z" : `${offset < 0 ? "-" : "+"}${timeOfDayOf(Math.abs(offset) * minute, "UTC")}`;
}

/** Whether a zone's name is what clocks in one of these places are called then: GMT is all year, in Accra. */
function isUsedIn(zones: ToldTimes["zones"], { meaning }: FoundZone, at: number): boolean {
  return meaning.kind === "abbreviation" && zones.some((here) => zoneAbbreviation(at, here) === meaning.name);
}

/** The instants a time may be, without those on which its zone's name is in use nowhere concerned. */
export function instantsMeant({ moment, reading }: Pick<JudgedMoment, "moment" | "reading">, among: readonly number[]): number[] {
  const { zone } = moment;
  if (zone === null) return [];
  const instants = moment.dates.length > 0 ? possibleInstants(moment) : sameClock(moment, among);
  return instants.filter(({ at, isInUse }) => isInUse || isUsedIn(reading.told.zones, zone, at)).map(({ at }) => at);
}

function inUseThere(place: string | undefined, at: number): string | null {
  return place === undefined ? null : zoneAbbreviation(at, place);
}

function clockText(minutes: number): string {
  return timeOfDayOf(minutes * minute, "UTC");
}

/** “BST (UTC+0)”: the name and the offset beside it disagree. */
function otherOffset(judged: JudgedMoment, zone: FoundZone): Sighting | null {
  const { sentence } = judged;
  if (zone.meaning.kind !== "abbreviation") return null;
  const { uses } = zone.meaning;
  const beside = zonesIn(sentence.text).find(({ from, meaning }) => {
    const isBeside = from > zone.to && /^\s*[(,]\s*$/u.test(sentence.text.slice(zone.to, from));
    return isBeside && meaning.kind === "offset";
  });
  if (beside === undefined || beside.meaning.kind !== "offset") return null;
  const { offset } = beside.meaning;
  if (uses.some((known) => known.offset === offset)) return null;
  const { start, end, ended } = judged.reading.told;
  const known = sameClock(judged.moment, [start, end, ...(ended === null ? [] : [ended])]);
  const isNameRight = known.some(({ isInUse }) => isInUse);
  const closing = sentence.text[beside.to] === ")" && sentence.text[beside.from - 1] === "(" ? 1 : 0;
  const message = `${zone.quote} is not ${beside.quote}. Say which of the two is right.`;
  const sighting = sightingOf(judged, { ...zone, to: beside.to + closing }, null, message);
  const [first, ...others] = uses;
  if (!isNameRight || first === undefined || others.length > 0) return sighting;
  const place = placeIn(judged.part, sentence.from + beside.from, sentence.from + beside.to);
  const right = describeOffset(first.offset);
  return { ...sighting, mend: { kind: "replace", label: `Write ${right}`, place, replacement: right } };
}

function sightingOf({ moment, sentence, part }: JudgedMoment, zone: FoundZone, right: string | null, message: string): Sighting {
  const other = moment.other === null ? undefined : sentence.moments[moment.other];
  const start = Math.min(moment.clock.from, other?.clock.from ?? moment.clock.from);
  const end = Math.max(moment.clock.to, other?.clock.to ?? moment.clock.to);
  // With its time, or both ends of its span, where they stand side by side.
  const isNear =
    zone.from >= end && zone.from - end <= 3 && end - start <= 24 && !/\(/u.test(sentence.text.slice(end, zone.from));
  const isItsOwn = zone.from >= moment.clock.to && zone.from - moment.clock.to <= 1;
  const from = sentence.from + (isNear ? start : isItsOwn ? moment.clock.from : zone.from);
  const place = placeIn(part, from, sentence.from + zone.to);
  // An offset in parentheses after the name goes with it: it would contradict the new one.
  const tail = /^\s*\((?:UTC|GMT)[^)]*\)/u.exec(sentence.text.slice(zone.to))?.[0].length ?? 0;
  const target = placeIn(part, sentence.from + zone.from, sentence.from + zone.to + tail);
  return {
    check: "wrongZone",
    part: place.part,
    quote: place.quote,
    places: [place],
    message,
    mend: right === null ? null : { kind: "replace", label: `Write ${right}`, place: target, replacement: right },
  };
}
