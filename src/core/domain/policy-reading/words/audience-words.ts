import type { Voice } from "../../directory.ts";
import {
  aside,
  countsOnly,
  everyChannel,
  filling,
  grammar,
  limiting,
  pointer,
  qualifiers,
  remainder,
  verbInside,
} from "./filling-words.ts";
import {
  business,
  customers,
  disciplines,
  everyone,
  executives,
  group,
  internal,
  ofCustomers,
  ofProduct,
  ofTeam,
  usualReaders,
} from "./people-words.ts";
import { findAll, isNamed, startWithCapital, without } from "./plain-text.ts";
import { isThing } from "./things.ts";

export type NamedAudience = { readonly name: string; readonly voice: Voice };

/** How people so named are spoken to; null when the words name nobody known. The outermost readers win. */
export function voiceOf(words: string): Voice | null {
  const text = words.replace(disciplines, " ");
  if (isNamed(executives, text)) return "executive";
  if (isNamed(ofTeam, text) || isNamed(ofCustomers, text)) return "internal";
  if (isNamed(ofProduct, text) && !isNamed(customers, text)) return "business";
  if (isNamed(customers, text)) return "customer";
  if (isNamed(internal, text)) return "internal";
  if (isNamed(business, text)) return "business";
  return null;
}

/**
 * Who is named in the words a cell leaves over, and which words stay without a meaning.
 * `otherwise` is the voice of the column, for names that say nothing of it (`critical stakeholders`).
 */
export function readAudiences(rest: string, otherwise: Voice): { audiences: NamedAudience[]; unread: string[] } {
  const audiences: NamedAudience[] = [];
  const unread: string[] = [];
  for (const part of rest.replace(everyChannel, " ").split(/[,;\n•.:]+/u)) {
    const words = part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").replace(/\s+/gu, " ");
    if (words === "" || without(qualifiers, without(filling, words)).replace(/[^\p{L}\p{N}]+/gu, "") === "") continue;
    const name = nameOf(words);
    // `All notified parties`: who they are is said elsewhere, or asked.
    if (pointer.test(name) && name.split(" ").length <= 4) continue;
    const isSomebody = isPlausible(name) && name.length <= 80 && (voiceOf(name) !== null || isNamed(everyone, name));
    if (isSomebody) audiences.push({ name, voice: voiceFor(name, otherwise) });
    else unread.push(words);
  }
  return { audiences, unread };
}

/**
 * `Consultation with system owners` is no people, `owners of systems` are: the head of a name stands before its "of" and
 * its like.
 */
const afterHead = /\s(?:with|for|of|about|in|on|at|from|by|to|as|via|through|after|before|during|such)\s.*$/iu;

/** Whether words can be the name of somebody, and are no piece of a sentence and no pointer to others. */
export function isPlausible(name: string): boolean {
  const [outer = ""] = name.split(/\s(?:who|which|that|whose)\s/u);
  const head = outer.replace(afterHead, "");
  const isHeaded = head === outer || voiceOf(outer) === null || voiceOf(head) !== null || isNamed(group, head);
  return (
    name !== "" &&
    isHeaded &&
    !/(?<!fami|assemb|supp)ly$/iu.test(outer) &&
    // `Informing the users` names nobody, and a nursing supervisor is somebody.
    !(/^\p{L}+ing\b/iu.test(outer) && voiceOf(outer) === null && !/(?:or|er|ist|ian|ent|ee)s?$/iu.test(outer)) &&
    !countsOnly.test(name) &&
    !isThing(head) &&
    // `IT team` holds no "it".
    !isNamed(grammar, outer.replace(/\bIT\b/gu, "")) &&
    !isNamed(remainder, name) &&
    !verbInside.test(outer) &&
    !pointer.test(name)
  );
}

/** A stakeholder in a column of customers is a customer; product or business people are not, wherever they stand. */
function voiceFor(name: string, otherwise: Voice): Voice {
  const voice = voiceOf(name);
  if (voice === null || (voice === "business" && !isNamed(ofProduct, name) && otherwise !== "internal")) return otherwise;
  return voice;
}

/** `Release date to all staff`: who it goes to stands after the "to". */
function addressees(words: string): string {
  const to = /^.*\b(?:to|an|til|aux?) (?=\p{L})/iu.exec(words)?.[0];
  const rest = words.slice(to?.length ?? 0);
  return to !== undefined && voiceOf(rest) !== null ? rest : words;
}

/** The words from the first to the last that mean something: `Immediate alert to critical stakeholders` → the last two. */
export function nameOf(words: string): string {
  const name = addressees(
    words
      .replace(aside, "")
      .replace(/\s*\/\s*/gu, " and ")
      .replace(/\s*&\s*/gu, " and "),
  );
  const spans = findAll(filling, name);
  let start = 0;
  let end = name.length;
  for (const span of spans) if (!/[\p{L}\p{N}]/u.test(name.slice(start, span.index))) start = span.index + span[0].length;
  // `Everyone who signs in`: the last word is the verb's.
  const isClause = /\b(?:who|that)\b/iu.test(name);
  for (const span of isClause ? [] : [...spans].reverse())
    if (span.index >= start && !/[\p{L}\p{N}]/u.test(name.slice(span.index + span[0].length, end))) end = span.index;
  return startWithCapital(name.slice(start, end).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
}

/** The usual words for readers that stand in a sentence, wherever they stand: for answers to choose from, and no rule. */
export function peopleIn(sentence: string): NamedAudience[] {
  const names = findAll(usualReaders, sentence)
    // `API teams must notify consumers`: those who tell are not told.
    .filter(
      ({ index, 0: name }) =>
        !/^ (?:will|shall|must|should|may|can) (?!be |get |receive )/iu.test(sentence.slice(index + name.length)),
    )
    .map(([name]) => startWithCapital(name.toLowerCase()));
  return [...new Set(names)].map((name) => ({ name, voice: voiceOf(name) ?? "customer" }));
}

/** Whether the words leave somebody or something out, so that passing over them would change what the policy says. */
export function isLimiting(text: string): boolean {
  return isNamed(limiting, text);
}
