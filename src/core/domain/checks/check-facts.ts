import { assertNever } from "../assert-never.ts";
import { type FactName, factNames } from "../fact-names.ts";
import { missingFacts } from "../missing-facts.ts";
import type { WindowFacts } from "../window.ts";
import type { NoticeCheck, Sighting, TextCheck } from "./check-input.ts";

/** Drafts that cannot be rendered as meant: broken Liquid, variables that are unknown or have no value. */
export const checkVariables: NoticeCheck = ({ problems }) =>
  problems.map((problem): Sighting => {
    const { part } = problem;
    switch (problem.kind) {
      case "syntax":
        return {
          check: "brokenTemplate",
          part,
          quote: problem.message,
          message: `Line ${problem.line} cannot be read: ${problem.message}.`,
        };
      case "unknownVariable":
        return {
          check: "unknownVariable",
          part,
          quote: `{{ ${problem.name} }}`,
          message: `There is no fact of this name${suggestion(problem.name)}. Choose one from the list, or write the words.`,
        };
      case "emptyVariable":
        return {
          check: "emptyVariable",
          part,
          quote: `{{ ${problem.name} }}`,
          message: `${meaning(problem.name)} is not known here. State it on the window, or take this out.`,
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
        },
      ];

/** A reader who has a question must know whom to ask. */
export const checkContact: TextCheck = (words, part, _, { workspace }) =>
  part === "subject" ||
  workspace.contactPoint === "" ||
  words.includes(workspace.contactPoint) ||
  /\S@\S+\.\w|\+?\d[\d ()-]{7,}\d/u.test(words)
    ? []
    : [{ check: "noContact", part, quote: "", message: "The text names nobody to ask. Add {{ contact.point }}." }];

const shownAs: Partial<Record<keyof WindowFacts, string>> = {
  title: "window.title",
  reason: "window.reason",
  effect: "window.effect",
  rollbackPlan: "window.rollback",
  serviceIds: "service.names",
};

function meaning(name: string): string {
  return name in factNames ? factNames[name as FactName] : name;
}

function suggestion(name: string): string {
  const last = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const similar = Object.keys(factNames).find((known) => isNear(known.slice(known.lastIndexOf(".") + 1).toLowerCase(), last));
  return similar === undefined ? "" : `; is it ${similar}`;
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
