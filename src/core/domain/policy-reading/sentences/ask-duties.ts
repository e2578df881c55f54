import type { PolicyQuestion } from "../../policy.ts";
import type { NoticeCell } from "../cells/notice-cell.ts";
import { timingEntries } from "../cells/timing-entries.ts";
import { readWhom } from "../cells/whom.ts";
import { readCellWords } from "../words/cell-words.ts";
import { distinctChannels } from "../words/channel-words.ts";
import { askOfDuty } from "./ask-duty.ts";
import { dutyIn, introducesDuty, reportsProblems } from "./duties.ts";
import { cellOf } from "./point-cell.ts";
import { isFact, type Point } from "./process-points.ts";
import type { Section, SectionContext } from "./section.ts";
import { sentencesOf } from "./sentences.ts";

/** A duty with the words that are read for it, its own and those of the points under it. */
type Duty = { readonly sentence: string; readonly cell: NoticeCell; readonly isProse: boolean };

/** In words. What is longer is a sentence of its own, under another or over it. */
const shortPoint = 12;

/**
 * The questions about duties which `points`, read as nothing else, state: a point together with those under it (`Mail to
 * all staff` over `Sent two weeks before`), and a sentence that says when together with the one that says through what.
 */
export function askOfDuties(points: readonly Point[], section: Section, context: SectionContext): PolicyQuestion[] {
  const taken = new Set<Point>();
  const duties = points.flatMap((point, index): Duty[] => {
    if (taken.has(point)) return [];
    const isWay = isListedWay(point);
    const under = isWay ? listedWith(points, point) : point.isProse ? [] : shortPointsUnder(points, index);
    if (reportsProblems(point)) {
      for (const one of under) taken.add(one);
      return [];
    }
    const isIntroduction = point.isProse && point.text.trim().endsWith(":");
    if (isIntroduction && !isListUnread(point, points, section)) return [];
    const stated = isWay ? point.label : ([point, ...under].map(dutyIn).find((duty) => duty !== null) ?? null);
    const sentence = stated ?? introducesDuty(point);
    if (sentence === null) return [];
    for (const one of under) taken.add(one);
    const cell = cellOf(point, section, null, context, null);
    const words = under.length === 0 ? cell.words : readCellWords([point, ...under].map((one) => one.words.text).join(", "));
    return [
      {
        sentence,
        cell: { ...cell, words, otherCells: [...cell.otherCells, ...under.map(({ at }) => at)] },
        isProse: point.isProse,
      },
    ];
  });
  return completed(duties).map(({ sentence, cell }) => askOfDuty(cell, sentence));
}

/** Whether nothing in the list under an introduction is a notice by itself. */
function isListUnread(intro: Point, unread: readonly Point[], { points }: Section): boolean {
  const list = points.filter(({ isProse, label }) => !isProse && intro.text.endsWith(label));
  // Its list stands under headings of its own.
  if (list.length === 0 && /\b(?:following|below|as follows)\b/iu.test(intro.text)) return dutyIn(intro) !== null;
  return list.every((point) => isFact(point) || (unread.includes(point) && dutyIn(point) === null));
}

const notices = "(?:notices?|notifications?|messages?|announcements?|bulletins?|communications?)";
const ways = "(?:via|through|by|on|to|at|following|lists?|channels|ways)";
const waysLabel = new RegExp(String.raw`\b${notices}\b[^.]{0,60}\b${ways}\b[^.]{0,30}:$`, "iu");

/** Whether it stands under `Notifications are published via:`, so that it names a way of telling or readers. */
function isListedWay(point: Point): boolean {
  return !point.isProse && !isFact(point) && waysLabel.test(sentencesOf(point.label).at(-1) ?? "");
}

function listedWith(points: readonly Point[], first: Point): readonly Point[] {
  return points.filter((point) => point !== first && !point.isProse && point.label === first.label);
}

function shortPointsUnder(points: readonly Point[], index: number): readonly Point[] {
  const point = points[index];
  if (point === undefined || point.text.split(" ").length > shortPoint) return [];
  const rest = points.slice(index + 1);
  const end = rest.findIndex(
    ({ indent, isProse, at, text }, place) =>
      isProse || indent <= point.indent || at.row !== point.at.row + place + 1 || text.split(" ").length > shortPoint,
  );
  return end === -1 ? rest : rest.slice(0, end);
}

/** Whether what it says of all notices was taken from the other already. */
function cites({ cell }: Duty, other: Duty): boolean {
  return cell.otherCells.some(({ row, words }) => row === other.cell.at.row && words === other.cell.at.words);
}

/** `It is also posted on the status page`: one way more. */
const addsWay = /(?<!\p{L})(?:also|additionally|as well|auch|außerdem|zusätzlich|også|desuden|aussi|également)(?!\p{L})/iu;
/** Work that what is said of other work does not hold for. */
const ofItsOwn =
  /\b(?:emergency|urgent|unplanned|dringend\p{L}*|ungeplant\p{L}*)\b|außerordentlich|notfall|akut|urgence|urgente?s?/iu;

/** `We give at least 7 days' notice. Notices are sent by email to account owners.`: the second says how the first is told. */
function completed(duties: readonly Duty[]): readonly Duty[] {
  const hasTime = ({ cell }: Duty): boolean => timingEntries(cell.words).length > 0;
  const hasWay = ({ cell }: Duty): boolean => cell.words.tokens.some((token) => token.kind === "channel");
  const joined: Duty[] = [];
  for (const duty of duties) {
    const at = joined.findIndex(
      (one) =>
        one.isProse &&
        hasTime(one) &&
        !hasWay(one) &&
        (one.cell.channels.length === 0 || cites(one, duty) || addsWay.test(duty.sentence)) &&
        one.cell.changeType === duty.cell.changeType,
    );
    const timed = joined[at];
    if (timed === undefined || !duty.isProse || hasTime(duty) || !hasWay(duty) || ofItsOwn.test(duty.sentence)) {
      joined.push(duty);
      continue;
    }
    const own = distinctChannels(duty.cell.words.tokens.filter((token) => token.kind === "channel"));
    const isCited = cites(timed, duty);
    const channels = isCited ? own : [...timed.cell.channels, ...own];
    const readers = readWhom(timed.cell.words, timed.cell.voice, false).audiences;
    const audiences = readers.length > 0 ? timed.cell.audiences : readWhom(duty.cell.words, duty.cell.voice, false).audiences;
    const otherCells = isCited ? timed.cell.otherCells : [...timed.cell.otherCells, duty.cell.at];
    joined[at] = { ...timed, cell: { ...timed.cell, channels, audiences, otherCells } };
  }
  return joined;
}
