import type { Duty, Incident, OnCall } from "../../core/ports/connector.ts";
import { askedOf } from "../network/call-outcome.ts";
import type { JsonCall } from "../network/json-call.ts";
import { incidents, onCalls, oneService, pagerDuty } from "./pagerduty-shapes.ts";

/** Who is on call for a service, first level first, and which incidents are open there: they go on notifying in a window. */
export function dutyIn(call: JsonCall): Duty {
  return {
    async onCall({ ids }, from, to) {
      const policies: string[] = [];
      for (const id of ids) {
        const policy = askedOf(await call("GET", `/services/${encodeURIComponent(id)}`), pagerDuty, (body) => {
          const read = oneService.safeParse(body);
          return read.success ? read.data.service.escalation_policy.id : null;
        });
        if (policy.kind !== "answered") return policy;
        policies.push(policy.value);
      }
      const query = new URLSearchParams({ since: isoOf(from), until: isoOf(to), earliest: "true", limit: "100" });
      query.append("include[]", "users");
      for (const id of policies) query.append("escalation_policy_ids[]", id);
      return askedOf(await call("GET", `/oncalls?${query}`), pagerDuty, (body) => {
        const read = onCalls.safeParse(body);
        if (!read.success) return null;
        return read.data.oncalls
          .toSorted((one, other) => one.escalation_level - other.escalation_level)
          .map(
            ({ user, escalation_level, end }): OnCall => ({
              name: user.name ?? user.summary ?? "somebody",
              email: user.email ?? null,
              role: `level ${escalation_level}`,
              until: end == null ? null : Date.parse(end),
            }),
          );
      });
    },
    async openIncidents({ ids }) {
      const query = new URLSearchParams({ limit: "100" });
      for (const id of ids) query.append("service_ids[]", id);
      for (const status of ["triggered", "acknowledged"]) query.append("statuses[]", status);
      return askedOf(await call("GET", `/incidents?${query}`), pagerDuty, (body) => {
        const read = incidents.safeParse(body);
        if (!read.success) return null;
        return read.data.incidents.map(
          ({ id, title, html_url, created_at }): Incident => ({
            id,
            title,
            url: html_url ?? null,
            since: Date.parse(created_at),
          }),
        );
      });
    },
  };
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
