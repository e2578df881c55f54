import type { ListView } from "../../../core/app/connections/lists.ts";
import type { Instant } from "../../../core/domain/instant.ts";
import type { Listed, ListedKind } from "../../../core/ports/connector.ts";
import { stretchText } from "../relative-words.ts";

export type ListedViews = readonly { readonly what: ListedKind; readonly view: ListView | undefined }[];

export const kindWords = {
  channel: "Channels",
  chat: "Chats",
  person: "People",
  group: "Groups",
  team: "Teams",
} as const satisfies Record<ListedKind, string>;

/** What tells one listed thing from all others. */
export function keyOf({ what, id }: Listed): string {
  return `${what} ${id}`;
}

/** Why a list may be old, and how old it is; null when the system has just said so. */
export function keptWords({ trouble, fetchedAt, items }: ListView, system: string, now: Instant): string | null {
  if (trouble === null) return null;
  if (fetchedAt === null || items.length === 0) return `${trouble} Nothing of it was kept: type the id.`;
  return `${trouble} This is what ${system} listed ${stretchText(Math.max(0, now - fetchedAt))} ago.`;
}

/** What somebody who doesn't see the list is told of it. */
export function matchesWords(views: ListedViews, system: string, isAsking: boolean): string {
  if (isAsking) return `Asking ${system}…`;
  const matches = views.reduce((sum, { view }) => sum + (view?.matches ?? 0), 0);
  if (matches === 0) return `${nothingWords(views, system, false)} ${troubleIn(views)}`.trim();
  return `${matches === 1 ? "1 match" : `${matches} matches`}. ${troubleIn(views)}`.trim();
}

function troubleIn(views: ListedViews): string {
  return views.find(({ view }) => view?.trouble != null)?.view?.trouble ?? "";
}

/** Why nothing is listed. */
export function nothingWords(views: ListedViews, system: string, isAsking: boolean): string {
  if (isAsking) return `Asking ${system}…`;
  if (views.some(({ view }) => view?.needsWords === true)) return "Type some letters of the name.";
  return `${system} lists nothing with these words.`;
}
