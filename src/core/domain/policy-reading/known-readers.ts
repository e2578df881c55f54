import type { PolicyQuestion, PolicyReading, ProposedRule } from "../policy.ts";
import { voiceOf } from "./words/audience-words.ts";
import { literally } from "./words/plain-text.ts";

type Audience = ProposedRule["audience"];

/** The readers a policy names one by one, by their names in lower case. */
export function knownReaders(rules: readonly ProposedRule[]): ReadonlyMap<string, Audience> {
  const known = new Map<string, Audience>();
  for (const { audience } of rules) {
    const key = keyOf(audience.name);
    if (partsOf(audience.name).length === 1 && !known.has(key)) known.set(key, audience);
  }
  return known;
}

/** `Reported to D in the chat`: the sentence with the readers whom its codes stand for. */
export function withCodesInFull(sentence: string, codes: ReadonlyMap<string, string>): string {
  return [...codes].reduce(
    (text, [code, name]) =>
      text.replace(
        new RegExp(`(?<=^|[,:] |\\b(?:to|for|and|or|inform|tell|notify) )${literally(code)}(?=${afterReaders})`, "gu"),
        () => name,
      ),
    sentence,
  );
}

const afterReaders = "[,.;]|$| (?:in|by|via|through|on|and|or|receives?|gets?|hears?|is|are)(?!\\p{L})";

/** What is read for `D`, for those whom a table of the document says D stands for. */
export function withReadersInFull(reading: PolicyReading, codes: ReadonlyMap<string, string>): PolicyReading {
  if (codes.size === 0) return reading;
  return {
    ...reading,
    rules: reading.rules.map((one) => ({ ...one, rule: nameInFull(one.rule, codes) })),
    questions: reading.questions.map((question) => ({
      ...question,
      choices: question.choices.map((choice) => ({ ...choice, rules: choice.rules.map((rule) => nameInFull(rule, codes)) })),
    })),
  };
}

function nameInFull(rule: ProposedRule, codes: ReadonlyMap<string, string>): ProposedRule {
  const name = codes.get(rule.audience.name);
  return name === undefined
    ? rule
    : { ...rule, audience: { ...rule.audience, name, voice: voiceOf(name) ?? rule.audience.voice } };
}

/** `Branch managers and corporate clients`: two rules, where the policy names each of them elsewhere by itself. */
export function apartAsKnown(rule: ProposedRule, known: ReadonlyMap<string, Audience>): readonly ProposedRule[] {
  const { voice: usual } = known.get(keyOf(rule.audience.name)) ?? rule.audience;
  // The same readers are spoken to in one way, whatever else a sentence names beside them.
  if (usual !== rule.audience.voice) return [{ ...rule, audience: { ...rule.audience, voice: usual } }];
  const parts = partsOf(rule.audience.name).map((name) => known.get(keyOf(name)));
  const found = parts.filter((part) => part !== undefined);
  if (parts.length < 2 || found.length < parts.length) return [rule];
  return found.map(({ name, voice }) => ({ ...rule, audience: { ...rule.audience, name, voice } }));
}

/**
 * `All users | Status page` in a table, and `the status page says so` in a sentence: who reads the page is said, where all that
 * is announced there is announced to the same readers.
 */
export function asReadersOfPlace(
  rule: ProposedRule,
  rules: readonly ProposedRule[],
  isOpen: (name: string) => boolean,
): ProposedRule {
  const [place, ...others] = rule.channels;
  if (!isOpen(rule.audience.name) || place === undefined || !isPlace(place) || others.length > 0 || isOpen(place.name))
    return rule;
  const isThere = (one: ProposedRule): boolean =>
    one.channels.some(({ name }) => name.toLowerCase() === place.name.toLowerCase());
  const told = rules.filter((one) => one.stage === "announce" && !isOpen(one.audience.name) && isThere(one));
  const [reader] = told;
  const isOne = reader !== undefined && told.every((one) => keyOf(one.audience.name) === keyOf(reader.audience.name));
  return isOne ? { ...rule, audience: reader.audience } : rule;
}

/** A page or a list with a name of its own; `Email` is none. */
function isPlace({ kind, name }: ProposedRule["channels"][number]): boolean {
  return kind === "manual" || (kind === "mail" && name !== "Email");
}

export function choicesApart(question: PolicyQuestion, known: ReadonlyMap<string, Audience>): PolicyQuestion {
  return {
    ...question,
    choices: question.choices.map((choice) => ({
      ...choice,
      rules: choice.rules.flatMap((rule) => apartAsKnown(rule, known)),
    })),
  };
}

function partsOf(name: string): string[] {
  return name.split(/\s*,\s*(?:(?:and|und|og|et)\s)?|\s(?:and|und|og|et)\s|\s*&\s*/iu).filter((part) => part !== "");
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/^(?:all |the |our )+/u, "");
}
