import type { AgreementView } from "../../../core/app/connections/counterparts.ts";
import type { Disagreement } from "../../../core/domain/agreement.ts";
import type { CounterpartState } from "../../../core/domain/counterpart.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { timeText } from "../time-words.ts";
import { count } from "../words.ts";

/** How a counterpart stands, in a word or two. */
export const counterpartStates = {
  inStep: { words: "In step", tone: "good" },
  behind: { words: "To be done", tone: "accent" },
  working: { words: "Being done", tone: "accent" },
  unknown: { words: "In doubt", tone: "warning" },
  refused: { words: "Refused", tone: "bad" },
} as const satisfies Record<CounterpartState["kind"], { readonly words: string; readonly tone: string }>;

/** A disagreement as one sentence that says whose word is to be mended. */
export function disagreementText({ of, about, says, window, readers }: Disagreement, zone: ZoneId): string {
  const time = (at: number | null): string => (at === null ? "no time" : timeText(at, zone, "short"));
  if (of.kind === "said") {
    const told = `${count(readers, "recipient was", "recipients were")} last told that it ${about === "start" ? "starts" : "ends"}`;
    return `${told} ${time(says)}; the window says ${time(window)}. Send them the correction.`;
  }
  switch (about) {
    case "start":
    case "end":
      return `${of.name} ${about === "start" ? "starts" : "ends"} ${time(says)}, the window says ${time(window)}. Put it right there.`;
    case "over":
      return `${of.name} still goes on, the window is over since ${time(window)}. End it there.`;
    case "gone":
      return `${of.name} has ended or was taken away, the window goes on until ${time(window)}. Make it again there.`;
  }
}

/** Looks after which one that is in doubt is nothing that settles by itself. */
const looksBeforeAsking = 3;

/** Windows that another system holds otherwise, and those where it refused something or nobody knows whether it was done. */
export function apartFrom(views: readonly AgreementView[]): {
  readonly disagreeing: readonly AgreementView[];
  readonly stuck: readonly AgreementView[];
} {
  const isStuck = ({ kind, ...state }: CounterpartState): boolean =>
    kind === "refused" || (kind === "unknown" && "looks" in state && state.looks >= looksBeforeAsking);
  return {
    disagreeing: views.filter(({ disagreements }) => disagreements.length > 0),
    stuck: views.filter(({ counterparts }) => counterparts.some(({ state }) => isStuck(state))),
  };
}

/** What stands apart, in a sentence; null when all agree. */
export function apartText({ disagreeing, stuck }: ReturnType<typeof apartFrom>): string | null {
  const sentences = [
    ...(disagreeing.length === 0
      ? []
      : [`${count(disagreeing.length, "window disagrees", "windows disagree")} with another system or with what was said.`]),
    ...(stuck.length === 0
      ? []
      : [`For ${count(stuck.length, "window")} another system did not do what was asked of it, or nobody knows whether it did.`]),
  ];
  return sentences.length === 0 ? null : sentences.join(" ");
}
