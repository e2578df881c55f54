import { connectionNames, isConnectionKind } from "../../domain/connection-kind.ts";
import { stageWords } from "../../domain/stage-words.ts";
import type { AuditEntry } from "../../ports/audit-log.ts";
import type { ReadStore } from "../../ports/store.ts";

/** Names what entries are about, looking each window up once. What is no longer there is named as it was. */
export function subjectNames(reading: ReadStore): (entry: AuditEntry) => string {
  const known = new Map<string, string | null>();
  const { services, changeTypes, audiences, customers, contacts, channels } = reading.directory();
  for (const { id, name } of [...services, ...changeTypes, ...audiences, ...customers, ...contacts, ...channels])
    known.set(id, name);

  function windowName(id: string): string | null {
    if (known.has(id)) return known.get(id) ?? null;
    const window = reading.window(id);
    const name = window === null ? null : `${window.title} (${window.reference})`;
    known.set(id, name);
    return name;
  }

  function serviceName(outage: unknown): string | null {
    const id = serviceIdIn(outage);
    return id === null ? null : (known.get(id) ?? id);
  }

  return ({ what, subjectId, before, after }) => {
    const [area = ""] = what.split(".");
    switch (area) {
      case "sending":
        return "All sending";
      case "policy":
      case "matrix":
        return "The matrix";
      case "workspaces":
        return "The workspace";
      case "connections":
        return isConnectionKind(subjectId) ? connectionNames[subjectId] : subjectId;
      case "templates":
        return templateName(subjectId);
      case "uptime":
        return serviceName(after) ?? serviceName(before) ?? subjectId;
      default:
        return windowName(subjectId) ?? nameIn(after) ?? nameIn(before) ?? subjectId;
    }
  };
}

/** Recorded outages have no name of their own: they are told by their service. */
function serviceIdIn(value: unknown): string | null {
  if (typeof value !== "object" || value === null || !("serviceId" in value)) return null;
  return typeof value.serviceId === "string" ? value.serviceId : null;
}

/** `announce.customer` as `Announcement, customer`. */
function templateName(subjectId: string): string {
  const [stage = "", voice = ""] = subjectId.split(".");
  const words = Object.entries(stageWords).find(([key]) => key === stage)?.[1] ?? stage;
  return `${words}, ${voice}`;
}

function nameIn(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return null;
  if ("entry" in value) return nameIn(value.entry);
  if ("title" in value && typeof value.title === "string") return value.title;
  return "name" in value && typeof value.name === "string" ? value.name : null;
}
