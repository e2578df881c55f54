import { anyOf } from "../any-of.ts";
import type { SourceCell } from "../policy.ts";
import type { SourceDocument } from "../source-document.ts";
import { cellChannels } from "./cells/cell-channels.ts";
import type { Told } from "./cells/notice-cell.ts";
import type { StandIns } from "./cells/stand-ins.ts";
import { readWhom } from "./cells/whom.ts";
import { withReaders } from "./sentences/process-points.ts";
import { plainSentence, sentencesOf } from "./sentences/sentences.ts";
import { nameOf, voiceOf } from "./words/audience-words.ts";
import { readCellWords } from "./words/cell-words.ts";
import { plainText } from "./words/plain-text.ts";
import { kindsOfWork } from "./words/work-words.ts";

/** Who is told and through what, said once for all notices, and where it is said. */
export type SharedTold = Told & { readonly cells: readonly SourceCell[] };

/** `Notifications are sent through:` */
const viaLabel = new RegExp(
  anyOf`
    (?:notif|notice|communicat|announce|inform|messag)[^.]{0,60}\b(?:via|through|by|using|channels?)\b
    // “Mitteilungen erfolgen über:”, and not “Mitteilungen über Wartungen:”
    (?:benachrichtig|mitteilung)\p{L}*[^.]{0,60}(?:\bper\b| über(?: folgende \p{L}+)?:)
  `,
  "iu",
);
const planned = "(?:of (?:the|these|our) )?(?:(?:planned|scheduled) )?";
const notices = "(?:notices?|notifications?|messages?|announcements?|communications?|mails?)";
const goOut = "(?:goes? out|go|goes|(?:is|are|will be|must be) (?:sent|addressed|posted|published))";
/** `All notices go to account holders.` */
const ofAll = new RegExp(String.raw`^(?:all|every|each|any) ${planned}${notices} ${goOut}\b`, "iu");
/** `Of every planned downtime we tell the coordinators`: through what stands elsewhere. */
const ofEveryChange = new RegExp(String.raw`^(?:of|about|for) (?:every|each|any|all) (?:\p{L}+ ){0,2}${kindsOfWork},? `, "iu");

/**
 * Readers and channels given for all notices, by a list (`Notifications are sent by:`) or a sentence (`All notices go to
 * account holders.`), for tables that give the times alone. `firstTable` is the number its first section is shown as.
 */
export function sharedChannels(document: SourceDocument, firstTable: number, standIns: StandIns): SharedTold | null {
  const sections = document.sections.filter((section) => section.points.length > 0);
  const told = sections.flatMap((section, index) =>
    section.points.flatMap((point, row): SharedTold[] => {
      const isOverTable = document.tables.some(({ heading }) => heading === section.heading);
      const label = plainText(point.intro === "" ? section.heading : point.intro);
      const said =
        point.isProse === true
          ? sentencesOf(point.text).filter((sentence) => ofAll.test(sentence) || tellsOfAll(sentence, isOverTable))
          : viaLabel.test(label)
            ? [point.text]
            : [];
      return said.map((text) =>
        toldIn(text, { table: firstTable + index, row, column: 0, words: text }, point.isProse === true, standIns),
      );
    }),
  );
  const channels = told.flatMap((one) => one.channels);
  // `Email to administrators` and `Chat for partners`: neither reads what the other gets, so who does is asked.
  const names = new Set(told.flatMap((one) => one.audiences.map(({ name }) => name)));
  const areApart = names.size > 1 && told.filter((one) => one.audiences.length > 0).length > 1;
  const audiences = areApart && channels.length > 1 ? [] : told.flatMap((one) => one.audiences);
  if (channels.length === 0 && audiences.length === 0) return null;
  return {
    channels,
    audiences,
    cells: told.filter((one) => one.channels.length + one.audiences.length > 0).flatMap((one) => one.cells),
  };
}

/** Whether it is said under this heading. Its sections are those `sharedChannels` was given. */
export function isToldUnder(heading: string, shared: SharedTold | null, document: SourceDocument, firstTable: number): boolean {
  const sections = document.sections.filter((section) => section.points.length > 0);
  return shared?.cells.some(({ table }) => sections[table - firstTable]?.heading === heading) === true;
}

const ofNotices = /\b(?:notices?|notifications?|announcements?|advance|beforehand|before)\b/iu;

/** `The first notice goes to all customers by email`, over a table of how long before: it says who and how, and not when. */
function tellsOfAll(sentence: string, isOverTable: boolean): boolean {
  // `Emails go to the primary contact`: of one way of telling.
  if (/^(?:e-?mails?|letters?|texts?|sms|posts?|calls?)\b/iu.test(sentence.trim())) return false;
  const telling =
    isOverTable || ofNotices.test(sentence) || /^(?:of|about|for) (?:every|each|any|all) /iu.test(sentence)
      ? plainSentence(sentence)
      : null;
  // `We ring the clinics before an outage` is, too.
  if (telling?.readers === undefined || / by (?:phone|text message)$/iu.test(telling.text)) return false;
  const { tokens } = readCellWords(telling.text);
  const isOfEvery = ofEveryChange.test(sentence);
  const isOfTable = isOverTable && /\b(?:as follows|(?:the )?following|(?:table|as) below)\b/iu.test(sentence);
  return (
    (isOfTable || isOfEvery || tokens.some((token) => token.kind === "channel")) &&
    tokens.every((token) => token.kind === "channel" || (token.kind === "when" && token.when.kind === "sometimeBefore"))
  );
}

function toldIn(text: string, cell: SourceCell, isSentence: boolean, standIns: StandIns): SharedTold {
  if (isSentence && !ofAll.test(text)) return toldBySentence(text, cell, standIns);
  const words = readCellWords(isSentence ? text.replace(ofAll, "") : text);
  const channels = cellChannels(words, cell, standIns);
  const { audiences } = channels.length === 0 && !isSentence ? { audiences: [] } : readWhom(words, "customer", false);
  return { channels, audiences, cells: [cell] };
}

/** Readers are those whom the grammar of the sentence names, whatever they are called. */
function toldBySentence(sentence: string, cell: SourceCell, standIns: StandIns): SharedTold {
  const { text, readers = "" } = plainSentence(sentence);
  const words = withReaders(readCellWords(text.replace(/\b(?:before|prior to|ahead of|in advance of) .*$/iu, "")), readers);
  const names = readers.split(", ").map(nameOf);
  return {
    channels: cellChannels(words, cell, standIns),
    audiences: names.filter((name) => name !== "").map((name) => ({ name, voice: voiceOf(name) ?? "customer" })),
    cells: [cell],
  };
}
