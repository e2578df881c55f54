import type { DeliverySummary } from "../../core/app/sending/delivery-summary.ts";
import { asSentence } from "../../core/domain/as-sentence.ts";
import { assertNever } from "../../core/domain/assert-never.ts";
import type { DeliveryState, HoldReason, Receipt } from "../../core/domain/delivery.ts";
import type { Instant, ZoneId } from "../../core/domain/instant.ts";
import type { Stage } from "../../core/domain/matrix.ts";
import { timeText } from "./time-words.ts";

/** Each stage's notice within a sentence. */
export const stagePhrases: Readonly<Record<Stage, string>> = {
  announce: "announcement",
  reminder: "reminder",
  start: "start notice",
  progress: "progress notice",
  extended: "notice of the extension",
  rescheduled: "correction of the time",
  cancelled: "cancellation",
  rolledBack: "notice of the rollback",
  completed: "completion notice",
};

const holdWords: Readonly<Record<HoldReason, string>> = {
  stale: "Its latest useful time passed before it could leave.",
  lapsed: "Its time came while nothing could be sent.",
  quietHours: "Its recipients are in their quiet hours.",
  windowChanged: "The window changed after it was approved.",
  recipientsChanged: "The recipients changed after it was approved.",
  noConnection: "There is no working connection to carry it.",
  awaitingPerson: "It waits for a person.",
  contentChanged: "Its text is not the one that was approved.",
};

/** Whom a delivery is for: the customer by name, the channel otherwise. */
export function recipientText(delivery: Pick<DeliverySummary, "customerName" | "channelName">): string {
  return delivery.customerName === null ? delivery.channelName : `${delivery.customerName}, ${delivery.channelName}`;
}

function lacking({ missing }: Receipt): string {
  return missing === undefined ? "" : ` ${missing}`;
}

/** Says that it was not sent, where the reason does not end its sentence or say so itself. */
function notSent(why: string): string {
  const sentence = asSentence(why);
  return saysUnsent.test(sentence) ? sentence : `${sentence} It was not sent.`;
}

const saysUnsent = /\b(?:nothing was|it was not) sent\b/iu;

/** As the evidence has it too, which names whatever carried a message in its day. */
type Told = { readonly state: DeliveryState; readonly sendAt: Instant; readonly carrier: string };

/** What is known of a delivery, in a sentence with its time. What was only practised is never told as sent. */
export function stateText({ state, sendAt, carrier }: Told, zone: ZoneId): string {
  switch (state.kind) {
    case "approved":
      return `Leaves ${timeText(sendAt, zone)}.`;
    case "due":
      return state.detail === "" ? `Due since ${timeText(state.since, zone)}.` : state.detail;
    case "sending":
      return `On its way since ${timeText(state.since, zone, "clock")}.`;
    case "accepted":
      return `${carrier === "practice" ? "Practised" : "The provider took it"} ${timeText(state.receipt.at, zone)}.${lacking(state.receipt)}`;
    case "confirmed":
      return `There since ${timeText(state.receipt.at, zone)}.${lacking(state.receipt)}`;
    case "held":
      return notSent(state.detail === "" ? holdWords[state.reason] : state.detail);
    case "unknown":
      return `${state.detail} Since ${timeText(state.since, zone)} it is not known whether it was sent.`;
    case "failed":
      return notSent(state.detail);
    case "cancelled":
      return notSent(`Cancelled ${timeText(state.at, zone)}${state.reason === "" ? "" : `: ${state.reason}`}`);
    case "superseded":
      return `Overtaken by a change of the window ${timeText(state.at, zone)}. It was not sent.`;
    default:
      return assertNever(state);
  }
}
