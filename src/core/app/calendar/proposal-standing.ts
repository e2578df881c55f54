import type { ForeignEntry } from "../../domain/calendar/foreign-entry.ts";
import type { ProposedFacts, WindowProposal } from "../../domain/calendar/window-proposal.ts";
import type { Instant } from "../../domain/instant.ts";
import type { ReadStore } from "../../ports/store.ts";

/** What an entry would become, beside what is known under its UID. */
export type Standing =
  | { readonly kind: "add" }
  | { readonly kind: "change"; readonly windowId: string; readonly was: Times }
  | { readonly kind: "cancel"; readonly windowId: string | null; readonly was: Times }
  /** Nothing would come of it, and why. */
  | { readonly kind: "known"; readonly why: string };

type Times = { readonly startAt: Instant; readonly endAt: Instant };

/**
 * What comes of an entry. A lower or an equal number is ignored (RFC 5545, 3.8.7.4), a cancellation is only proposed, and
 * nobody changes what another sender proposed, since a UID is no secret.
 */
export function standingOf(store: ReadStore, entry: ForeignEntry, says: ProposedFacts): Standing {
  const own = /^(.+)@forewarn$/u.exec(entry.uid)?.[1];
  const ownWindow = own === undefined ? null : store.window(own);
  if (ownWindow !== null) return known(`This is your own window ${ownWindow.reference}. Nothing changes.`);
  const last = store.proposalOf(entry.uid);
  if (last === null) return entry.isCancelled ? known("It is cancelled, and nothing was planned for it here.") : { kind: "add" };
  if (last.says.provider !== says.provider || last.says.organizer !== says.organizer) {
    return known(
      `Under this UID ${senderOf(last.says)} spoke before, and this comes from ${senderOf(says)}. It is not trusted to change that.`,
    );
  }
  if (isNoNews(last, entry, says)) return known(whyNoNews(last, entry));
  const window = last.windowId === null ? null : store.window(last.windowId);
  const was = { startAt: last.says.startAt, endAt: last.says.endAt };
  if (entry.isCancelled)
    return last.asks === "cancel" ? known("It was cancelled before.") : { kind: "cancel", windowId: window?.id ?? null, was };
  return window !== null && window.outcome.kind === "open" ? { kind: "change", windowId: window.id, was } : { kind: "add" };
}

/** The number an entry is kept with: its own, or one more than the last where its file has none. */
export function sequenceFor(store: ReadStore, entry: ForeignEntry): number {
  return entry.sequence ?? (store.proposalOf(entry.uid)?.sequence ?? -1) + 1;
}

function isNoNews(last: WindowProposal, entry: ForeignEntry, says: ProposedFacts): boolean {
  if (entry.sequence !== null) return entry.sequence <= last.sequence;
  return JSON.stringify(inOrder(last.says)) === JSON.stringify(inOrder(says));
}

function whyNoNews(last: WindowProposal, entry: ForeignEntry): string {
  if (entry.sequence === null || entry.sequence === last.sequence) return "This was imported before. Nothing changes.";
  return `A later word is known already: number ${last.sequence}, and this one is ${entry.sequence}. It is ignored.`;
}

function inOrder(says: ProposedFacts): unknown {
  return Object.entries(says).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

function senderOf({ provider, organizer }: ProposedFacts): string {
  const named = provider === "" ? "somebody without a name" : provider;
  return organizer === "" || organizer === provider ? named : `${named} (${organizer})`;
}

function known(why: string): Standing {
  return { kind: "known", why };
}
