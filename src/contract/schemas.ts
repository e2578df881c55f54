import { z } from "zod";
import type { AuditQuestion } from "../core/app/audit.ts";
import type { DirectoryEntry } from "../core/app/directory.ts";
import type { FreezeDraft } from "../core/app/freezes.ts";
import type { OutageDraft } from "../core/app/outage-draft.ts";
import type { PhaseInput } from "../core/app/phases.ts";
import type { SeriesInput, SeriesMove, SeriesScope } from "../core/app/series.ts";
import type { PreviewSubject } from "../core/app/template-preview.ts";
import type { WallInput, WindowDraft } from "../core/app/window-draft.ts";
import { auditAreas } from "../core/domain/audit-words.ts";
import type { FeedFilter } from "../core/domain/calendar-feed.ts";
import { type CalendarFilter, windowStates } from "../core/domain/calendar-filter.ts";
import { connectionKinds } from "../core/domain/connection-kind.ts";
import { channelKinds, type OwnDay, voices, type Workspace } from "../core/domain/directory.ts";
import { exampleKeys } from "../core/domain/example-windows.ts";
import { tableFields } from "../core/domain/foreign-table.ts";
import {
  brandColourProblem,
  type HouseStyle,
  houseLineProblem,
  largestLogo,
  longestSignOff,
  mostAvoided,
  noHouseStyle,
} from "../core/domain/house-style.ts";
import { type Rule, stages, type Timing } from "../core/domain/matrix.ts";
import type { Override, Template } from "../core/domain/message.ts";
import type { Draft } from "../core/domain/notice.ts";
import type { OccurrenceAnswer } from "../core/domain/occurrences.ts";
import type { ProposedRule } from "../core/domain/policy.ts";
import { impacts } from "../core/domain/window.ts";
import { listedKinds } from "../core/ports/connector.ts";
import type { Preferences } from "../core/ports/preferences.ts";
import { signInWays } from "../core/ports/sign-in.ts";
import { directoryKinds } from "../core/ports/store.ts";

/** Longest single line, paragraph and document a person may hand in, in characters. */
const lineLength = 300;
const textLength = 20_000;
export const pasteLength = 2_000_000;

/** Line breaks and other control characters turn one field into two (mail headers, CSV rows): refused at the door. */
const hasControlCharacter = /\p{Cc}/u;
const oneLine = z
  .string()
  .trim()
  .max(lineLength, `Keep it under ${lineLength} characters.`)
  .refine((text) => !hasControlCharacter.test(text), "Take out the line break: this must be one line.");
const required = oneLine.min(1, "Fill this in.");
const text = z.string().max(textLength, "Keep it under 20,000 characters.");
const email = required.pipe(z.email("Write one address, as name@example.org."));
/** Ids are ours or a well-kept provider's: short, and never a path or a query. */
export const id = z.string().regex(/^[\w.:@/-]{1,200}$/u, "This is not an id.");
const newOrId = z.union([z.literal(""), id]);

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
const zone = z.string().refine(isZone, "This is not a time zone. Write one like Europe/London.");
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, "Write a time like 09:00.");
const isoDate = z.iso.date("Write a date that exists.");
const wallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/u, "Write a date and a time.");
const region = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/u, "Choose a holiday calendar from the list.")
  .nullable();
const httpsUrl = z.url({ protocol: /^https$/u, error: "Write an address that starts with https://." });
export const instant = z.int().min(0).max(8_640_000_000_000_000);

export const wallInput = z.object({
  wall: wallTime,
  occurrence: z.enum(["earlier", "later"]).nullable(),
}) satisfies z.ZodType<WallInput>;

export const shortNotice = z.object({ reason: oneLine, approver: oneLine }).nullable().default(null);

const chosenIds = z.array(id).max(500);
export const calendarFilter = z.object({
  serviceIds: chosenIds,
  customerIds: chosenIds,
  impacts: z.array(z.enum(impacts)).max(impacts.length),
  states: z.array(z.enum(windowStates)).max(windowStates.length),
  conflictsOnly: z.boolean(),
}) satisfies z.ZodType<CalendarFilter>;

export const windowDraft = z.object({
  title: oneLine,
  changeTypeId: newOrId,
  serviceIds: z.array(id).max(200),
  zone: z.string().max(100),
  start: wallInput,
  end: wallInput,
  impact: z.enum(impacts),
  expectedDowntimeMinutes: z.int().min(0).max(100_000).nullable(),
  customersAffected: z.boolean(),
  reason: text,
  effect: text,
  goesOn: text.default(""),
  toDo: text,
  toDoBy: wallInput.nullable().default(null),
  afterwards: text.default(""),
  toDoAfter: text.default(""),
  progress: text.default(""),
  rollbackPlan: text,
  lead: oneLine,
  engineers: z.array(required).max(50).readonly().default([]),
  communicationOwner: oneLine,
  references: z.array(z.object({ label: required, url: httpsUrl.nullable() })).max(50),
  shortNotice,
}) satisfies z.ZodType<WindowDraft>;

/** Whether a rule makes sense is told with reasons by the domain; here only what no rule is. */
export const recurrenceRule = z.string().min(1).max(4_000);
export const occurrenceAnswer = z.object({
  occurrence: wallTime,
  times: z.object({ startAt: instant, endAt: instant }).nullable(),
}) satisfies z.ZodType<OccurrenceAnswer>;
export const occurrenceAnswers = z.array(occurrenceAnswer).max(200);
export const seriesScope = z.enum(["following", "all"]) satisfies z.ZodType<SeriesScope>;
export const seriesInput = z.object({
  zone: z.string().max(100),
  start: z.string().max(16),
  end: z.string().max(16),
  rule: recurrenceRule,
  answers: occurrenceAnswers,
}) satisfies z.ZodType<SeriesInput>;
export const seriesMove = z.object({
  start: wallInput,
  end: wallInput,
  rule: recurrenceRule.nullable(),
}) satisfies z.ZodType<SeriesMove>;

export const phaseTimes = z.object({ title: oneLine, start: wallInput, end: wallInput }) satisfies z.ZodType<PhaseInput>;

const place = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("service") }),
  z.object({ kind: z.literal("recipient") }),
  z.object({ kind: z.literal("coordinator") }),
  z.object({ kind: z.literal("named"), zone }),
]);
const weekday = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(7)]);
const timing = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("planning") }),
  z.object({
    kind: z.literal("before"),
    amount: z.int().min(1).max(365),
    unit: z.enum(["hours", "days", "businessDays"]),
    at: timeOfDay.nullable(),
    place,
  }),
  z.object({ kind: z.literal("weekly"), weekday, everyWeeks: z.union([z.literal(1), z.literal(2)]), at: timeOfDay, place }),
  z.object({ kind: z.literal("start") }),
  z.object({ kind: z.literal("during"), everyMinutes: z.int().min(5).max(1440) }),
  z.object({ kind: z.literal("end") }),
  z.object({ kind: z.literal("statusChange") }),
]) satisfies z.ZodType<Timing>;
const promised = z.object({
  // A year of hours: policies promise months, and a promise in days is kept in hours.
  amount: z.int().min(1).max(8760),
  unit: z.enum(["hours", "businessDays"]),
  calendar: z.enum(["customer", "service", "coordinator"]),
});
const ruleFacts = {
  stage: z.enum(stages),
  timing,
  promised: promised.nullable(),
  lead: oneLine,
  sending: z.enum(["automatic", "person"]),
  source: text,
};

export const rule = z.object({
  ...ruleFacts,
  id: newOrId,
  changeTypeId: id.nullable(),
  audienceId: id,
  channelIds: z.array(id).min(1, "Choose at least one channel.").max(50),
  condition: z.object({ customersAffected: z.boolean(), impactOnly: z.boolean(), serviceIds: z.array(id).max(200) }),
}) satisfies z.ZodType<Rule>;

export const proposedRule = z.object({
  ...ruleFacts,
  changeType: required.nullable(),
  audience: z.object({
    name: required,
    voice: z.enum(voices),
    mentions: z.array(z.object({ name: required, kind: z.enum(["person", "group"]) })).max(200),
  }),
  channels: z
    .array(z.object({ name: required, kind: z.enum(channelKinds) }))
    .min(1)
    .max(50),
  condition: z.object({ customersAffected: z.boolean(), impactOnly: z.boolean() }),
}) satisfies z.ZodType<ProposedRule>;

const named = { id: newOrId, name: required };
const ids = z.array(id).max(1000);
/** A person can say who reads along; what a provider says is not for a screen to write. */
const chat = { ...named, outside: z.boolean().optional() };
const channel = z.discriminatedUnion("kind", [
  z.object({ ...chat, kind: z.literal("slack"), conversationId: oneLine }),
  z.object({ ...chat, kind: z.literal("teamsChannel"), teamId: oneLine, channelId: oneLine }),
  z.object({ ...chat, kind: z.literal("teamsChat"), chatId: oneLine }),
  z.object({ ...named, kind: z.literal("mail"), from: email.nullable() }),
  z.object({ ...named, kind: z.literal("manual"), instruction: text }),
]);
/** A range that begins and ends at one time would be a whole day: quiet for ever. */
const quietHours = z
  .object({ from: timeOfDay, to: timeOfDay })
  .refine(({ from, to }) => from !== to, "Quiet hours must end at another time than they begin.")
  .nullable();

export const directoryEntry = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("service"),
    entry: z.object({
      ...named,
      environment: oneLine,
      zone,
      holidayRegion: region,
      promisedUptime: z.number().min(0).max(100).nullable(),
      statusUrl: httpsUrl.nullable(),
      pagerDutyServiceId: oneLine.nullable(),
      dependsOn: ids.readonly().default([]),
      maintenanceSlots: z
        .array(z.object({ weekday, from: timeOfDay, to: timeOfDay }))
        .max(100)
        .readonly()
        .default([]),
    }),
  }),
  z.object({ kind: z.literal("changeType"), entry: z.object(named) }),
  z.object({
    kind: z.literal("audience"),
    entry: z.object({ ...named, voice: z.enum(voices), contactIds: ids, customerIds: ids, mentionIds: ids, quietHours }),
  }),
  z.object({
    kind: z.literal("customer"),
    entry: z.object({
      ...named,
      zone,
      holidayRegion: region,
      contactIds: ids,
      serviceIds: ids,
      active: z.boolean().default(true),
    }),
  }),
  z.object({
    kind: z.literal("contact"),
    entry: z.object({
      ...named,
      kind: z.enum(["person", "group"]),
      role: oneLine,
      email: email.nullable(),
      slackId: oneLine.nullable(),
      teamsId: oneLine.nullable(),
      active: z.boolean(),
      isLarge: z.boolean().default(false),
    }),
  }),
  z.object({ kind: z.literal("channel"), entry: channel }),
]) satisfies z.ZodType<DirectoryEntry>;
export const freezeDraft = z.object({
  ...named,
  zone: z.string().max(100),
  start: wallInput,
  end: wallInput,
  serviceIds: ids,
  customerIds: ids,
  reason: text,
}) satisfies z.ZodType<FreezeDraft>;
export const outageDraft = z.object({
  id: newOrId,
  serviceId: newOrId,
  zone: z.string().max(100),
  start: wallInput,
  end: wallInput,
  note: oneLine,
}) satisfies z.ZodType<OutageDraft>;
export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u, "Write a month like 2026-12.");
export const directoryKind = z.enum(directoryKinds);

export const draft = z.object({ subject: oneLine, body: text }) satisfies z.ZodType<Draft>;
export const template = z.object({
  stage: z.enum(stages),
  voice: z.enum(voices),
  subject: oneLine,
  body: text,
}) satisfies z.ZodType<Template>;
export const stageAndVoice = z.object({ stage: z.enum(stages), voice: z.enum(voices) });
export const templateNames = z.array(stageAndVoice).max(stages.length * voices.length);
/** A file of templates; its reader says so itself when it is too long for one. */
export const templateCopy = z.string().max(pasteLength + 1);
export const previewSubject = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("example"), key: z.enum(exampleKeys) }),
  z.object({ kind: z.literal("window"), id }),
]) satisfies z.ZodType<PreviewSubject>;

const ownDay = z.object({
  date: isoDate,
  name: required,
  region,
  counts: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("off") }),
    z.object({ kind: z.literal("working") }),
    z.object({ kind: z.literal("half"), closesAt: timeOfDay }),
  ]),
}) satisfies z.ZodType<OwnDay>;

/** A salutation or sign-off may name a few facts, and nothing else of a template. */
function refuseHouseLine(words: string, context: z.RefinementCtx): void {
  const problem = houseLineProblem(words);
  if (problem !== null) context.addIssue({ code: "custom", message: problem });
}
/** What a picture of each kind begins with, in base64. */
const beginnings = { "image/png": "iVBORw0KGgo", "image/jpeg": "/9j/" } as const;
const logo = z
  .object({
    mediaType: z.enum(["image/png", "image/jpeg"]),
    width: z.int().min(1).max(largestLogo.width),
    height: z.int().min(1).max(largestLogo.height),
    base64: z.base64().max(Math.ceil(largestLogo.bytes / 3) * 4, "This picture is too large for a mail. Use one under 20 kB."),
  })
  .refine(({ mediaType, base64 }) => base64.startsWith(beginnings[mediaType]), "This is not a PNG or JPEG picture.");
export const houseStyle = z.object({
  salutation: oneLine.superRefine(refuseHouseLine),
  signOff: z
    .string()
    .max(longestSignOff, `Keep it under ${longestSignOff} characters.`)
    .refine((lines) => !hasControlCharacter.test(lines.replaceAll("\n", "")), "Take out the control characters.")
    .superRefine(refuseHouseLine),
  brandColour: z
    .string()
    .superRefine((colour, context) => {
      const problem = brandColourProblem(colour);
      if (problem !== null) context.addIssue({ code: "custom", message: problem.message });
    })
    .nullable(),
  logo: logo.nullable(),
  avoid: z
    .array(z.object({ words: required.max(80, "Keep it under 80 characters."), instead: oneLine }))
    .max(mostAvoided)
    .readonly(),
}) satisfies z.ZodType<HouseStyle>;

/** Letters and digits must fix it: a lone # would take every number for a record. */
const referencePattern = required
  .max(40, "Use at most 40 characters.")
  .regex(/^(?=.*\p{L}{2})(?=.*#)/u, "Write at least two letters, and # for the digits: OPS-#.");

export const workspace = z.object({
  id,
  name: required,
  zone,
  secondZone: zone.nullable(),
  holidayRegion: region,
  noticeCounting: z.enum(["clear", "elapsed"]),
  closeOfBusiness: timeOfDay,
  mode: z.enum(["practice", "live"]),
  referencePrefix: z.string().regex(/^[A-Z][A-Z0-9]{0,7}$/u, "Use one to eight capital letters or digits."),
  coordinator: z.object({ name: required, email }),
  contactPoint: oneLine,
  contactHours: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("always") }),
      z.object({
        kind: z.literal("weekly"),
        weekdays: z.array(weekday).min(1).max(7).readonly(),
        from: timeOfDay,
        to: timeOfDay,
      }),
    ])
    .nullable()
    .default(null),
  contactOtherwise: oneLine.default(""),
  internalDomains: z.array(required).max(100),
  publicAddresses: z.array(required).max(200).readonly().default([]),
  publicNames: z.array(required).max(200).readonly().default([]),
  internalNames: z.array(required).max(500).readonly().default([]),
  referencePatterns: z.array(referencePattern).max(100).readonly().default([]),
  massMentions: z.boolean().default(false),
  ownDays: z.array(ownDay).max(2000).readonly().default([]),
  uptimeCountsPlanned: z.boolean().default(true),
  houseStyle: houseStyle.default(noHouseStyle),
}) satisfies z.ZodType<Workspace>;
export const newWorkspace = z.object({
  name: required,
  zone,
  exampleId: id.nullable(),
  coordinator: z.object({ name: required, email }),
});

export const preferences = z.object({
  colorScheme: z.enum(["auto", "light", "dark"]),
  weekStartsOn: z.union([z.literal(1), z.literal(7)]),
  notifyWhenDue: z.boolean(),
  seenZone: zone.nullable(),
}) satisfies z.ZodType<Preferences>;

/** The longest foreign calendar or table, in characters; the reader says so itself when a file is longer. */
const importLength = 10_000_000;
export const importedFile = z.object({
  name: required,
  text: z
    .string()
    .max(importLength, `This file is longer than ${importLength.toLocaleString("en")} characters. Nothing was imported.`),
  mapping: z.partialRecord(z.enum(tableFields), z.int().min(0).max(1000)).nullable().default(null),
  dates: z.enum(["dayFirst", "monthFirst"]).nullable().default(null),
  answers: z
    .array(z.object({ key: z.string().max(100), field: z.enum(["start", "end"]), answer: z.enum(["earlier", "later"]) }))
    .max(5_000)
    .default([]),
});

export const newFeed = z.object({
  name: required,
  filter: z.object({
    serviceIds: ids,
    customerIds: ids,
    impacts: z.array(z.enum(impacts)).max(impacts.length),
  }) satisfies z.ZodType<FeedFilter>,
  keepAsFile: z.boolean(),
});

export const connectionKind = z.enum(connectionKinds);
/** What a connector asks for beside a token, by the names of its fields. */
export const connectionValues = z.record(z.string().regex(/^[a-zA-Z]{1,40}$/u), oneLine).default({});
/** Where a counterpart is kept, as its connector gave it. */
export const counterpartPlace = z.object({
  ids: z.array(oneLine.min(1)).max(100).readonly(),
  name: required,
  record: z.object({ id: required, url: z.url({ protocol: /^https?$/u }).nullable() }).nullable(),
});
/** What was decided about a place, by the names of its choices. */
export const placeChosen = z.record(z.string().regex(/^[a-zA-Z]{1,40}$/u), oneLine).default({});
export const searchWords = oneLine;
/** Which list of a connected system, with which words. */
export const listQuestion = z.object({
  kind: connectionKind,
  what: z.enum(listedKinds),
  within: required.nullable(),
  search: searchWords,
  ask: z.enum(["never", "ifOld", "now"]),
});
/** An API address a token may be sent to: https, or loopback for gateways and tests on this computer. */
export const apiUrl = z
  .url()
  .refine((value) => {
    const { protocol, hostname } = new URL(value);
    return protocol === "https:" || (protocol === "http:" && (hostname === "127.0.0.1" || hostname === "localhost"));
  }, "Write an address that starts with https://.")
  .nullable();
/** What a guided sign-in is begun with. */
export const signIn = z.object({
  kind: connectionKind,
  way: z.enum(signInWays),
  values: connectionValues,
  features: z.array(z.string().regex(/^[a-zA-Z]{1,40}$/u)).max(20),
});
export const reason = required;
export const override = z.object({ key: z.string().max(1000), reason: required }) satisfies z.ZodType<Override>;
export const note = text;
export const auditQuestion = z.object({
  who: oneLine,
  area: z.enum(auditAreas).nullable(),
  about: oneLine,
}) satisfies z.ZodType<AuditQuestion>;
