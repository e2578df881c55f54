import type { Freeze } from "../../domain/conflicts/freeze.ts";
import { hasHiddenCharacter } from "../../domain/hidden-characters.ts";
import type { ZoneId } from "../../domain/instant.ts";
import type { WallInput } from "../../domain/wall-input.ts";
import { isZone } from "../../domain/zoned-time.ts";
import type { ReadStore } from "../../ports/store.ts";
import { type Answer, done, refuse, refuseAt } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import { resolveStretch } from "../windows/typed-times.ts";
import { mayWrite, workspaceIn } from "../workspace-in-use.ts";

/** A freeze as its form holds it: wall times of one zone. An empty id makes a new one. */
export type FreezeDraft = Pick<Freeze, "id" | "name" | "serviceIds" | "customerIds" | "reason"> & {
  readonly zone: ZoneId;
  readonly start: WallInput;
  readonly end: WallInput;
};

export interface Freezes {
  /** By start. */
  all(): readonly Freeze[];
  /** Refused at its field as `invalid`; a time that clocks skip or show twice is asked about, never picked. */
  save(draft: FreezeDraft): Answer<{ readonly id: string }>;
  remove(id: string): Answer<{ readonly id: string }>;
}

/** Times in which nothing may change: kept here, and told wherever a window stands in one. */
export function createFreezes({ store, clock, ids, changes }: Dependencies): Freezes {
  function announce(): void {
    changes.emit({ topic: "directory" });
    // Every window's conflicts may be others now.
    changes.emit({ topic: "windows", windowId: null });
  }

  return {
    all: () => store.read((reading) => reading.freezes()),
    save(draft) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const answer = store.write((writing): Answer<{ readonly id: string }> => {
        const parsed = parseFreeze(draft, writing);
        if (!parsed.ok) return parsed;
        const before = writing.freezes().find(({ id }) => id === draft.id) ?? null;
        if (draft.id !== "" && before === null) return noSuchFreeze;
        const after = { ...parsed.value, id: before?.id ?? ids.next() };
        writing.saveFreeze(after);
        const who = workspaceIn(writing).coordinator.name;
        writing.appendAudit({ at: clock.now(), who, what: "freezes.save", subjectId: after.id, before, after });
        return done({ id: after.id });
      });
      if (answer.ok) announce();
      return answer;
    },
    remove(id) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const answer = store.write((writing): Answer<{ readonly id: string }> => {
        const before = writing.freezes().find((freeze) => freeze.id === id);
        if (before === undefined) return noSuchFreeze;
        writing.removeFreeze(id);
        const who = workspaceIn(writing).coordinator.name;
        writing.appendAudit({ at: clock.now(), who, what: "freezes.remove", subjectId: id, before, after: null });
        return done({ id });
      });
      if (answer.ok) announce();
      return answer;
    },
  };
}

const noSuchFreeze = refuse("notFound", "There is no such freeze any more. Nothing was changed.");

function parseFreeze(draft: FreezeDraft, store: ReadStore): Answer<Freeze> {
  const name = draft.name.trim();
  if (name === "") return refuseAt("name", "Say what the freeze is for.");
  if (hasHiddenCharacter(name)) return refuseAt("name", "This holds a character that cannot be seen. Write it anew.");
  if (!isZone(draft.zone)) return refuseAt("zone", `“${draft.zone}” is not a time zone. Write one like Europe/London.`);
  const { services, customers } = store.directory();
  if (draft.serviceIds.some((id) => services.every((service) => service.id !== id))) {
    return refuseAt("serviceIds", "A chosen service is no longer in the Directory. Choose again.");
  }
  if (draft.customerIds.some((id) => customers.every((customer) => customer.id !== id))) {
    return refuseAt("customerIds", "A chosen customer is no longer in the Directory. Choose again.");
  }
  const stretch = resolveStretch(draft);
  if (!stretch.ok) return stretch;
  return done({
    id: draft.id,
    name,
    ...stretch.value,
    serviceIds: [...new Set(draft.serviceIds)],
    customerIds: [...new Set(draft.customerIds)],
    reason: draft.reason.trim(),
  });
}
