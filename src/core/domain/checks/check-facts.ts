import { assertNever } from "../assert-never.ts";
import { contactBetween } from "../contact-hours.ts";
import { type FactName, factNames } from "../fact-names.ts";
import type { Place } from "../message.ts";
import { missingFacts } from "../missing-facts.ts";
import type { Draft } from "../notice.ts";
import { momentOf } from "../stage-moment.ts";
import type { WindowFacts } from "../window.ts";
import type { CheckInput, NoticeCheck, ReadingCheck, Sighting } from "./check-input.ts";
import { isInChat, type PartReading, placeIn } from "./reading/reading.ts";

/** Drafts that cannot be rendered as meant: broken Liquid, variables that are unknown or have no value. */
export const checkVariables: NoticeCheck = ({ problems, draft }) =>
  problems.map((problem): Sighting => {
    const { part } = problem;
    switch (problem.kind) {
      case "syntax":
        return brokenLine(part, problem.line, problem.message, draft);
      case "unknownVariable":
        return {
          check: "unknownVariable",
          part,
          quote: `{{ ${problem.name} }}`,
          ...mendedName(problem.part, problem.name, draft),
          message: `There is no fact of this name${suggestion(problem.name)} Choose one from the list, or write the words.`,
        };
      case "emptyVariable":
        return {
          check: "emptyVariable",
          part,
          quote: `{{ ${problem.name} }}`,
          ...takenOut(problem.part, problem.name, draft),
          message: `This fact is not known here: ${meaning(problem.name)}. State it on the window, or take this out.`,
        };
      default:
        return assertNever(problem);
    }
  });

/** Facts the window does not state and this draft does not show; one it would show is a variable without a value. */
export const checkMissingFacts: NoticeCheck = ({ window, problems }) =>
  missingFacts(window)
    .filter(({ field }) => !problems.some((problem) => problem.kind === "emptyVariable" && problem.name === shownAs[field]))
    .map(({ field, message }) => ({ check: "missingFact", part: "plan", quote: field, message }));

/** Readers quote our reference, and a lost message is looked up by it. */
export const checkReference: NoticeCheck = ({ renderings, window }) =>
  renderings.every(({ subject, text }) => `${subject}\n${text}`.includes(window.reference))
    ? []
    : [
        {
          check: "noReference",
          part: "body",
          quote: window.reference,
          message: `Our reference ${window.reference} is not in the text. Readers quote it, and a message in doubt is found again by it.`,
          mend: { kind: "append", label: "Add our reference", replacement: "Our reference: {{ window.reference }}" },
        },
      ];

const addresses = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?\d[\d ()-]{7,}\d/gu;
const reachable = /(?<![\w.+-])(?!no-?reply|do-?not-?reply)[\w.+-]+@[\w-]+\.\w|\+?\d[\d ()-]{7,}\d/iu;

/** A reader who has a question must know whom to ask. */
export const checkContact: ReadingCheck = (reading, input) => {
  const { body } = reading;
  const { workspace } = input;
  const isNamed =
    workspace.contactPoint === "" ||
    // Nothing is filled in where the draft cannot be rendered.
    input.problems.some(({ kind }) => kind === "syntax") ||
    namesInsider(body, input) ||
    (isInChat(reading) && isSignedInside(body, input)) ||
    body.words.includes(workspace.contactPoint) ||
    (workspace.publicAddresses ?? []).some((address) => address.includes("@") && body.words.includes(address)) ||
    reachable.test(body.words);
  if (isNamed) return [];
  const mend = { kind: "append", label: "Add whom to ask", replacement: "**Questions:** {{ contact.point }}" } as const;
  return [
    { check: "noContact", part: "body", quote: "", message: "The text names nobody to ask. Add {{ contact.point }}.", mend },
  ];
};

/** Inside, a group or whoever is asked to be asked is found by name. */
function namesInsider({ words, sentences }: PartReading, { voice, directory, window }: CheckInput): boolean {
  if (voice === "customer") return false;
  const says = (name: string): boolean => name.trim().length > 2 && words.toLowerCase().includes(name.trim().toLowerCase());
  if (directory.contacts.some(({ kind, name, active }) => kind === "group" && active && says(name))) return true;
  const people = directory.contacts.filter(({ kind, active }) => kind === "person" && active).map(({ name }) => name);
  const named = [...people, window.communicationOwner, window.lead, ...directory.channels.map(({ name }) => name)].filter(says);
  return sentences.some(
    ({ text }) => asks.test(text) && named.some((name) => text.toLowerCase().includes(name.trim().toLowerCase())),
  );
}

/** In a chat inside, whoever signs a message, at the end of a line, is asked by an answer to it. */
function isSignedInside({ words }: PartReading, { voice, directory, window }: CheckInput): boolean {
  if (voice === "customer") return false;
  const people = directory.contacts.filter(({ kind, active }) => kind === "person" && active).map(({ name }) => name);
  const names = [...people, window.communicationOwner, window.lead].map((name) => name.trim()).filter((name) => name !== "");
  // “Dana Reed / FW-2026-118”: a name with references, and without a word of a sentence.
  const ends = words.split("\n").map(
    (line) =>
      line
        .replace(/[\s.!]+$/u, "")
        .split(/[.!?–—-]\s+/u)
        .at(-1) ?? "",
  );
  return ends.some((end) =>
    names.some((name) => {
      const first = name.split(/\s/u, 1)[0] ?? name;
      const signed = [name, first].find((one) => end.trim().startsWith(one));
      return signed !== undefined && !/\p{L}*\p{Ll}/u.test(end.trim().slice(signed.length));
    }),
  );
}

const asks = /\b(?:ask|asks|questions?|queries|contact|call|ping|page|reach|write|message|shout|talk|speak|dm|here for)\b/iu;

/** Whoever is named must answer while the work runs, or the text says since when. */
export const checkContactHours: ReadingCheck = ({ body, told, rendering }, { workspace, notice, now }) => {
  const { contactPoint } = workspace;
  if (contactPoint === "") return [];
  const isOver = momentOf(notice.stage) === "over";
  const at = Math.max(now, rendering.recipient.dueAt);
  const then = contactBetween(workspace, isOver ? at : Math.max(at, told.start), isOver ? at : Math.max(at, told.end));
  if (then.kind === "unsaid" || then.kind === "open") return [];
  const named = [contactPoint, ...(contactPoint.match(addresses) ?? [])].find((one) => body.words.includes(one));
  if (named === undefined) return [];
  const from = body.words.indexOf(named);
  const rest = body.words.replaceAll(named, " ");
  if (/\bclosed\b|\bopens?\b|\bopen (?:from|again)\b/iu.test(rest) || reachable.test(rest)) return [];
  if (then.kind === "otherwise" && rest.includes(then.whom)) return [];
  const place = placeIn(body, from, from + named.length);
  const when = isOver ? "when this is sent" : "while the work runs";
  return [
    {
      check: "contactClosed",
      part: "body",
      quote: place.quote,
      places: [place],
      message: `Nobody answers there ${when}. Name another contact for that time, or say when it opens.`,
      // Where more than the contact's name stands around it, the fact would say it twice.
      mend:
        named === contactPoint
          ? {
              kind: "replace",
              label: "Say when it is open",
              place,
              replacement: "{{ contact.point }}{% if contact.open %}, {{ contact.open }}{% endif %}",
            }
          : null,
    },
  ];
};

/** What readers must do is told wherever it can still be done. */
export const checkToDo: ReadingCheck = ({ body }, { window, notice }) => {
  const wanted = wordsOf(window.toDo);
  if (wanted.length === 0 || momentOf(notice.stage) !== "ahead") return [];
  const said = new Set(wordsOf(body.words));
  if (wanted.filter((word) => said.has(word)).length * 2 >= wanted.length) return [];
  return [
    {
      check: "toDoUnsaid",
      part: "body",
      quote: "",
      message: `The window asks readers to do something (“${window.toDo.split("\n")[0]}”), and this text does not say so.`,
      mend: { kind: "append", label: "Add what to do", replacement: "**What to do:** {{ window.todo }}" },
    },
  ];
};

function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])];
}

/** Before the start, and when it moved, a notice says when; cancelled, on which day it would have been; extended, until when. */
export const checkTime: ReadingCheck = ({ subject, body }, { notice, problems }) => {
  const isAhead = momentOf(notice.stage) === "ahead";
  const needsDate = isAhead || notice.stage === "cancelled";
  const needsClock = isAhead || notice.stage === "extended";
  if ((!needsDate && !needsClock) || problems.length > 0) return [];
  const sentences = [...subject.sentences, ...body.sentences];
  const hasClock = sentences.some(({ moments }) => moments.length > 0);
  const hasDate = sentences.some(({ dates, text }) => dates.length > 0 || /\d{1,2}[./]\d{1,2}/u.test(text));
  if ((hasClock || !needsClock) && (hasDate || !needsDate)) return [];
  const message = isAhead
    ? `The text does not say ${hasClock ? "on which day" : "when"} it is. Use {{ window.when }}.`
    : notice.stage === "cancelled"
      ? "The text does not say on which day it would have been. Use {{ window.when }}."
      : "The text does not say until when it takes now. Use {{ window.when }}.";
  return [
    {
      check: "noTime",
      part: "body",
      quote: "",
      message,
      mend: { kind: "prepend", label: "Add when it is", replacement: "**When:** {{ window.when }}" },
    },
  ];
};

const shownAs: Partial<Record<keyof WindowFacts, string>> = {
  title: "window.title",
  reason: "window.reason",
  effect: "window.effect",
  rollbackPlan: "window.rollback",
  serviceIds: "service.names",
};

function meaning(name: string): string {
  if (!(name in factNames)) return name;
  const words = factNames[name as FactName];
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function suggestion(name: string): string {
  const similar = similarName(name);
  return similar === undefined ? "." : `; is it ${similar}?`;
}

function similarName(name: string): string | undefined {
  const last = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return Object.keys(factNames).find((known) => isNear(known.slice(known.lastIndexOf(".") + 1).toLowerCase(), last));
}

/** A line as it is typed: nothing of such a draft is rendered. */
function brokenLine(part: "subject" | "body", line: number, why: string, draft: Draft): Sighting {
  const lines = draft[part].split("\n");
  const typed = lines[line - 1] ?? "";
  const quote = typed.trim();
  const from = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0) + typed.indexOf(quote);
  const place: Place = { part, of: "source", quote, from, to: from + quote.length, nth: 0 };
  const message = `Line ${line} cannot be read: ${why.replace(/\.$/u, "")}.`;
  return { check: "brokenTemplate", part, quote, places: quote === "" ? [] : [place], message };
}

/** Where a variable stands in the draft. */
function placeOfVariable(part: "subject" | "body", name: string, draft: Draft): Place | null {
  const match = [...draft[part].matchAll(/\{\{-?\s*([\w.-]+)[^}]*\}\}/gu)].find(([, named]) => named === name);
  if (match === undefined) return null;
  return { part, of: "source", quote: match[0], from: match.index, to: match.index + match[0].length, nth: 0 };
}

function mendedName(part: "subject" | "body", name: string, draft: Draft): Pick<Sighting, "places" | "mend"> {
  const place = placeOfVariable(part, name, draft);
  const similar = similarName(name);
  if (place === null) return {};
  const mend =
    similar === undefined
      ? null
      : ({ kind: "replace", label: `Write ${similar}`, place, replacement: `{{ ${similar} }}` } as const);
  return { places: [place], mend };
}

function takenOut(part: "subject" | "body", name: string, draft: Draft): Pick<Sighting, "places" | "mend"> {
  const place = placeOfVariable(part, name, draft);
  if (place === null) return {};
  return { places: [place], mend: { kind: "replace", label: "Take it out", place, replacement: "" } };
}

/** Whether two words differ by at most one letter too many, too few, wrong, or two swapped. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
