import type { CheckedRendering, NoticeCheck, Sighting, TextCheck } from "./check-input.ts";

/** FACTS.md §2: Slack recommends 4,000 characters of text, refuses about 13,200 over all blocks, and cuts text at 40,000. */
const slackRecommended = 4_000;
const slackLimit = 13_200;
/** FACTS.md §3: a Teams message holds about 28 KB. */
const teamsLimit = 28 * 1024;
/** What a list of mails shows of a subject; they differ, and a tenth more is no harm. */
const subjectShown = 60;
const subjectMost = subjectShown * 1.1;
/** NOTICES.md: people act on notices they read to the end. */
const wordsRead = 120;

const figure = (count: number): string => count.toLocaleString("en");

/** Messages their channel would cut or refuse. */
export const checkLength: NoticeCheck = ({ renderings }) => renderings.flatMap((rendering) => channelLength(rendering));

function channelLength({ channelKind, content, subject, text }: CheckedRendering): Sighting[] {
  if (channelKind === "slack") {
    const length = subject.length + text.length;
    if (length > slackLimit)
      return [tooLong(`Slack refuses more than ${figure(slackLimit)} characters; this has ${figure(length)}.`)];
    if (length > slackRecommended) {
      const message = `Slack folds what is longer than ${figure(slackRecommended)} characters; this has ${figure(length)}. Shorten it.`;
      return [{ check: "longText", part: "body", quote: "", message }];
    }
  }
  if (content.kind === "teams") {
    const bytes = utf8Length(content.html);
    if (bytes > teamsLimit) return [tooLong(`Teams refuses more than 28 KB; this has ${Math.ceil(bytes / 1024)} KB.`)];
  }
  return [];
}

function tooLong(why: string): Sighting {
  return { check: "tooLong", part: "body", quote: "", message: `${why} Shorten it.` };
}

/** What matters of a subject stands in its first sixty characters; our reference may follow. */
export const checkSubject: TextCheck = (words, part, _, { window }) => {
  if (part !== "subject") return [];
  const news = words.replace(window.reference, "").replace(/[\s()[\]·|:-]+$/u, "");
  if (news.length <= subjectMost) return [];
  const message = `Phones and lists show about ${subjectShown} characters; this has ${news.length}. Keep what matters at its start.`;
  return [{ check: "longSubject", part, quote: words, message }];
};

/** Customers and executives get at most 120 words. */
export const checkWords: TextCheck = (words, part, _, { voice }) => {
  if (part === "subject" || (voice !== "customer" && voice !== "executive")) return [];
  const count = words.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  if (count <= wordsRead) return [];
  return [{ check: "manyWords", part, quote: "", message: `This has ${count} words; readers act on ${wordsRead} or fewer.` }];
};

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
