import { anyOf } from "../../any-of.ts";
import { isNamed, plainText, startWithCapital, wholeWords } from "./plain-text.ts";

/** Words each usual change type may be written with; a name made only of its words, with all that are `needed`, is it. */
const usual: readonly { readonly name: string; readonly needed: readonly RegExp[]; readonly allowed: RegExp }[] = [
  {
    name: "Emergency fix",
    needed: [/^(?:emergency|urgent|unplanned|notfall)$/u],
    allowed: /^(?:fix|fixes|change|changes|hotfix|patch|release|deployment|update|notfall|änderung)$/u,
  },
  {
    name: "Planned infrastructure update",
    needed: [/^infra(?:structure)?$/u],
    allowed: /^(?:planned|update|updates|change|changes|upgrade|upgrades|maintenance|deployment|work)$/u,
  },
  {
    name: "Application update",
    needed: [/^(?:app|apps|application|applications|software)$/u],
    allowed: /^(?:planned|update|updates|release|releases|deployment|deployments|change|changes|upgrade)$/u,
  },
  {
    name: "Scheduled maintenance",
    needed: [/^(?:scheduled|planned|routine|regular)$/u, /^maintenance$/u],
    allowed: /^(?:window|windows|work)$/u,
  },
  {
    name: "Permission change",
    needed: [/^(?:permission|permissions|access)$/u],
    allowed: /^(?:iam|change|changes|update|updates|rights|request)$/u,
  },
  {
    name: "Cost optimisation",
    needed: [/^costs?$/u],
    allowed: /^(?:optimi[sz]ation|optimi[sz]ations|saving|savings|reduction|work)$/u,
  },
];

/** The usual name for a change type where the policy means the same, else the policy's own words, without the number of a heading. */
export function readChangeType(words: string): string {
  const name = plainText(words)
    .replace(/^\s*(?:\p{Lu}\.)?(?:\d+(?:\.\d+)*[.)]?|\p{Lu}[.)]|[ivx]+[.)]|[IVX]+[.)]) (?=\p{L})/u, "")
    .replace(/\s+/gu, " ")
    .trim()
    // A heading in capitals.
    .replace(/^(?=[^\p{Ll}]*$)(?=.*\p{Lu}{5}).*$/u, (capitals) => capitals.toLowerCase());
  return usualChangeType(words) ?? startWithCapital(name);
}

/** The usual change type these words mean, or null. */
export function usualChangeType(words: string): string | null {
  const tokens = plainText(words)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== "");
  if (tokens.length < 2) return null;
  const found = usual.find(
    (type) =>
      type.needed.every((needed) => tokens.some((token) => needed.test(token))) &&
      tokens.every((token) => type.allowed.test(token) || type.needed.some((needed) => needed.test(token))),
  );
  return found?.name ?? null;
}

const everyKind = anyOf`
  changes?|types?|categories|classes|kinds|levels|deployments?|releases?
  // German, Danish and French
  änderungen|ændringer|changements?
`;
const every = new RegExp(String.raw`^(?:all|any|every|alle|tous|toutes)(?:\s+(?:other\s+)?(?:planned\s+)?${everyKind})?$`, "iu");
/** `Downtime notice` names a notice, and no kind of change. */
const noticeAlone = /^(?:(?:downtime|outage|change|service) )?(?:notices?|notifications?|announcements?|messages?)$/iu;

/** Words that stand for every kind of change: `All changes`, `any`. */
export function isEveryChange(words: string): boolean {
  const text = plainText(words).trim();
  return noticeAlone.test(text) || every.test(text);
}

/** Whether two names are of one kind of change: `Version Change` and `Version changes`. */
export function isSameKind(one: string, other: string): boolean {
  return singular(one) === singular(other);
}

function singular(name: string): string {
  return name.toLowerCase().replace(/(?<=\p{L}{3})s$/u, "");
}

const urgent = anyOf`
  emergency|emergencies|urgent|unplanned|hot ?fix(?:es)?
  // German
  notfall\p{L}*|dringende?[nrs]?|eilige?[nrs]?
  // Danish
  akutt?e?
  // French
  urgente?s?|d'urgence
`;
const urgentWords = wholeWords(urgent);

/** Whether a kind of change is done as soon as it can be. */
export function isUrgentChange(name: string): boolean {
  return isNamed(urgentWords, name);
}
