import type { FactName } from "./fact-names.ts";
import type { Stage } from "./matrix.ts";
import type { WindowFacts } from "./window.ts";

/** Where the words of a fact come from: what has to be changed for them to be others. */
export type FactSource =
  /** A fact that the coordinator states on the window; some have words of their own while it is empty. */
  | { readonly kind: "field"; readonly field: keyof WindowFacts | "shortNotice" }
  /** Said of the window as it moved or ended. */
  | { readonly kind: "history" }
  | { readonly kind: "directory"; readonly of: "service" | "customer" | "audience" | "contact" | "changeType" }
  | { readonly kind: "settings" }
  /** Forewarn's own words, the same for each reader of a notice: somebody may write others in their place. */
  | { readonly kind: "words" }
  /** Times, lengths and names put together for each reader: written out they would be right for one of them, and for now. */
  | { readonly kind: "counted" };

type Of<Kind> = Extract<FactSource, { readonly kind: Kind }>;
const field = (of: Of<"field">["field"]): FactSource => ({ kind: "field", field: of });
const directory = (of: Of<"directory">["of"]): FactSource => ({ kind: "directory", of });
const history: FactSource = { kind: "history" };
const settings: FactSource = { kind: "settings" };
const words: FactSource = { kind: "words" };
const counted: FactSource = { kind: "counted" };

const sources: Readonly<Record<FactName, FactSource>> = {
  "window.title": field("title"),
  "window.reference": counted,
  "window.changeType": directory("changeType"),
  "window.when": counted,
  "window.whenLocal": counted,
  "window.start": counted,
  "window.startBrief": counted,
  "window.end": counted,
  "window.endBrief": counted,
  "window.day": counted,
  "window.length": counted,
  "window.impact": words,
  "window.loss": words,
  "window.downtime": counted,
  "window.break": words,
  "window.reason": field("reason"),
  "window.effect": field("effect"),
  "window.goesOn": field("goesOn"),
  "window.todo": field("toDo"),
  "window.todoBy": counted,
  "window.afterwards": field("afterwards"),
  "window.progress": field("progress"),
  "window.left": counted,
  "window.rollback": field("rollbackPlan"),
  "window.lead": field("lead"),
  "window.owner": field("communicationOwner"),
  "window.references": field("references"),
  "window.oldWhen": counted,
  "window.oldEnd": counted,
  "window.movedWhy": history,
  "window.endedAt": counted,
  "window.endedBrief": counted,
  "window.punctuality": counted,
  "window.note": history,
  "window.lost": history,
  "window.nextTry": history,
  "window.newDate": history,
  "window.series": counted,
  "window.phase": counted,
  "window.phases": counted,
  "window.nextPhase": counted,
  "window.changeDone": words,
  "service.names": directory("service"),
  "service.some": directory("service"),
  "service.others": directory("service"),
  "service.brief": directory("service"),
  "service.is": words,
  "service.has": words,
  "service.status": words,
  "customer.name": directory("customer"),
  "audience.name": directory("audience"),
  "audience.mentions": directory("contact"),
  "told.day": counted,
  "notice.short": field("shortNotice"),
  "notice.promised": counted,
  "contact.point": settings,
  "contact.open": settings,
  "next.word": counted,
  "workspace.name": settings,
  "coordinator.name": settings,
};

/** Where a fact is stated, for a notice of a stage; a person or a group that is called by name is in the Directory. */
export function factSource(name: string, stage: Stage): FactSource {
  if (name === "window.todo" && stage === "completed") return field("toDoAfter");
  return name in sources ? sources[name as FactName] : directory("contact");
}
