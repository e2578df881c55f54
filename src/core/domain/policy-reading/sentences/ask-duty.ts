import type { PolicyChoice, PolicyQuestion, ProposedChannel } from "../../policy.ts";
import { rulesOf } from "../cells/cell-rules.ts";
import { decideTimings } from "../cells/decide-timings.ts";
import { type Option, optionOf } from "../cells/doubt.ts";
import type { NoticeCell } from "../cells/notice-cell.ts";
import type { Side } from "../cells/staged-notice.ts";
import { timingEntries } from "../cells/timing-entries.ts";
import { readWhom } from "../cells/whom.ts";
import { type NamedAudience, nameOf, peopleIn, voiceOf } from "../words/audience-words.ts";
import { distinctChannels } from "../words/channel-words.ts";
import { listed, startWithCapital } from "../words/plain-text.ts";
import { isThing } from "../words/things.ts";

const customers: NamedAudience = { name: "Customers", voice: "customer" };
const teams: NamedAudience = { name: "Internal teams", voice: "internal" };
const email: ProposedChannel = { name: "Email", kind: "mail" };
const statusPage: ProposedChannel = { name: "Status page", kind: "manual" };

/** How many times the words may mean are offered; a question with more answers is not read. */
const offered = 3;

/**
 * One question for a sentence that states a duty to tell and leaves open to whom, through what or when: its answers are
 * whole notices, with what the sentence does say.
 */
export function askOfDuty(cell: NoticeCell, duty: string): PolicyQuestion {
  const named = readersIn(cell, duty);
  const readers = named.length > 0 ? [named] : cell.audiences.length > 0 ? [cell.audiences] : likelyReaders(duty);
  const own = distinctChannels(cell.words.tokens.filter((token) => token.kind === "channel"));
  const told = own.length > 0 ? own : cell.channels;
  const ways = told.length > 0 ? [told] : [[email], [email, statusPage]];
  const times = timesOf(cell, readers[0]?.[0]?.voice === "customer" ? "outside" : "inside");
  const answers = [
    ...times.slice(0, offered).map((time) => ({ time, who: readers[0] ?? [customers], how: ways[0] ?? [email] })),
    ...ways.slice(1).map((how) => ({ time: times[0], who: readers[0] ?? [customers], how })),
    ...readers.slice(1).map((who) => ({ time: times[0], who, how: ways[0] ?? [email] })),
  ];
  const choices = answers.flatMap(({ time, who, how }): PolicyChoice[] =>
    time === undefined
      ? []
      : [
          {
            label: `${listed(who.map(({ name }) => name))}, by ${listed(how.map(({ name }) => name))}: ${time.label}`,
            rules: rulesOf(cell, { audiences: who, channels: how }, time.notices),
            change: { kind: "none" },
          },
        ],
  );
  const open = [
    ...(named.length === 0 && cell.audiences.length === 0 ? ["who is told"] : []),
    ...(told.length === 0 ? ["through which channel"] : []),
    ...(timingEntries(cell.words).length === 0 && cell.base.length === 0 ? ["when"] : []),
  ];
  const { table, row, column } = cell.at;
  return {
    id: `${table}-${row}-${column}-duty`,
    cell: cell.at,
    otherCells: cell.otherCells,
    changeType: cell.changeType,
    why:
      open.length === 0
        ? "It says that somebody is told, in words that are not wholly understood."
        : `It says that somebody is told, and not plainly ${listed(open, "or")}.`,
    question: "Which notice does this ask for?",
    choices: [...choices, { label: "No notice", rules: [], change: { kind: "none" } }],
  };
}

/** In words. What is longer is no name to choose. */
const longestName = 4;

function readersIn(cell: NoticeCell, duty: string): readonly NamedAudience[] {
  const { audiences } = readWhom(cell.words, cell.voice, false);
  const isName = audiences.length > 0 && audiences.every(({ name }) => name.split(" ").length <= longestName && !isThing(name));
  if (isName) return audiences;
  const { readers = "" } = cell;
  const told =
    readers === "" ? [] : [{ name: startWithCapital(nameOf(readers)), voice: voiceOf(readers) ?? "customer" } as const];
  return told.length > 0 ? told : peopleIn(duty).slice(0, 1);
}

/** `We will tell you`: those outside. Where nothing says who it is, either side may be meant. */
function likelyReaders(duty: string): readonly (readonly NamedAudience[])[] {
  return /\b(?:staff|employees|team|colleagues|mitarbeit\p{L}*|medarbejder\p{L}*|collaborateurs)\b/iu.test(duty)
    ? [[teams], [customers]]
    : [[customers], [teams]];
}

/** What the words say of when, one answer for each way to take it. */
function timesOf(cell: NoticeCell, side: Side): readonly Option[] {
  const { certain, doubts } = decideTimings(timingEntries(cell.words), cell.base, {
    side,
    isReminder: cell.isReminder,
    usual: cell.usual,
    said: "",
  });
  const [doubt] = doubts;
  if (doubt === undefined) return [optionOf(certain)];
  return doubt.options.map((option) => optionOf([...certain, ...option.notices]));
}
