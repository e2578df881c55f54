/**
 * What a careful reader makes of a policy, written by hand beside its source before the reader was tuned.
 *
 *     Major release                                   a change type; `Every change` for rules of all; `A|B` where both are right
 *       announce | Customers (customer) | Email, #ops | 5 business days before | promised 3 business days | if impact | lead: Owner
 *       ~ reminder | …                                right if it is made, no fault if not
 *       ? time: as agreed                             a question, what about, and words of the source it stands at
 *     Not a notice
 *       words of a cell or line that owes none
 *     Facts
 *       a fact every message carries
 *
 * An announcement some time before promises that time unless `promised` says otherwise (`promise: any` where either is right).
 */
export type ExpectedNotice = {
  readonly changeTypes: readonly string[];
  readonly stages: readonly string[];
  readonly audiences: readonly string[];
  readonly voices: readonly string[];
  readonly channel: string;
  readonly timings: readonly string[];
  /** Null means any. */
  readonly promised: string | null;
  readonly condition: string;
  /** Null means any. */
  readonly lead: string | null;
  readonly isOptional: boolean;
  readonly line: string;
};

export type ExpectedQuestion = { readonly about: string; readonly words: string };

export type Expected = {
  readonly notices: readonly ExpectedNotice[];
  readonly questions: readonly ExpectedQuestion[];
  readonly noNotices: readonly string[];
  readonly facts: readonly string[];
};

export function parseExpected(text: string): Expected {
  const notices: ExpectedNotice[] = [];
  const questions: ExpectedQuestion[] = [];
  const noNotices: string[] = [];
  const facts: string[] = [];
  let heading = "";
  for (const line of text.split("\n")) {
    const words = line.trim();
    if (words === "") continue;
    if (!line.startsWith(" ")) heading = words;
    else if (words.startsWith("? ")) questions.push(questionOf(words));
    else if (heading === "Not a notice") noNotices.push(words);
    else if (heading === "Facts") facts.push(words);
    else notices.push(...noticesOf(words, heading.split("|")));
  }
  return { notices, questions, noNotices, facts };
}

function questionOf(line: string): ExpectedQuestion {
  const [about = "", ...words] = line.slice(2).split(": ");
  return { about, words: words.join(": ") };
}

/** A rule with two channels owes two notices: whether it is written as one rule or two is the same. */
function noticesOf(line: string, changeTypes: readonly string[]): ExpectedNotice[] {
  const isOptional = line.startsWith("~ ");
  const [stage = "", whom = "", channels = "", timing = "", ...more] = line.replace(/^~ /u, "").split(" | ");
  const readers = /^(.*) \((.*)\)$/u.exec(whom);
  if (readers === null) throw new Error(`Whom does this tell, and how are they spoken to? ${line}`);
  const told = more.find((word) => word.startsWith("promise"));
  const stages = stage.split("|");
  const usual = timing.endsWith(" before") && stages[0] === "announce" ? timing.replace(/ before$/u, "") : "";
  return channels.split(", ").map((channel) => ({
    changeTypes,
    stages,
    audiences: (readers[1] ?? "").split("|"),
    voices: (readers[2] ?? "").split("|"),
    channel,
    timings: timing.split("|"),
    promised: told === "promise: any" ? null : (told?.replace("promised ", "") ?? usual),
    condition: more.find((word) => word.startsWith("if ")) ?? "",
    lead: more.find((word) => word.startsWith("lead: "))?.slice(6) ?? null,
    isOptional,
    line,
  }));
}
