import type { WindowProposal } from "../../domain/calendar/window-proposal.ts";
import type { Directory } from "../../domain/directory.ts";
import type { Instant, ZoneId } from "../../domain/instant.ts";
import type { WallInput } from "../../domain/wall-input.ts";
import type { Window } from "../../domain/window.ts";
import { draftOf, type WindowDraft } from "../../domain/window-draft.ts";
import { resolveWall, wallOf } from "../../domain/zoned-time.ts";
import type { ReadStore } from "../../ports/store.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import { parseWindowDraft } from "../windows/parse-window-draft.ts";
import type { Windows } from "../windows/windows.ts";
import { mayWrite, workspaceIn } from "../workspace-in-use.ts";

/** A proposal with what it would do here. */
export type ProposalLine = Omit<WindowProposal, "says"> & {
  readonly says: WindowProposal["says"];
  /** The window it is about, as it is now, or null. */
  readonly window: Pick<Window, "id" | "reference" | "title" | "start" | "end"> | null;
  /** Names of services it was understood to be about. */
  readonly services: readonly string[];
  /** What keeps it from being planned with one press; empty when nothing does. */
  readonly missing: readonly string[];
};

export interface Proposals {
  /** What waits for a decision, the newest first. */
  open(): readonly ProposalLine[];
  /** The window form as this proposal fills it in. */
  draft(id: string): Answer<WindowDraft>;
  /** Does what is proposed: plans, moves or cancels the window. `why` is told to those who heard of it. */
  take(id: string, why: string): Promise<Answer<{ readonly windowId: string }>>;
  dismiss(id: string): Answer<{ readonly id: string }>;
}

const mostShown = 200;

/** A proposal that a step plans, if it is still open; null when the step is about none. */
export function proposalToTake(store: ReadStore, id: string | null): Answer<WindowProposal | null> {
  const proposal = id === null ? null : store.proposal(id);
  if (id !== null && proposal?.state !== "open") {
    return refuse("notPossible", "This proposal was decided already. Nothing was planned.");
  }
  return done(proposal);
}

/** Decides about what others propose: each is taken or dismissed by a person, once. */
export function createProposals(
  { store, clock, changes }: Pick<Dependencies, "store" | "clock" | "changes">,
  windows: Windows,
): Proposals {
  function openProposal(id: string): Answer<WindowProposal> {
    const proposal = store.read((reading) => reading.proposal(id));
    if (proposal === null) return refuse("notFound", "There is no such proposal any more. Nothing was changed.");
    if (proposal.state !== "open") return refuse("notPossible", "This was decided already. Nothing was changed.");
    return done(proposal);
  }

  function settle(proposal: WindowProposal, state: "taken" | "dismissed", windowId: string | null): void {
    store.write((writing) => {
      writing.saveProposal({ ...proposal, state, windowId });
      writing.appendAudit({
        at: clock.now(),
        who: workspaceIn(writing).coordinator.name,
        what: state === "taken" ? "proposals.take" : "proposals.dismiss",
        subjectId: windowId ?? proposal.id,
        before: { title: proposal.says.title, asks: proposal.asks },
        after: { title: proposal.says.title, state },
      });
    });
    changes.emit({ topic: "proposals" });
  }

  return {
    open: () => store.read((reading) => reading.proposals("open", mostShown).map((proposal) => lineOf(reading, proposal))),
    draft(id) {
      const found = openProposal(id);
      if (!found.ok) return found;
      return store.read((reading) => done(draftFor(reading, found.value)));
    },
    async take(id, why) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const found = openProposal(id);
      if (!found.ok) return found;
      const proposal = found.value;
      if (proposal.asks === "add") {
        const answer = await windows.create(
          store.read((reading) => draftFor(reading, proposal)),
          proposal.id,
        );
        return answer.ok ? done({ windowId: answer.value.id }) : answer;
      }
      const window = proposal.windowId === null ? null : store.read((reading) => reading.window(proposal.windowId ?? ""));
      if (window === null)
        return refuse("notPossible", "The window this is about is not there. Nothing was changed. Dismiss it instead.");
      const answer =
        proposal.asks === "cancel"
          ? await windows.cancel(window.id, window.revision, why)
          : await windows.change(window.id, window.revision, movedDraft(window, proposal), why);
      if (!answer.ok) return answer;
      settle(proposal, "taken", window.id);
      return done({ windowId: window.id });
    },
    dismiss(id) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const found = openProposal(id);
      if (!found.ok) return found;
      settle(found.value, "dismissed", found.value.windowId);
      return done({ id });
    },
  };
}

function lineOf(store: ReadStore, proposal: WindowProposal): ProposalLine {
  const window = proposal.windowId === null ? null : store.window(proposal.windowId);
  const directory = store.directory();
  const draft = draftFor(store, proposal);
  const problems = proposal.asks === "add" ? parseWindowDraft(draft, directory).problems : [];
  return {
    ...proposal,
    window:
      window === null
        ? null
        : { id: window.id, reference: window.reference, title: window.title, start: window.start, end: window.end },
    services: directory.services.filter(({ id }) => draft.serviceIds.includes(id)).map(({ name }) => name),
    missing: problems.filter(({ gravity }) => gravity === "error").map(({ message }) => message),
  };
}

/** The form as far as a proposal fills it in. What it does not say is left for a person. */
function draftFor(store: ReadStore, { says }: WindowProposal): WindowDraft {
  const directory = store.directory();
  const { coordinator } = workspaceIn(store);
  const described = says.description.trim();
  return {
    title: says.title.replace(/\p{Cc}+/gu, " ").slice(0, 300),
    changeTypeId: likelyChangeType(directory),
    serviceIds: servicesMeant(directory, says),
    zone: says.zone,
    start: wallInputAt(says.startAt, says.zone),
    end: wallInputAt(says.endAt, says.zone),
    impact: says.impact ?? "none",
    expectedDowntimeMinutes: null,
    customersAffected: says.impact === "outage" || says.impact === "degraded",
    reason: [says.provider === "" ? "" : `Maintenance of ${says.provider}.`, described].filter(Boolean).join("\n\n"),
    effect: "",
    toDo: "",
    rollbackPlan: "",
    lead: "",
    engineers: [],
    communicationOwner: coordinator.name,
    references: says.reference === "" ? [] : [{ label: says.reference.replace(/\p{Cc}+/gu, " ").slice(0, 300), url: null }],
    shortNotice: null,
  };
}

/** The one kind of change that speaks of maintenance, or none: a choice among several is a person's. */
function likelyChangeType({ changeTypes }: Directory): string {
  const fitting = changeTypes.filter(({ name }) => /maintenance/iu.test(name));
  const [only] = fitting.length === 1 ? fitting : changeTypes.length === 1 ? changeTypes : [];
  return only?.id ?? "";
}

/** Services by the names the file gives its objects; a part of a name is no match. */
function servicesMeant({ services }: Directory, { objects }: WindowProposal["says"]): readonly string[] {
  const named = new Set(objects.map((name) => name.toLowerCase()));
  return services.filter(({ name }) => named.has(name.toLowerCase())).map(({ id }) => id);
}

/** The window with the proposed times, by the clocks it was planned in. */
function movedDraft(window: Window, { says }: WindowProposal): WindowDraft {
  return {
    ...draftOf(window),
    start: wallInputAt(says.startAt, window.zone),
    end: wallInputAt(says.endAt, window.zone),
    impact: says.impact ?? window.impact,
  };
}

function wallInputAt(at: Instant, zone: ZoneId): WallInput {
  const wall = wallOf(at, zone);
  const resolved = resolveWall(wall, zone);
  return { wall, occurrence: resolved.kind !== "repeated" ? null : at === resolved.later ? "later" : "earlier" };
}
