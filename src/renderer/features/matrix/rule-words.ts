import { assertNever } from "../../../core/domain/assert-never.ts";
import type { Directory } from "../../../core/domain/directory.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { type Condition, isOfClock, type Place, type Promised, type Rule, type Timing } from "../../../core/domain/matrix.ts";
import { isOutside } from "../../../core/domain/planning/plan-recipients.ts";
import { describeAmount, nameOfWeekday } from "../../../core/domain/rule-words.ts";
import { zonePlace } from "../../ui/time-words.ts";
import { stageWords } from "../../ui/words.ts";

/** What the words of a rule are looked up in. */
export type RuleContext = {
  readonly directory: Directory;
  /** The coordinator's zone. */
  readonly zone: ZoneId;
};

/** A timing as briefly as a cell allows: `48 h before`, `5 business days before, 09:00 their time`, `weekly on Wed, 10:00 London`. */
export function timingWords(timing: Timing, isOutsideAudience: boolean, zone: ZoneId): string {
  switch (timing.kind) {
    case "planning":
      return "when planning starts";
    case "before": {
      if (isOfClock(timing.unit)) return `${timing.amount} ${timing.unit === "hours" ? "h" : "min"} before`;
      const days = `${describeAmount(timing.amount, timing.unit)} before`;
      return timing.at === null ? days : `${days}, ${timing.at} ${placeWords(timing.place, isOutsideAudience, zone)}`;
    }
    case "weekly": {
      const rhythm = timing.everyWeeks === 1 ? "weekly" : "every 2 weeks";
      const weekday = nameOfWeekday(timing.weekday).slice(0, 3);
      return `${rhythm} on ${weekday}, ${timing.at} ${placeWords(timing.place, isOutsideAudience, zone)}`;
    }
    case "start":
      return "at the start";
    case "during":
      return `every ${timing.everyMinutes} min`;
    case "end":
      return "at the end";
    case "statusChange":
      return "when it happens";
    default:
      return assertNever(timing);
  }
}

/** Whose time it is, as it stands after a time of day. */
function placeWords(place: Place, isOutsideAudience: boolean, zone: ZoneId): string {
  switch (place.kind) {
    case "recipient":
      return isOutsideAudience ? "their time" : zonePlace(zone);
    case "coordinator":
      return zonePlace(zone);
    case "service":
      return "service’s time";
    case "named":
      return zonePlace(place.zone);
    default:
      return assertNever(place);
  }
}

/** The promised notice: `≥ 3 business days`; whole days from three on are said as days. */
export function promisedWords({ amount, unit }: Promised): string {
  const isDays = unit === "hours" && amount >= 72 && amount % 24 === 0;
  return `≥ ${isDays ? describeAmount(amount / 24, "days") : describeAmount(amount, unit)}`;
}

/** When a rule speaks at all: `if customers are affected and there is an impact`; empty when always. */
export function conditionWords({ customersAffected, impactOnly, serviceIds }: Condition, directory: Directory): string {
  const ifs = [...(customersAffected ? ["customers are affected"] : []), ...(impactOnly ? ["there is an impact"] : [])];
  const services = serviceIds.length === 0 ? [] : [`only for ${namesOf(serviceIds, directory.services)}`];
  return [...(ifs.length === 0 ? [] : [`if ${ifs.join(" and ")}`]), ...services].join(", ");
}

export const sendingWords: Readonly<Record<Rule["sending"], string>> = {
  automatic: "By itself when due",
  person: "Waits for a person",
};

/** Names for ids, as a sentence lists them. */
export function namesOf(ids: readonly string[], entries: readonly { readonly id: string; readonly name: string }[]): string {
  return ids.map((id) => entries.find((entry) => entry.id === id)?.name ?? "a removed entry").join(", ");
}

export const everyChangeType = "Every change type";

/** Everything a search over rules looks at, in lower case. */
export function searchWords(rule: Rule, { directory, zone }: RuleContext): string {
  const audience = directory.audiences.find(({ id }) => id === rule.audienceId);
  return [
    rule.changeTypeId === null ? everyChangeType : namesOf([rule.changeTypeId], directory.changeTypes),
    audience?.name ?? "",
    stageWords[rule.stage],
    timingWords(rule.timing, audience !== undefined && isOutside(audience), zone),
    namesOf(rule.channelIds, directory.channels),
    rule.promised === null ? "" : `promised ${promisedWords(rule.promised)}`,
    conditionWords(rule.condition, directory),
    rule.lead,
    sendingWords[rule.sending],
    rule.source,
  ]
    .join(" ")
    .toLowerCase();
}
