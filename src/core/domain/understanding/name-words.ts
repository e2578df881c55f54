import type { ChangeType, Service } from "../directory.ts";
import type { Impact } from "../window.ts";

/** What a name was found to mean: one entry, several between which must be asked, or none. */
type NameReading<Entry> =
  | { readonly kind: "one"; readonly entry: Entry }
  | { readonly kind: "several"; readonly entries: readonly Entry[] }
  | { readonly kind: "none" };

const impactPhrases: ReadonlyMap<string, Impact> = new Map([
  ["none", "none"],
  ["no impact", "none"],
  ["no user impact", "none"],
  ["no customer impact", "none"],
  ["without impact", "none"],
  ["no interruption", "none"],
  ["no disruption", "none"],
  ["no effect", "none"],
  ["no outage", "none"],
  ["zero impact", "none"],
  ["not noticeable", "none"],
  ["reduced redundancy", "reducedRedundancy"],
  ["redundancy reduced", "reducedRedundancy"],
  ["less redundancy", "reducedRedundancy"],
  ["without redundancy", "reducedRedundancy"],
  ["loss of redundancy", "reducedRedundancy"],
  ["reduced resiliency", "reducedRedundancy"],
  ["no failover", "reducedRedundancy"],
  ["service at risk", "reducedRedundancy"],
  ["reduced resilience", "reducedRedundancy"],
  ["no redundancy", "reducedRedundancy"],
  ["at risk", "reducedRedundancy"],
  ["degraded", "degraded"],
  ["degraded performance", "degraded"],
  ["degraded service", "degraded"],
  ["degradation", "degraded"],
  ["performance degradation", "degraded"],
  ["service degradation", "degraded"],
  ["reduced performance", "degraded"],
  ["slow performance", "degraded"],
  ["slowness", "degraded"],
  ["slowdown", "degraded"],
  ["brownout", "degraded"],
  ["intermittent", "degraded"],
  ["intermittent errors", "degraded"],
  ["read only", "degraded"],
  ["limited service", "degraded"],
  ["slow", "degraded"],
  ["slower", "degraded"],
  ["outage", "outage"],
  ["full outage", "outage"],
  ["total outage", "outage"],
  ["complete outage", "outage"],
  ["service outage", "outage"],
  ["service unavailable", "outage"],
  ["not available", "outage"],
  ["full downtime", "outage"],
  ["hard down", "outage"],
  ["interruption", "outage"],
  ["service interruption", "outage"],
  ["down", "outage"],
  ["downtime", "outage"],
  ["unavailable", "outage"],
  ["offline", "outage"],
]);

/** The impact a part of the line states, or null. "No downtime" says what will not happen, not what will: it is no answer. */
export function impactNamed(text: string): Impact | null {
  const words = wordsOf(text)
    .join(" ")
    .replace(/^(?:anticipated )?impact (?:is )?/u, "");
  return impactPhrases.get(words) ?? impactPhrases.get(words.replace(/ impact$/u, "")) ?? null;
}

/** The service a part names: by its name, its name and environment, or enough of their beginnings. */
export function serviceNamed(text: string, services: readonly Service[]): NameReading<Service> {
  const typed = wordsOf(text);
  if (typed.length === 0) return { kind: "none" };
  const exact = services.filter(({ name, environment }) => {
    const joined = typed.join(" ");
    const full = wordsOf(name).join(" ");
    const place = wordsOf(environment).join(" ");
    return joined === full || joined === `${full} ${place}` || joined === `${place} ${full}`;
  });
  if (exact.length > 0) return reading(exact);
  return reading(
    services.filter(({ name, environment }) => {
      const ofName = wordsOf(name);
      const ofBoth = [...ofName, ...wordsOf(environment)];
      // "production" alone is true of many services and names none.
      return typed.every((word) => begins(word, ofBoth)) && typed.some((word) => begins(word, ofName));
    }),
  );
}

/** The change type a part names, in full or by enough of its words. */
export function changeTypeNamed(text: string, changeTypes: readonly ChangeType[]): NameReading<ChangeType> {
  const typed = wordsOf(text);
  if (typed.length === 0) return { kind: "none" };
  const exact = changeTypes.filter(({ name }) => wordsOf(name).join(" ") === typed.join(" "));
  if (exact.length > 0) return reading(exact);
  return reading(changeTypes.filter(({ name }) => typed.every((word) => begins(word, wordsOf(name)))));
}

/** Services whose whole name stands in a title, the more exact before the others. */
export function serviceInTitle(title: string, services: readonly Service[]): NameReading<Service> {
  const within = ` ${wordsOf(title).join(" ")} `;
  const stands = (words: string) => wordsOf(words).length > 0 && within.includes(` ${wordsOf(words).join(" ")} `);
  const exact = services.filter(({ name, environment }) => stands(`${name} ${environment}`));
  return reading(exact.length > 0 ? exact : services.filter(({ name }) => stands(name)));
}

function reading<Entry>(entries: readonly Entry[]): NameReading<Entry> {
  const [first, ...others] = entries;
  if (first === undefined) return { kind: "none" };
  return others.length === 0 ? { kind: "one", entry: first } : { kind: "several", entries };
}

/** Whether a typed word begins one of these; two letters at least, unless it is the whole word. */
function begins(word: string, words: readonly string[]): boolean {
  return words.some((whole) => whole === word || (word.length >= 2 && whole.startsWith(word)));
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
