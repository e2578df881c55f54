import type { Directory, Voice, Workspace } from "./directory.ts";
import { hour, type Instant, minute } from "./instant.ts";
import type { Stage } from "./matrix.ts";
import type { PlannedNotice } from "./notice.ts";
import type { FormerTime, Outcome, Window } from "./window.ts";
import { zonedTimeOf } from "./zoned-time.ts";

/** A notice with all it is about, for showing what a template makes of it. */
export type ExampleNotice = {
  readonly notice: PlannedNotice;
  readonly window: Window;
  readonly plan: readonly PlannedNotice[];
  readonly directory: Directory;
};

const week = 7 * 24 * hour;

/**
 * An invented window at the given stage, told to an invented customer of the workspace's zone.
 * Everything in it is filled in, so that a gap in a preview is the template's own.
 */
export function exampleNotice(
  stage: Stage,
  voice: Voice,
  directory: Directory,
  workspace: Workspace,
  now: Instant,
): ExampleNotice {
  const service = directory.services[0] ?? {
    id: "example-service",
    name: "Patient portal",
    environment: "production",
    zone: workspace.zone,
    holidayRegion: workspace.holidayRegion,
    promisedUptime: null,
    statusUrl: null,
    pagerDutyServiceId: null,
  };
  const window = exampleWindow(stage, service.id, workspace, now);
  const isOutside = voice === "customer";
  const customer = {
    id: "example-customer",
    name: "Example hospital",
    zone: workspace.zone,
    holidayRegion: workspace.holidayRegion,
    contactIds: [],
    serviceIds: [],
  };
  const audience = {
    id: "example-audience",
    name: "Example audience",
    voice,
    contactIds: [],
    customerIds: isOutside ? [customer.id] : [],
    mentionIds: [],
    quietHours: null,
  };
  const notice: PlannedNotice = {
    key: "example",
    windowId: window.id,
    windowRevision: window.revision,
    ruleId: null,
    stage,
    audienceId: audience.id,
    voice,
    dueAt: now,
    latestUsefulAt: now + week,
    recipients: [
      {
        channelId: "example-channel",
        customerId: isOutside ? customer.id : null,
        dueAt: now,
        zone: workspace.zone,
        promise: { kind: "none" },
      },
    ],
    sending: "person",
    explanation: { timing: "", calendar: "", because: "" },
  };
  const completion: PlannedNotice = { ...notice, key: "example-completed", stage: "completed", dueAt: window.end.at };
  return {
    notice,
    window,
    plan: [notice, completion],
    directory: {
      ...directory,
      services: directory.services.length === 0 ? [service] : directory.services,
      audiences: [...directory.audiences, audience],
      customers: [...directory.customers, customer],
      channels: [...directory.channels, { id: "example-channel", name: "Mail", kind: "mail", from: null }],
    },
  };
}

function exampleWindow(stage: Stage, serviceId: string, workspace: Workspace, now: Instant): Window {
  const { zone } = workspace;
  const isRunning =
    stage === "start" || stage === "progress" || stage === "extended" || stage === "completed" || stage === "rolledBack";
  const fullHour = Math.floor(now / hour) * hour;
  const startAt = isRunning ? fullHour - hour : fullHour + week;
  const endAt = startAt + 2 * hour + (stage === "extended" ? hour : 0);
  return {
    id: "example-window",
    reference: `${workspace.referencePrefix}-2026-118`,
    revision: 2,
    createdAt: now - week,
    title: "Resize database nodes",
    changeTypeId: "",
    serviceIds: [serviceId],
    start: zonedTimeOf(startAt, zone),
    end: zonedTimeOf(endAt, zone),
    zone,
    impact: "degraded",
    expectedDowntimeMinutes: 10,
    customersAffected: true,
    reason: "It needs more memory for the winter",
    effect: "Pages load slowly. Data saved before is safe.",
    toDo: "",
    rollbackPlan: "We restore the old nodes in 20 minutes.",
    lead: "Infrastructure lead",
    engineers: [],
    communicationOwner: "Release coordinator",
    references: [],
    shortNotice: null,
    outcome: exampleOutcome(stage, now),
    group: null,
    formerTimes: exampleFormerTimes(stage, startAt, endAt, zone, now),
  };
}

function exampleOutcome(stage: Stage, now: Instant): Outcome {
  switch (stage) {
    case "completed":
    case "rolledBack":
      return { kind: stage, at: now, endedAt: now - 5 * minute, note: "" };
    case "cancelled":
      return { kind: stage, at: now, note: "The supplier's part is late" };
    default:
      return { kind: "open" };
  }
}

function exampleFormerTimes(stage: Stage, startAt: Instant, endAt: Instant, zone: string, now: Instant): readonly FormerTime[] {
  if (stage !== "extended" && stage !== "rescheduled") return [];
  const shift = stage === "extended" ? 0 : 24 * hour;
  const oldEnd = stage === "extended" ? endAt - hour : endAt - shift;
  return [
    {
      start: zonedTimeOf(startAt - shift, zone),
      end: zonedTimeOf(oldEnd, zone),
      revision: 1,
      replacedAt: now,
      by: stage,
      why: "Copying the data takes longer than planned",
    },
  ];
}
