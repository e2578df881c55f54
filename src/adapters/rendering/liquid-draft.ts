import { AssertionError, Drop, Liquid, LiquidError, type Template } from "liquidjs";
import { LRUCache } from "lru-cache";
import { isFactName } from "../../core/domain/fact-names.ts";
import type { Facts, FactValue, TemplateProblem } from "../../core/domain/message.ts";
import { troubleInWords } from "./liquid-words.ts";
import { placeholderFor, withoutReserved } from "./placeholders.ts";

/** What stands at a placeholder: a value, or the words for a gap. */
export type Slot = FactValue | { readonly kind: "missing"; readonly text: string };

/** A subject or body after Liquid: Markdown with placeholders, and what they stand for. */
export type Expansion = { readonly text: string; readonly slots: readonly Slot[]; readonly problems: readonly TemplateProblem[] };

type Part = TemplateProblem["part"];
/** A variable as written, by its segments: `window.reason` is two. */
type Name = readonly string[];
type Parsed =
  | {
      readonly kind: "parsed";
      readonly source: string;
      readonly templates: Template[];
      readonly names: readonly Name[];
      readonly isPlain: boolean;
    }
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

/** What a plain draft comes to for some set of facts, before their values. */
type Outline = {
  readonly text: string;
  readonly empty: Set<string>;
  readonly slots: readonly (Slot | { readonly kind: "named"; readonly name: string; readonly instead: Slot })[];
};

/** Expands the Liquid of drafts. Keeps the parsed form of the last drafts. */
export function createLiquidExpander(): (source: string, part: Part, facts: Facts) => Expansion {
  let collector: Collector = { slots: [], empty: new Set() };

  const engine = new Liquid({
    strictFilters: true,
    ownPropertyOnly: true,
    dynamicPartials: false,
    // Else Liquid asks the system for it, which is the first use of ICU: 20 ms of every start. No allowed filter needs one.
    locale: "en",
    templates: {},
    parseLimit: 100_000,
    renderLimit: 2_000,
    memoryLimit: 100_000,
    outputEscape: (value: unknown) => placeholderFor(collector.slots.push(slotFor(value, collector.empty)) - 1),
  });
  for (const tag of Object.keys(engine.tags)) if (!allowedTags.has(tag)) delete engine.tags[tag];
  for (const filter of Object.keys(engine.filters)) if (!allowedFilters.has(filter)) engine.unregisterFilter(filter);

  const cache = new LRUCache<string, Parsed>({ max: 200 });
  const outlines = new LRUCache<string, Outline>({ max: 500 });

  function parse(typed: string): Parsed {
    const known = cache.get(typed);
    if (known !== undefined) return known;
    const source = withoutReserved(typed);
    let parsed: Parsed;
    try {
      const templates = engine.parse(source);
      const names = engine.globalVariableSegmentsSync(templates).map((segments) => segments.flat(3).map(String));
      parsed = { kind: "parsed", source, templates, names, isPlain: isPlainDraft(source) };
    } catch (error) {
      parsed = { kind: "broken", source, ...explain(error) };
    }
    cache.set(typed, parsed);
    return parsed;
  }

  function print(templates: Template[], values: object): Collector & { text: string } {
    collector = { slots: [], empty: new Set() };
    const { slots, empty } = collector;
    return { text: String(engine.renderSync(templates, values)), slots, empty };
  }

  /** A plain draft says the same for everybody who has the same facts; only the values differ. */
  function fromOutline(parsed: Extract<Parsed, { kind: "parsed" }>, facts: Facts): Collector & { text: string } {
    const key = parsed.names.map((name) => (isStated(facts.get(name.join("."))) ? "1" : "0")).join("") + parsed.source;
    const outline = outlines.get(key) ?? drawOutline(parsed, facts);
    outlines.set(key, outline);
    const slots = outline.slots.map((slot) => (slot.kind === "named" ? (facts.get(slot.name) ?? slot.instead) : slot));
    return { text: outline.text, slots, empty: outline.empty };
  }

  function drawOutline({ templates, names }: Extract<Parsed, { kind: "parsed" }>, facts: Facts): Outline {
    const named: Facts = new Map(
      names
        .map((name) => name.join("."))
        .flatMap((name) => (isStated(facts.get(name)) ? [[name, { kind: "link", text: name, url: "" }]] : [])),
    );
    const { text, slots, empty } = print(templates, scopeOf(names, named));
    return {
      text,
      empty,
      slots: slots.map((slot) => (slot.kind === "link" ? { kind: "named", name: slot.text, instead: slot } : slot)),
    };
  }

  return (typed, part, facts) => {
    const parsed = parse(typed);
    if (parsed.kind === "broken") return asTyped(parsed.source, part, parsed);

    const problems: TemplateProblem[] = [];
    const unknown = unknownIn(parsed.names, facts);
    for (const name of unknown) problems.push({ kind: "unknownVariable", part, name });

    try {
      const { text, slots, empty } = parsed.isPlain
        ? fromOutline(parsed, facts)
        : print(parsed.templates, scopeOf(parsed.names, facts));
      for (const name of empty) if (!unknown.has(name)) problems.push({ kind: "emptyVariable", part, name });
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

/** Whether a draft only prints facts and asks whether there are any: no filters, comparisons or loops. */
function isPlainDraft(source: string): boolean {
  return Array.from(source.matchAll(/\{\{(.*?)\}\}|\{%(.*?)%\}/gsu)).every(([, printed, tag]) =>
    printed === undefined
      ? /^-?\s*(?:(?:if|unless|elsif)\s+[a-z]\w*(?:\.\w+)+|else|endif|endunless)\s*-?$/iu.test(tag ?? "")
      : /^-?\s*[a-z]\w*(?:\.\w+)+\s*-?$/iu.test(printed) && !/\.(?:size|first|last)\s*-?$/u.test(printed),
  );
}

function isStated(fact: FactValue | undefined): boolean {
  if (fact === undefined) return false;
  return fact.kind === "list" ? fact.items.length > 0 : fact.kind === "mention" || fact.text !== "";
}

function explain(error: unknown): { line: number; message: string } {
  if (error instanceof AssertionError) return { line: 1, message: troubleInWords(error.message) };
  if (!LiquidError.is(error)) throw error;
  const [line] = error.token.getPosition();
  return { line: line ?? 1, message: troubleInWords(error.originalError?.message ?? error.message.replace(/, line:.*$/su, "")) };
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
function scopeOf(names: readonly Name[], facts: Facts): object {
  const values: Record<string, unknown> = Object.create(null);
  for (const written of names) {
    const path = withoutProperty(written, facts);
    const name = path.join(".");
    const fact = facts.get(name);
    place(values, path, fact === undefined ? new GapDrop(name) : liquidValue(fact, name));
  }
  return values;
}

/** The names in a draft that are no fact's. */
function unknownIn(names: readonly Name[], facts: Facts): ReadonlySet<string> {
  const written = names.map((name) => withoutProperty(name, facts).join("."));
  return new Set(written.filter((name) => !facts.has(name) && !isFactName(name)));
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
