import { assertNever } from "../../../core/domain/assert-never.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import {
  isOfClock,
  type Place,
  type Promised,
  type Rule,
  type Stage,
  type Timing,
  type TimingUnit,
  type Weekday,
} from "../../../core/domain/matrix.ts";
import { isTimeOfDay } from "../../../core/domain/zoned-time.ts";
import type { Inputs } from "../../api/inputs.ts";
import { stageTimings, type TimingKind } from "./stage-timings.ts";

export type RuleInput = Inputs["matrix"]["save"];

/** Stands for every change type in the form; never an id, since ids have no asterisk. */
export const every = "*";

/** A rule as the form holds it: every kind of timing keeps its own fields, so that going back to a kind loses nothing. */
export type RuleValues = {
  /** Empty: not chosen yet. */
  changeTypeId: string;
  stage: Stage;
  audienceId: string;
  channelIds: string[];
  timing: {
    kind: TimingKind;
    amount: number | string;
    unit: TimingUnit;
    /** A time of day; empty for the start's. */
    at: string;
    place: Place["kind"];
    zone: ZoneId;
    weekday: Weekday;
    everyWeeks: "1" | "2";
    weeklyAt: string;
    everyMinutes: number | string;
  };
  isPromised: boolean;
  promised: { amount: number | string; unit: Promised["unit"]; calendar: Promised["calendar"] };
  condition: { customersAffected: boolean; impactOnly: boolean; serviceIds: string[] };
  lead: string;
  sending: Rule["sending"];
  source: string;
};

/** Where a new rule begins: the cell it was added in, or nothing. */
export type NewRule = { readonly changeTypeId: string; readonly audienceId: string };

/** The form of a new rule: a person sends it, three business days before, until said otherwise. */
export function newValues({ changeTypeId, audienceId }: NewRule, zone: ZoneId): RuleValues {
  return {
    changeTypeId,
    stage: "announce",
    audienceId,
    channelIds: [],
    timing: {
      kind: stageTimings.announce[0],
      amount: 3,
      unit: "businessDays",
      at: "09:00",
      place: "recipient",
      zone,
      weekday: 1,
      everyWeeks: "1",
      weeklyAt: "09:00",
      everyMinutes: 60,
    },
    isPromised: false,
    promised: { amount: 3, unit: "businessDays", calendar: "customer" },
    condition: { customersAffected: false, impactOnly: false, serviceIds: [] },
    lead: "",
    sending: "person",
    source: "",
  };
}

/** The form of a stored rule. */
export function valuesOf(rule: Rule, zone: ZoneId): RuleValues {
  const blank = newValues({ changeTypeId: rule.changeTypeId ?? every, audienceId: rule.audienceId }, zone);
  return {
    ...blank,
    stage: rule.stage,
    channelIds: [...rule.channelIds],
    timing: { ...blank.timing, ...timingValues(rule.timing) },
    isPromised: rule.promised !== null,
    promised: rule.promised === null ? blank.promised : { ...rule.promised },
    condition: { ...rule.condition, serviceIds: [...rule.condition.serviceIds] },
    lead: rule.lead,
    sending: rule.sending,
    source: rule.source,
  };
}

function timingValues(timing: Timing): Partial<RuleValues["timing"]> {
  switch (timing.kind) {
    case "before":
      return { kind: "before", amount: timing.amount, unit: timing.unit, at: timing.at ?? "", ...placeValues(timing.place) };
    case "weekly":
      return {
        kind: "weekly",
        weekday: timing.weekday,
        everyWeeks: timing.everyWeeks === 1 ? "1" : "2",
        weeklyAt: timing.at,
        ...placeValues(timing.place),
      };
    case "during":
      return { kind: "during", everyMinutes: timing.everyMinutes };
    case "planning":
    case "start":
    case "end":
    case "statusChange":
      return { kind: timing.kind };
    default:
      return assertNever(timing);
  }
}

function placeValues(place: Place): Partial<RuleValues["timing"]> {
  return place.kind === "named" ? { place: "named", zone: place.zone } : { place: place.kind };
}

/** What must still be filled in, by field. Whatever else is wrong, the backend says. */
export function problemsWith(values: RuleValues): Readonly<Record<string, string>> {
  const { timing } = values;
  const problems: Record<string, string> = {};
  if (values.changeTypeId === "") problems.changeTypeId = "Choose a kind of change, or every one.";
  if (values.audienceId === "") problems.audienceId = "Choose who is told.";
  if (values.channelIds.length === 0) problems.channelIds = "Choose at least one channel.";
  if (timing.kind === "before") {
    if (!isWhole(timing.amount, 1, 365)) problems["timing.amount"] = "Write a whole number from 1 to 365.";
    const needsTime = !isOfClock(timing.unit) && timing.at !== "";
    if (needsTime && !isTimeOfDay(timing.at)) problems["timing.at"] = "Write a time like 09:00.";
  }
  if (timing.kind === "weekly" && !isTimeOfDay(timing.weeklyAt)) problems["timing.weeklyAt"] = "Write a time like 09:00.";
  if (timing.kind === "during" && !isWhole(timing.everyMinutes, 5, 1440)) {
    problems["timing.everyMinutes"] = "Write a whole number from 5 to 1440.";
  }
  if (values.isPromised && !isWhole(values.promised.amount, 1, 8760)) {
    problems["promised.amount"] = "Write a whole number from 1 to 8760.";
  }
  return problems;
}

/** The rule the form describes; only of values without problems. An empty `id` makes a new rule. */
export function ruleOf(id: string, values: RuleValues): RuleInput {
  return {
    id,
    changeTypeId: values.changeTypeId === every ? null : values.changeTypeId,
    stage: values.stage,
    audienceId: values.audienceId,
    channelIds: values.channelIds,
    timing: timingOf(values.timing),
    promised: values.isPromised ? { ...values.promised, amount: Number(values.promised.amount) } : null,
    condition: values.condition,
    lead: values.lead.trim(),
    sending: values.sending,
    source: values.source.trim(),
  };
}

function timingOf(values: RuleValues["timing"]): Timing {
  const { kind } = values;
  switch (kind) {
    case "before":
      return {
        kind,
        amount: Number(values.amount),
        unit: values.unit,
        at: isOfClock(values.unit) || values.at === "" ? null : values.at,
        place: placeOf(values),
      };
    case "weekly":
      return {
        kind,
        weekday: values.weekday,
        everyWeeks: values.everyWeeks === "1" ? 1 : 2,
        at: values.weeklyAt,
        place: placeOf(values),
      };
    case "during":
      return { kind, everyMinutes: Number(values.everyMinutes) };
    case "planning":
    case "start":
    case "end":
    case "statusChange":
      return { kind };
    default:
      return assertNever(kind);
  }
}

function placeOf({ place, zone }: RuleValues["timing"]): Place {
  return place === "named" ? { kind: "named", zone } : { kind: place };
}

/** A refusal's fields by the form's names: `timing.place.zone` is asked for as `timing.zone`. */
export function formFields(fields: Readonly<Record<string, string>>, kind: TimingKind): Record<string, string> {
  const names: Readonly<Record<string, string>> = {
    "timing.place.zone": "timing.zone",
    "timing.at": kind === "weekly" ? "timing.weeklyAt" : "timing.at",
  };
  return Object.fromEntries(
    Object.entries(fields).map(([field, message]) => [names[field] ?? field.replace(/^(\w+Ids)\.\d+$/u, "$1"), message]),
  );
}

/** Writes a typed time in full: `9` and `900` become `09:00`; anything else stays as it is, for the message at the field. */
export function tidyTime(typed: string): string {
  const match = /^(\d{1,2})[:.h ]?(\d{2})?$/u.exec(typed.trim());
  if (match === null) return typed.trim();
  const [, hours = "", minutes = "00"] = match;
  return `${hours.padStart(2, "0")}:${minutes}`;
}

function isWhole(value: number | string, least: number, most: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}
