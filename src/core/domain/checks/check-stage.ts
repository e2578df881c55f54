import { anyOf } from "../any-of.ts";
import type { Stage } from "../matrix.ts";
import { momentOf } from "../stage-moment.ts";
import { stageWords } from "../stage-words.ts";
import type { ReadingCheck, Sighting } from "./check-input.ts";
import { cannotUse, signIn } from "./effect-words.ts";
import type { FoundDate } from "./reading/dates-in-text.ts";
import { isInChat, type PlacedSentence, placeIn, type Reading } from "./reading/reading.ts";
import { isGreeting } from "./reading/sentences.ts";
import { tellsNewsByTimes } from "./stage-facts.ts";
import { newsOf, statusWordOf, statusWords } from "./stage-news.ts";
import { clauseAround, namesOtherEnvironment } from "./told-of-others.ts";
import { datesOf } from "./told-times.ts";

/** The subject's status word is the stage's own. */
export const checkStatusWord: ReadingCheck = ({ subject }, { notice }) => {
  const words = subject.words.replace(/^[\s[(]+/u, "");
  const found = statusWords.find(({ word }) => word.test(words));
  if (found === undefined || found.stages.includes(notice.stage)) return [];
  const said = found.word.exec(words)?.[0].replace(/\s*[:–-]$/u, "") ?? "";
  const from = subject.words.indexOf(said);
  const place = placeIn(subject, from, from + said.length);
  const right = statusWordOf[notice.stage];
  const tail = /^\s*[:–-]\s*/u.exec(subject.words.slice(from + said.length))?.[0] ?? "";
  return [
    {
      check: "otherStage",
      part: "subject",
      quote: said,
      places: [place],
      message: `This subject belongs to another stage: the notice is for “${stageWords[notice.stage]}”.`,
      mend:
        right === ""
          ? {
              kind: "replace",
              label: `Take out “${said}”`,
              place: placeIn(subject, from, from + said.length + tail.length),
              replacement: "",
            }
          : { kind: "replace", label: `Write ${right}`, place, replacement: right },
    },
  ];
};

/** Each stage says its own news, and says it within two sentences. */
export const checkNews: ReadingCheck = (reading, { notice, problems }) => {
  if (problems.length > 0) return [];
  const { body } = reading;
  const sentences = body.sentences.filter((sentence) => !isGreeting(sentence));
  const [first] = sentences;
  if (first === undefined) return [];
  if (notice.stage === "announce" || notice.stage === "reminder") return lateDate(reading, sentences);
  const news = newsOf[notice.stage];
  const index = sentences.findIndex(
    (sentence) => news.test(withoutConditions(sentence.text)) || tellsNewsByTimes(sentence, reading, notice.stage),
  );
  if (index === -1) return withoutNews(reading, first, notice.stage);
  // In a chat the subject is the first line of the message.
  const isInSubject = isInChat(reading) && opensWithStatus(reading, notice.stage);
  return isInSubject || proseBefore(sentences, index) < 2 ? [] : [late(reading, sentences[index] ?? first)];
};

function opensWithStatus({ subject }: Reading, stage: Stage): boolean {
  const words = subject.words.replace(/^[\s[(]+/u, "");
  return statusWords.some(({ word, stages }) => stages.includes(stage) && word.test(words));
}

/** “We write when it is over”, “if it fails, we go back”: what is told of a time to come is no news. */
function withoutConditions(text: string): string {
  return text.replace(/\b(?:when|as soon as|if|unless|once (?=it|the|all|every|we|this|that|our))\b[^,.;:]*/giu, " ");
}

/** How many sentences a reader reads before one: a title, or a line of a form with its label, is passed over at a glance. */
function proseBefore(sentences: readonly PlacedSentence[], index: number): number {
  const isQuestion = (sentence: PlacedSentence | undefined): boolean => /\?\W*$/u.test(sentence?.text ?? "");
  // A question and what answers it are a label and its line.
  const isLabelled = ({ text }: PlacedSentence): boolean => /^\W*\p{L}[\p{L} ]{1,24}:\s/u.test(text);
  return sentences
    .slice(0, index)
    .filter((sentence, at) => !isLabelled(sentence) && !isQuestion(sentence) && !isQuestion(sentences[at - 1]))
    .filter(
      ({ text }) =>
        (/[.!…]\W*$/u.test(text.trim()) && /\p{L}\S*\s+\S+\s+\S+\s+\S/u.test(text)) || text.trim().split(/\s+/u).length > 8,
    ).length;
}

/**
 * No word of the stage's news anywhere. Certain where the text announces what is to come; elsewhere it may be said in words
 * (or a language) that are not known here, which a person decides.
 */
function withoutNews(reading: Reading, first: PlacedSentence, stage: Exclude<Stage, "announce" | "reminder">): Sighting[] {
  const has = (words: RegExp): boolean => reading.body.sentences.some(({ text }) => says(words, text));
  const announces = has(futureEffect) || has(futureWork);
  const isOver = momentOf(stage) === "over";
  // The subject is read first: where it says the news, and the text is not the announcement's, readers have it.
  const isInSubject = opensWithStatus(reading, stage) || newsOf[stage].test(reading.subject.words);
  if (!announces && isInSubject && !(isOver && has(presentEffect))) return [];
  const place = placeOf(reading, first);
  return [
    {
      check: announces ? "otherStage" : "noNews",
      part: "body",
      quote: place.quote,
      places: [place],
      message: announces
        ? `Nothing here says what “${stageWords[stage]}” is about: it reads like the announcement. Say the news first, or reset to the template.`
        : `No words were found here that say the news of “${stageWords[stage]}”. Say it in the first sentence, unless it is there in other words.`,
    },
  ];
}

const effectOfNow = anyOf`
  \b(?:is|are|goes|go) (?:interrupted|unavailable|down|out|offline)\b
  \b(?:${signIn}|portal|service|system) (?:is|are) off\b
  \b${cannotUse}\b
  // The work, as it was announced, or as it was while it ran
  \bexpect\b
  \bwe upgrade\b
  \b(?:has|have) (?:begun|started)\b|\b(?:is|are) (?:running|under ?way|in progress)\b
`;
/** What readers feel, or is done, told as if it were to come or went on. */
const presentEffect = new RegExp(effectOfNow, "giu");

const says = (words: RegExp, text: string): boolean => text.search(words) !== -1;

/** Before the start the news is when: the first date or time of the window. */
function lateDate(reading: Reading, sentences: readonly PlacedSentence[]): Sighting[] {
  const days = datesOf([reading.told.start, reading.told.end], reading.told.zones);
  const index = sentences.findIndex(
    ({ dates, moments }) => moments.length > 0 || dates.some((date) => date.dates.some((one) => days.has(one))),
  );
  const sentence = sentences[index];
  return sentence === undefined || proseBefore(sentences, index) < 2 ? [] : [late(reading, sentence)];
}

function late(reading: Reading, sentence: PlacedSentence): Sighting {
  const place = placeOf(reading, sentence);
  return {
    check: "lateNews",
    part: "body",
    quote: place.quote,
    places: [place],
    message: "The news comes after two sentences without it. Begin with this one: many read no further.",
  };
}

function placeOf({ body }: Reading, { text, from }: PlacedSentence) {
  const indent = text.length - text.trimStart().length;
  return placeIn(body, from + indent, from + text.length);
}

const effectToCome = anyOf`
  \bwill (?:be|become|have) (?:\w+ )?(?:unavailable|interrupted|down|offline|slow(?:er)?|degraded|unreachable)\b
  \b(?:is|are) going to be (?:\w+ )?(?:unavailable|interrupted|down|offline|slow(?:er)?)\b
  \b(?:${signIn}|portal|service|system) will be (?:off|out|away|gone)\b
  \bwill (?:not be able|be unable) to \w+(?: in)?
`;
/** What readers are yet to feel. */
const futureEffect = new RegExp(effectToCome, "giu");
const jobs = anyOf`
  upgrade|update|restart|install|move|migrate|replace
  begin|start|carry out|perform|switch
`;
const isToEnd = "(?:(?:is|are) expected to|should) (?:end|finish|be (?:over|done|finished|back))";
const workToCome = anyOf`
  \bwe (?:will|are going to) (?:now )?${jobs}\b
  \bwill (?:start|begin|take place)\b
  \b(?:works?|upgrade|update|maintenance|migration)\b[^.;]{0,60} ${isToEnd}\b
`;
/** What is yet to be done; not where it is said of another try, or not to be done. */
const futureWork = new RegExp(workToCome, "giu");
const notThis = /\b(?:not|never|again|next|new|once|when|if|until|later)\b/iu;

const months = "January|February|March|April|May|June|July|August|September|October|November|December";
const laterOn = new RegExp(
  `\\b(?:in|from|until|by) (?:early |late |mid-?)?(?:(?:${months})|spring|summer|autumn|winter|20\\d\\d)\\b|\\bnext (?:week|month|year)\\b`,
  "u",
);

/** Whether a sentence is of a later day, and so of another matter than the work which is over. */
function isOfLater(text: string, dates: readonly FoundDate[], end: number): boolean {
  const isAfter = dates.length > 0 && dates.every((date) => date.isWhole && date.dates.every((one) => Date.parse(one) > end));
  return isAfter || laterOn.test(text);
}

/** News of an end that still speaks of what is to come: the announcement's words under a later subject. */
export const checkTense: ReadingCheck = ({ body, subject, told }, input) =>
  momentOf(input.notice.stage) !== "over"
    ? []
    : [subject, body].flatMap((part) =>
        part.sentences.flatMap(({ text, from, dates }) => {
          if (isOfLater(text, dates, told.end)) return [];
          const found = [...text.matchAll(futureEffect), ...(notThis.test(text) ? [] : text.matchAll(futureWork))];
          const isOfThis = ({ 0: words, index }: RegExpExecArray): boolean =>
            !namesOtherEnvironment(clauseAround(text, index, index + words.length), input);
          return found.filter(isOfThis).map((match): Sighting => {
            const place = placeIn(part, from + match.index, from + match.index + match[0].length);
            return {
              check: "futureAfterEnd",
              part: place.part,
              quote: place.quote,
              places: [place],
              message: "This is still to come in these words, but the notice says that it is over. Say what is so now.",
            };
          });
        }),
      );

const work = "(?:maintenance|work|works|upgrade|update|change|migration|release|interruption|window|installation)";
const notSo = "(?! (?:not|never|only|to|partly|almost|nearly|half|until|when|if|once)\\b)";
/** `The maintenance of Saturday night was`, before what has become of it. */
const workIs = `\\b${work}\\b[^.;,]{0,60}\\b(?:has been|have been|was|were|is|are)${notSo}`;
const workCompleted = anyOf`
  ${workIs} (?:now |all )?(?:successfully )?(?:completed|finished|(?<=\b(?:is|are) (?:now )?)complete)\b(?: successfully)?
  \b${work}\b[^.;,]{0,40}\b(?:was|were|is|are) (?:a success|successful)\b
  \b${work}\b[^.;,]{0,60}\bcompleted successfully\b
`;
/** What a sentence says has become of the work. */
const claims: readonly { readonly stages: readonly Stage[]; readonly words: RegExp; readonly what: string }[] = [
  {
    stages: ["completed"],
    words: new RegExp(workCompleted, "giu"),
    what: "completed",
  },
  {
    stages: ["cancelled"],
    words: new RegExp(`${workIs} (?:now )?(?:cancel+ed|called off)\\b`, "giu"),
    what: "cancelled",
  },
  {
    stages: ["rolledBack"],
    words: new RegExp(`${workIs} (?:now )?(?:rolled back|reverted|undone|backed out)\\b`, "giu"),
    what: "rolled back",
  },
];
const otherWork = anyOf`
  // Undone, or from a copy
  roll(?:ed|ing)?[ -]?back|revert\w*|restor\w+|backups?
  // Another one
  previous|earlier|last|first|other|another|former|next|new (?:date|try)|tests?|rehearsal
  // Not yet, or perhaps
  until|unless|if|once|when|would|could|should
  // Some of it
  %|per cent|percent|part|half|steps?|phase
`;
/** Words that make another work of it, or another try, or say that it isn't so. */
const ofAnotherWork = new RegExp(`\\b${otherWork}\\b|%`, "iu");

/** An end that is told as another end: “completed” in a notice that it was rolled back. */
export const checkOtherEnd: ReadingCheck = ({ subject, body }, { notice }) =>
  momentOf(notice.stage) !== "over"
    ? []
    : [subject, body].flatMap((part) =>
        part.sentences.flatMap(({ text, from }) =>
          claims
            .filter(({ stages }) => !stages.includes(notice.stage))
            .flatMap(({ words, what }) =>
              [...text.matchAll(words)].flatMap((match): Sighting[] => {
                const isAnother = what === "rolled back" ? /\b(?:test|step|first|part|once|if)\b/iu : ofAnotherWork;
                if (isAnother.test(text)) return [];
                const place = placeIn(part, from + match.index, from + match.index + match[0].length);
                return [
                  {
                    check: "otherStage",
                    part: place.part,
                    quote: place.quote,
                    places: [place],
                    message: `This says that the work was ${what}, and the notice is for “${stageWords[notice.stage]}”. Keep what is true.`,
                  },
                ];
              }),
            ),
        ),
      );
