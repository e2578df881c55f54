import type { Instant } from "../../core/domain/instant.ts";
import type { Asked, FindOutcome, KeepOutcome } from "../../core/ports/connector.ts";
import { inTheWay } from "./in-the-way.ts";
import type { JsonAnswer } from "./json-call.ts";

type Answered = Extract<JsonAnswer, { readonly kind: "answered" }>;
/** The system's name, and its own words for a refusal where it has any that are safe to show. */
export type Speaker = { readonly name: string; readonly reasonOf: (answer: Answered) => string };

/** What a call that changes something comes to when it did not succeed. Only what provably did not happen may be tried again. */
export function failedKeep(
  answer: JsonAnswer,
  { name, reasonOf }: Speaker,
  now: Instant,
): Exclude<KeepOutcome, { kind: "kept" }> {
  if (answer.kind === "withheld") return { kind: "unsent", detail: "It was not to be done any more.", retryAt: null };
  if (answer.kind === "failed") {
    const { provablyUnsent, words } = answer.failure;
    return provablyUnsent ? { kind: "unsent", detail: words, retryAt: null } : { kind: "unknown", detail: words };
  }
  const { status } = answer;
  if (status === 401)
    return { kind: "signInNeeded", detail: `${name} no longer accepts the sign-in. Connect it again in Settings.` };
  if (status === 429) {
    const retryAt = answer.retryAfterSeconds === null ? null : now + answer.retryAfterSeconds * 1000;
    return { kind: "unsent", detail: `${name} asks to wait.`, retryAt };
  }
  if (status >= 400 && status < 500 && status !== 408) {
    return { kind: "refused", detail: `${name} refuses it: ${reasonOf(answer)}` };
  }
  return { kind: "unknown", detail: `${name} answered HTTP ${status}, which does not say whether it was done.` };
}

/** What a question comes to: `read` gives what was asked for, or null when the answer is not the system's. */
export function askedOf<T>(answer: JsonAnswer, { name, reasonOf }: Speaker, read: (body: unknown) => T | null): Asked<T> {
  if (answer.kind === "withheld") return { kind: "unreachable", detail: `${name} was not asked.` };
  if (answer.kind === "failed") return { kind: "unreachable", detail: answer.failure.words };
  const { status } = answer;
  if (status === 401) {
    return {
      kind: "signInNeeded",
      detail: `${name} does not accept what it was connected with, which may have ended or been withdrawn. Make a new token there, or correct the password, and connect it again in Settings.`,
    };
  }
  if (status === 429) return { kind: "unreachable", detail: `${name} asks to wait. Try again in a minute.` };
  if (status === 403) {
    const whom = "Ask an administrator there for the rights that its card in Settings names";
    const or = answer.body === null ? ", or look whether a filter of your network answered instead" : "";
    return { kind: "refused", detail: `${name} refuses: ${reasonOf(answer)} ${whom}${or}.` };
  }
  if (status >= 400 && status < 500) return { kind: "refused", detail: `${name} refuses: ${reasonOf(answer)}` };
  const value = status >= 200 && status < 300 ? read(answer.body) : null;
  return value === null
    ? {
        kind: "unreachable",
        detail: `The answer is not ${name}'s (HTTP ${status}). ${inTheWay}`,
      }
    : { kind: "answered", value };
}

/** A question for a record, as what a look brings. */
export function foundOf<T>(asked: Asked<T>, recordOf: (value: T) => FindOutcome): FindOutcome {
  return asked.kind === "answered" ? recordOf(asked.value) : { kind: "cannotTell", detail: asked.detail };
}

/**
 * Whether the system itself says, in its own form of an error, that something is not there. The same status with a page of
 * somebody else's (a filter, a sleeping instance) proves nothing, and must not have a record made a second time.
 */
export function saysGone(answer: JsonAnswer, errorKey: string, statuses: readonly number[] = [404]): boolean {
  if (answer.kind !== "answered" || !statuses.includes(answer.status)) return false;
  return typeof answer.body === "object" && answer.body !== null && errorKey in answer.body;
}
