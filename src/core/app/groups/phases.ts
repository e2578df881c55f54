import type { WallInput } from "../../domain/wall-input.ts";
import type { Window, WindowGroup } from "../../domain/window.ts";
import { draftOf, type WindowDraft } from "../../domain/window-draft.ts";
import { type Answer, done, refuse } from "../answer.ts";
import { proposalToTake } from "../calendar/proposals.ts";
import { tellPlansChanged } from "../changes.ts";
import type { Dependencies } from "../dependencies.ts";
import { storePlan } from "../planning/planning.ts";
import { newWindow, planNewWindow } from "../windows/new-window.ts";
import { parseWindowDraft } from "../windows/parse-window-draft.ts";
import { mayWrite, workspaceIn } from "../workspace-in-use.ts";
import { settleGroup } from "./group-changes.ts";

/** Another phase of a change: its own times, and its own title or, when empty, the change's. */
export type PhaseInput = { readonly title: string; readonly start: WallInput; readonly end: WallInput };

export interface PhasesDesk {
  /** Plans a change of several windows, told of in one conversation; the first one's id. A proposal it came from is taken. */
  create(draft: WindowDraft, phases: readonly PhaseInput[], proposalId?: string | null): Promise<Answer<{ readonly id: string }>>;
  /** Adds a window with the same facts and other times to a window's change; whoever heard of the change hears of it. */
  add(windowId: string, phase: PhaseInput): Promise<Answer<{ readonly id: string }>>;
}

const mostPhases = 20;

export function createPhases({ store, clock, ids, changes, holidays }: Dependencies): PhasesDesk {
  return {
    async create(draft, phases, proposalId = null) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const holidayOf = await holidays.load();
      const now = clock.now();
      const answer = store.write((writing): Answer<{ readonly id: string }> => {
        const proposed = proposalToTake(writing, proposalId);
        if (!proposed.ok) return proposed;
        const group: WindowGroup = { kind: "change", id: ids.next(), title: draft.title.trim() };
        const drafts = [draft, ...phases.map((phase) => draftOfPhase(draft, phase))];
        const windows: Window[] = [];
        for (const [index, one] of drafts.entries()) {
          const parsed = parseWindowDraft(one, writing.directory());
          if (parsed.facts === null) return refuse(...wrongPhase(parsed.problems, index));
          windows.push(newWindow(writing, ids, parsed.facts, group, now));
        }
        for (const window of windows) writing.saveWindow(window);
        for (const window of windows) planNewWindow(writing, ids, window, "phases.create", holidayOf, now);
        const id = windows[0]?.id ?? "";
        if (proposed.value !== null) writing.saveProposal({ ...proposed.value, state: "taken", windowId: id });
        return done({ id });
      });
      if (answer.ok) tellPlansChanged(changes, null);
      if (answer.ok && proposalId !== null) changes.emit({ topic: "proposals" });
      return answer;
    },
    async add(windowId, phase) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const holidayOf = await holidays.load();
      const now = clock.now();
      const answer = store.write((writing): Answer<{ readonly id: string }> => {
        const window = writing.window(windowId);
        if (window === null) return refuse("notFound", "There is no such window any more. Nothing was planned.");
        if (window.group?.kind === "series") {
          return refuse("notPossible", "This window repeats, so it can't have phases. Plan another window. Nothing was planned.");
        }
        const group: WindowGroup = window.group ?? { kind: "change", id: ids.next(), title: window.title };
        if (writing.windowsOfGroup(group.id).length >= mostPhases) {
          return refuse("notPossible", `A change has ${mostPhases} phases at most. Nothing was planned.`);
        }
        const parsed = parseWindowDraft(draftOfPhase(draftOf(window), phase), writing.directory());
        if (parsed.facts === null) return refuse(...wrongPhase(parsed.problems, 1));
        // Its texts say from now on that it is a phase; what was approved before does not.
        const first: Window = window.group === null ? { ...window, revision: window.revision + 1, group } : window;
        const added = newWindow(writing, ids, parsed.facts, group, now);
        writing.saveWindow(first);
        writing.saveWindow(added);
        if (first !== window) storePlan(writing, first, holidayOf, now, "windowChanged", ids);
        storePlan(writing, added, holidayOf, now, "windowChanged", ids);
        settleGroup(writing, first === window ? [added] : [added, first], holidayOf, now, ids);
        const who = workspaceIn(writing).coordinator.name;
        writing.appendAudit({ at: now, who, what: "phases.add", subjectId: added.id, before: null, after: added });
        if (first !== window) {
          writing.appendAudit({ at: now, who, what: "phases.add", subjectId: window.id, before: window, after: first });
        }
        return done({ id: added.id });
      });
      if (answer.ok) tellPlansChanged(changes, null);
      return answer;
    },
  };
}

function draftOfPhase(draft: WindowDraft, { title, start, end }: PhaseInput): WindowDraft {
  return { ...draft, title: title.trim() === "" ? draft.title : title, start, end };
}

function wrongPhase(problems: ReturnType<typeof parseWindowDraft>["problems"], index: number): Parameters<typeof refuse> {
  const first = problems.find(({ gravity }) => gravity === "error");
  const where = index === 0 ? "" : `Phase ${index + 1}: `;
  const field = index === 0 ? (first?.field ?? null) : "phases";
  return ["invalid", `${where}${first?.message ?? "It can't be planned like this."} Nothing was saved.`, field];
}
