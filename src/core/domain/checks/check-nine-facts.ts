import type { Finding } from "../message.ts";
import { type NineFact, nineFacts, nineFactsIn } from "../nine-facts.ts";
import { momentOf } from "../stage-moment.ts";
import type { CheckInput } from "./check-input.ts";
import { type CheckName, checkTable } from "./check-table.ts";

const words: Readonly<Record<NineFact, string>> = {
  what: "what changes",
  date: "the date",
  span: "start and end",
  zone: "the zone",
  notice: "what they will notice",
  todo: "what to do, or that it is nothing",
  ask: "whom to ask",
  next: "when they hear next",
  why: "why",
};

/** Checks that have told of a missing fact already, in words of their own. */
const toldBy: Partial<Record<NineFact, readonly CheckName[]>> = {
  what: ["missingFact"],
  notice: ["missingFact"],
  why: ["missingFact"],
  date: ["noTime", "timeWithoutZone", "digitsOnlyDate", "dateDisagrees", "wrongWeekday"],
  span: ["noTime", "timeDisagrees", "oldTime", "timeWithoutZone"],
  zone: ["noTime", "timeWithoutZone", "wrongZone", "localTime"],
  todo: ["toDoUnsaid"],
  ask: ["noContact"],
  next: ["nextWordUnplanned"],
};

/**
 * Which of the nine facts a draft leaves unsaid to somebody, with a mend that says them all. A hint, told beside the findings:
 * somebody who writes a short word into a chat may mean it so. Nothing while the draft cannot be rendered as meant.
 */
export function unsaidFacts(input: CheckInput, findings: readonly Finding[]): readonly Finding[] {
  if (input.problems.length > 0) return [];
  const told = new Set(findings.map(({ check }) => check));
  const seen = new Set<string>();
  const unsaid = new Set<NineFact>();
  for (const rendering of input.renderings) {
    const key = `${rendering.recipient.zone} ${rendering.text}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const said = nineFactsIn(rendering, input);
    for (const fact of nineFacts) if (!said.has(fact)) unsaid.add(fact);
  }
  const missing = nineFacts.filter((fact) => unsaid.has(fact) && !(toldBy[fact] ?? []).some((check) => told.has(check)));
  if (missing.length === 0) return [];
  const check = "factsUnsaid" satisfies CheckName;
  const lines = [...new Set(missing.map((fact) => lineFor(fact, input)))].join("\n\n");
  return [
    {
      check,
      gravity: checkTable[check],
      isOverridable: false,
      part: "body",
      quote: "",
      message: `Readers are not told ${listed(missing.map((fact) => words[fact]))}. They need all nine facts to act on a notice.`,
      places: [],
      mend: { kind: "append", label: missing.length === 1 ? "Say it" : "Say them", replacement: lines },
    },
  ];
}

function lineFor(fact: NineFact, { notice }: CheckInput): string {
  const isOver = momentOf(notice.stage) === "over";
  const lines: Readonly<Record<NineFact, string>> = {
    what: "**What changes:** {{ window.title }}",
    date: "**Window:** {{ window.when }}",
    span: "**Window:** {{ window.when }}",
    zone: "**Window:** {{ window.when }}",
    notice: isOver ? "**You will notice:** All works as usual." : "**You will notice:** {{ window.effect }} {{ window.goesOn }}",
    todo: "**What to do:** {{ window.todo }}",
    ask: "**Questions:** {{ contact.point }}",
    next: `**Next word:** ${isOver ? "none. This is our last message about it." : "{{ next.word }}"}`,
    why: "**Why:** {{ window.reason }}",
  };
  return lines[fact];
}

function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  // “What to do, or that it is nothing” has a comma of its own.
  const joint = items.some((item) => item.includes(",")) ? ";" : ",";
  return items.length < 2 ? last : `${items.slice(0, -1).join(`${joint} `)}${joint === ";" ? ";" : ""} and ${last}`;
}
