import type { PolicyQuestion, ProposedMention, SourceCell } from "../../policy.ts";

const handle = /(?<![\p{L}\p{N}])@[\p{L}\p{N}][\p{L}\p{N}._-]{1,60}/u;
const open = /\btb[dc]\b|\bto be (?:defined|decided|confirmed|determined)\b|\?/iu;
const groupWords = /\b(?:team|teams|group|engineers|pos|managers|on-?call|owners|staff|everyone|leads|and)\b/iu;

/** Whom a point names; null where it leaves that open (`TBD`). */
export function mentionOf(text: string): ProposedMention | null {
  if (open.test(text)) return null;
  return named(text);
}

function named(text: string): ProposedMention | null {
  const at = handle.exec(text)?.[0];
  const words = text
    .replace(/\([^()]{0,200}\)/gu, " ")
    .replace(/\btb[dc]\b|\?/giu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const name = [words, at === undefined || words.includes(at) ? "" : `(${at})`]
    .filter((part) => part !== "")
    .join(" ")
    .slice(0, 200);
  if (name === "") return null;
  return { name, kind: at !== undefined || groupWords.test(words) ? "group" : "person" };
}

/** The question a point asks that leaves open whom to name. */
export function openMention(text: string, cell: SourceCell, changeType: string | null, audience: string): PolicyQuestion | null {
  const mention = open.test(text) ? named(text) : null;
  if (mention === null) return null;
  return {
    id: `${cell.table}-${cell.row}-${cell.column}-mention`,
    cell,
    otherCells: [],
    changeType,
    why: "The policy itself leaves this open.",
    question: `Is “${mention.name}” named in the messages to ${audience}?`,
    choices: [
      {
        label: `Name “${mention.name}”; the address or group is added in the Directory later`,
        rules: [],
        change: { kind: "mention", audience, mention },
      },
      { label: "No notice", rules: [], change: { kind: "none" } },
    ],
  };
}
