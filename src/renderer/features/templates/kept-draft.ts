import type { Voice } from "../../../core/domain/directory.ts";
import type { Stage } from "../../../core/domain/matrix.ts";
import type { Draft } from "../../../core/domain/notice.ts";

/** Beyond this nothing is kept: a browser's storage holds five million characters, and such a text can't be saved anyway. */
const longestKept = 1_500_000;

function keyOf(workspaceId: string, stage: Stage, voice: Voice): string {
  return `forewarn template ${workspaceId} ${stage} ${voice}`;
}

/** What was typed into a template and not saved, as it was left; null where nothing was. */
export function keptDraft(workspaceId: string, stage: Stage, voice: Voice): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(workspaceId, stage, voice)) ?? "null");
    if (typeof kept !== "object" || kept === null || !("subject" in kept) || !("body" in kept)) return null;
    return typeof kept.subject === "string" && typeof kept.body === "string" ? { subject: kept.subject, body: kept.body } : null;
  } catch {
    // Storage can be switched off, or hold what another version wrote: there is no draft then.
    return null;
  }
}

/** Keeps what was typed until it is saved, over a closed page too; null forgets it. */
export function keepDraft(workspaceId: string, stage: Stage, voice: Voice, draft: Draft | null): void {
  try {
    if (draft === null || draft.body.length > longestKept) localStorage.removeItem(keyOf(workspaceId, stage, voice));
    else localStorage.setItem(keyOf(workspaceId, stage, voice), JSON.stringify(draft));
  } catch {
    // Full, or switched off: the text is on screen still, and leaving the page is asked about by nobody.
  }
}
