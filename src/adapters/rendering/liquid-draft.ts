import { AssertionError, Drop, Liquid, LiquidError, type Template } from "liquidjs";
import { LRUCache } from "lru-cache";
import { isFactName } from "../../core/domain/fact-names.ts";
import type { Facts, FactValue, TemplateProblem } from "../../core/domain/message.ts";
import { placeholderFor, withoutReserved } from "./placeholders.ts";

/** What stands at a placeholder: a value, or the words for a gap. */
export type Slot = FactValue | { readonly kind: "missing"; readonly text: string };

/** A subject or body after Liquid: Markdown with placeholders, and what they stand for. */
export type Expansion = { readonly text: string; readonly slots: readonly Slot[]; readonly problems: readonly TemplateProblem[] };

type Part = TemplateProblem["part"];
/** A variable as written, by its segments: `window.reason` is two. */
type Name = readonly string[];
type Parsed =
  | { readonly kind: "parsed"; readonly source: string; readonly templates: Template[]; readonly names: readonly Name[] }
  | { readonly kind: "broken"; readonly source: string; readonly line: number; readonly message: string };

/** What a notice needs; the rest (files, raw output, captures, dates in the computer's zone) only opens doors. */
const allowedTags = new Set(["if", "unless", "for", "case", "comment", "break", "continue"]);
const allowedFilters = new Set([
  "default",
  "upcase",
  "downcase",
  "capitalize",
  "strip",
  "truncate",
  "size",
  "first",
  "last",
  "join",
]);
const properties = new Set(["size", "first", "last"]);

/** A link or a mention inside Liquid: compares and filters as its words, prints as itself. */
class ValueDrop extends Drop {
  readonly #words: string;
  readonly fact: FactValue;
  constructor(fact: FactValue, words: string) {
    super();
    this.fact = fact;
    this.#words = words;
  }
  override valueOf(): string {
    return this.#words;
  }
}

/** A name without a value: false in a condition, a marked gap where it is printed. */
class GapDrop extends Drop {
  readonly gap: string;
  constructor(name: string) {
    super();
    this.gap = name;
  }
  override valueOf(): null {
    return null;
  }
}

/** Collects what one rendering prints. Rendering is synchronous, so one at a time is in hand. */
type Collector = { readonly slots: Slot[]; readonly empty: Set<string> };

/** Expands the Liquid of drafts. Keeps the parsed form of the last drafts. */
export function createLiquidExpander(): (source: string, part: Part, facts: Facts) => Expansion {
  let collector: Collector = { slots: [], empty: new Set() };

  const engine = new Liquid({
    strictFilters: true,
    ownPropertyOnly: true,
    dynamicPartials: false,
    templates: {},
    parseLimit: 100_000,
    renderLimit: 2_000,
    memoryLimit: 100_000,
    outputEscape: (value: unknown) => placeholderFor(collector.slots.push(slotFor(value, collector.empty)) - 1),
  });
  for (const tag of Object.keys(engine.tags)) if (!allowedTags.has(tag)) delete engine.tags[tag];
  for (const filter of Object.keys(engine.filters)) if (!allowedFilters.has(filter)) engine.unregisterFilter(filter);

  const cache = new LRUCache<string, Parsed>({ max: 200 });

  function parse(typed: string): Parsed {
    const known = cache.get(typed);
    if (known !== undefined) return known;
    const source = withoutReserved(typed);
    let parsed: Parsed;
    try {
      const templates = engine.parse(source);
      const names = engine.globalVariableSegmentsSync(templates).map((segments) => segments.flat(3).map(String));
      parsed = { kind: "parsed", source, templates, names };
    } catch (error) {
      parsed = { kind: "broken", source, ...explain(error) };
    }
    cache.set(typed, parsed);
    return parsed;
  }

  return (typed, part, facts) => {
    const parsed = parse(typed);
    if (parsed.kind === "broken") return asTyped(parsed.source, part, parsed);

    const problems: TemplateProblem[] = [];
    const scope = scopeOf(parsed.names, facts);
    for (const name of scope.unknown) problems.push({ kind: "unknownVariable", part, name });

    collector = { slots: [], empty: new Set() };
    const { slots, empty } = collector;
    try {
      const text = String(engine.renderSync(parsed.templates, scope.values));
      for (const name of empty) if (!scope.unknown.has(name)) problems.push({ kind: "emptyVariable", part, name });
      return { text, slots, problems };
    } catch (error) {
      return asTyped(parsed.source, part, explain(error));
    }
  };
}

/** A draft that is no valid Liquid is shown as it was typed, so that the author sees where. */
function asTyped(source: string, part: Part, problem: { readonly line: number; readonly message: string }): Expansion {
  return {
    text: placeholderFor(0),
    slots: [{ kind: "text", text: source }],
    problems: [{ kind: "syntax", part, line: problem.line, message: problem.message }],
  };
}

function explain(error: unknown): { line: number; message: string } {
  if (error instanceof AssertionError) return { line: 1, message: error.message };
  if (!LiquidError.is(error)) throw error;
  const [line] = error.token.getPosition();
  return { line: line ?? 1, message: error.originalError?.message ?? error.message.replace(/, line:.*$/su, "") };
}

function slotFor(value: unknown, empty: Set<string>): Slot {
  if (value instanceof GapDrop) {
    empty.add(value.gap);
    return { kind: "missing", text: isFactName(value.gap) ? `${value.gap} is empty` : `${value.gap} is unknown` };
  }
  if (value instanceof ValueDrop) return value.fact;
  if (Array.isArray(value)) {
    return { kind: "list", items: value.map((item) => slotFor(item, empty)).filter((slot) => slot.kind !== "missing") };
  }
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  if (text === "") {
    empty.add("value");
    return { kind: "missing", text: "value is empty" };
  }
  return { kind: "text", text };
}

/** The facts a draft names, as nested objects; a name without a value becomes a gap. */
function scopeOf(names: readonly Name[], facts: Facts) {
  const values: Record<string, unknown> = Object.create(null);
  const unknown = new Set<string>();
  for (const written of names) {
    const path = withoutProperty(written, facts);
    const name = path.join(".");
    const fact = facts.get(name);
    if (fact === undefined && !isFactName(name)) unknown.add(name);
    place(values, path, fact === undefined ? new GapDrop(name) : liquidValue(fact, name));
  }
  return { values, unknown };
}

/** `window.references.size` reads the fact `window.references`. */
function withoutProperty(path: Name, facts: Facts): Name {
  const last = path.at(-1);
  if (last === undefined || !properties.has(last) || facts.has(path.join("."))) return path;
  return path.slice(0, -1);
}

function place(values: Record<string, unknown>, path: Name, value: unknown): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  if (rest.length === 0) {
    if (!(key in values)) values[key] = value;
    return;
  }
  const inner = values[key];
  const next: Record<string, unknown> = isPlain(inner) ? inner : Object.create(null);
  values[key] = next;
  place(next, rest, value);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !(value instanceof Drop) && !Array.isArray(value);
}

function liquidValue(fact: FactValue, name: string): unknown {
  switch (fact.kind) {
    case "text":
      return fact.text === "" ? new GapDrop(name) : fact.text;
    case "link":
      return new ValueDrop(fact, fact.text);
    case "mention":
      return new ValueDrop(fact, fact.name);
    case "list":
      return fact.items.length === 0 ? new GapDrop(name) : fact.items.map((item) => liquidValue(item, name));
  }
}
