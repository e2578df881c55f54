import { anyOf } from "../any-of.ts";
import { patternOfAvoided } from "../avoided-words.ts";
import { escaped } from "../escaped.ts";
import { momentOf } from "../stage-moment.ts";
import type { ReadingCheck, Sighting, TextCheck } from "./check-input.ts";
import { cannot } from "./effect-words.ts";
import { placeIn } from "./reading/reading.ts";
import { sentencesOf } from "./reading/sentences.ts";
import { clauseAround, tellsApart } from "./told-of-others.ts";

/** Another window's reference, where a copied text kept it. Those of its change or series may be named, and one told apart. */
export const checkOtherReference: TextCheck = (words, part, _, { window, workspace, group }) => {
  const family = new Set([window.reference, ...(group?.members ?? []).map(({ reference }) => reference)]);
  const own = new RegExp(`(?<![\\w-])${escaped(workspace.referencePrefix)}-\\d{4}-\\d+(?![\\w-])`, "gu");
  return Array.from(words.matchAll(own))
    .filter((match) => !family.has(match[0]) && !tellsApart(sentenceAround(words, match)))
    .map((match): Sighting => {
      const place = placeIn({ part, words }, match.index, match.index + match[0].length);
      return {
        check: "otherReference",
        part,
        quote: place.quote,
        places: [place],
        message: `This is the reference of another window; this one is ${window.reference}.`,
        mend: { kind: "replace", label: `Write ${window.reference}`, place, replacement: "{{ window.reference }}" },
      };
    });
};

/** The sentence, or the clause of it, that a match stands in. */
function sentenceAround(words: string, { 0: found, index }: RegExpExecArray): string {
  const sentence = sentencesOf(words).find(({ from, text }) => index >= from && index < from + text.length);
  const at = index - (sentence?.from ?? 0);
  return clauseAround(sentence?.text ?? words, at, at + found.length);
}

/** Another window's title, as it stands or as a sentence tells it: “we move to the new data centre”. */
export const checkOtherWindow: TextCheck = (words, part, _, { others = [], window, group }) => {
  const family = new Set([window.reference, ...(group?.members ?? []).map(({ reference }) => reference)]);
  return others.flatMap(({ title, reference }): Sighting[] => {
    const isTelling = title.length >= 12 && /\S\s+\S+\s+\S/u.test(title);
    const isOwn = [window.title, window.reason, window.effect].some((fact) => titleIn(fact, title) !== null);
    if (!isTelling || isOwn || family.has(reference)) return [];
    const match = titleIn(words, title);
    if (match === null) return [];
    const sentence = sentenceAround(words, match);
    // “Since the move to the new data centre”: what has been is no leftover.
    if (tellsApart(sentence) || (match[0] !== title && hasBeen.test(sentence))) return [];
    const place = placeIn({ part, words }, match.index, match.index + match[0].length);
    return [
      {
        check: "otherWindow",
        part,
        quote: place.quote,
        places: [place],
        message: `This is what ${reference} changes. This window is “${window.title}”.`,
        mend: { kind: "replace", label: "Use this window's title", place, replacement: "{{ window.title }}" },
      },
    ];
  });
};

const hasBeen = /\b(?:was|were|has|have|had|since|after|last|previous|earlier|former)\b/iu;

/** A title in a text, in small letters too, and its first word, which is often a verb, in another form of the present. */
function titleIn(words: string, title: string): RegExpExecArray | null {
  const [first = "", ...rest] = title.trim().split(/\s+/u);
  const forms = `${escaped(first.replace(/e$/iu, ""))}(?:e?s|ing|${first.endsWith("e") ? "e" : ""})`;
  return new RegExp(`(?<![\\p{L}\\p{N}])${[forms, ...rest.map(escaped)].join("\\s+")}(?![\\p{L}\\p{N}])`, "iu").exec(words);
}

const effects = anyOf`
  down|interrupted|unavailable|offline|slow|slower|unreachable|suspended|closed|stops?|${cannot}
  (?:is|are|be|goes?|switched) off
  restart\w*|upgrad\w+|maintenance|outage|break in
`;
const affected = new RegExp(`\\b${effects}\\b`, "iu");
const works = /\b(?:available again|works? (?:again|as)|has worked|is back|up again)\b/iu;
const untouched = anyOf`
  go(?:es)? on|keep|keeps|continu\w+|stays?|remains?|as usual|as always|unaffected
  not (?:be )?(?:affected|touched|concerned|interrupted)
  // What readers can use till then
  meanwhile|in the meantime|instead|depend\w*|use|without
`;
const goesOn = new RegExp(`\\b${untouched}\\b`, "iu");

/** Another service told of as if this window concerned it. What goes on working may be named. */
export const checkOtherService: ReadingCheck = ({ subject, body }, { window, directory, notice }) => {
  const own = directory.services.filter(({ id }) => window.serviceIds.includes(id));
  const needed = new Set(own.flatMap(({ dependsOn = [] }) => dependsOn));
  const others = directory.services.filter(
    ({ id, name }) => !window.serviceIds.includes(id) && !needed.has(id) && !own.some((service) => service.name.includes(name)),
  );
  if (others.length === 0) return [];
  const ownNames = own.map(({ name }) => name).join(", ") || "no service";
  const isOver = momentOf(notice.stage) === "over";
  return [subject, body].flatMap((part) =>
    part.sentences.flatMap(({ text, from }) => {
      const isAbout = affected.test(text) || (isOver && works.test(text));
      if (part.part === "body" && (!isAbout || (goesOn.test(text) && !works.test(text)))) return [];
      if (own.some(({ name }) => text.toLowerCase().includes(name.toLowerCase()))) return [];
      return others.flatMap(({ name }): Sighting[] => {
        const at = wordsAt(text, name);
        if (at === -1) return [];
        const place = placeIn(part, from + at, from + at + name.length);
        return [
          {
            check: "otherService",
            part: part.part,
            quote: name,
            places: [place],
            message: `This window concerns ${ownNames}, not ${name}. Change the window's services, or these words.`,
            mend: { kind: "replace", label: "Use this window's service", place, replacement: "{{ service.some }}" },
          },
        ];
      });
    }),
  );
};

function wordsAt(text: string, words: string): number {
  if (words.trim().length < 3) return -1;
  const at = text.indexOf(words);
  if (at === -1) return -1;
  const isWhole = !/[\p{L}\p{N}]/u.test(text[at - 1] ?? " ") && !/[\p{L}\p{N}]/u.test(text[at + words.length] ?? " ");
  return isWhole ? at : -1;
}

/** Whoever wrote the same words a hundred times needs no more of them to see it. */
const mostAlike = 20;

/** Words the house avoids, with what it says instead. Names and the window's own facts are searched, too: they are told as well. */
export const checkAvoidedWords: TextCheck = (words, part, _, { workspace }) =>
  (workspace.houseStyle?.avoid ?? []).flatMap(({ words: avoided, instead }): Sighting[] => {
    const phrase = avoided.trim();
    const pattern = patternOfAvoided(phrase);
    const match = pattern?.exec(words) ?? null;
    if (pattern === null || match === null) return [];
    const place = placeIn({ part, words }, match.index, match.index + match[0].length);
    const alike = Array.from(words.matchAll(new RegExp(pattern.source, "giu")))
      .filter(({ 0: same, index }) => same === match[0] && index > match.index)
      .slice(0, mostAlike)
      .map(({ 0: same, index }) => placeIn({ part, words }, index, index + same.length));
    const isForm = match[0].length !== phrase.length || !match[0].toLowerCase().endsWith(phrase.toLowerCase().slice(-1));
    const isCapital = /^\p{Lu}/u.test(place.quote);
    const better = isCapital ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead;
    return [
      {
        check: "avoidedWords",
        part,
        quote: place.quote,
        places: [place],
        alike,
        message: instead === "" ? "The house style leaves this out." : `The house style says “${instead}” instead.`,
        // “utilising” takes another form than “use”: a person writes it.
        mend:
          isForm && instead !== ""
            ? null
            : { kind: "replace", label: instead === "" ? "Take it out" : `Write “${better}”`, place, replacement: better },
      },
    ];
  });
