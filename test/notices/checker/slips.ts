import { casesIn, findingsOf } from "./corpus.ts";

/** A slip of a tired hand, made in the first place of a right draft's text where it can be. */
type Slip = { readonly name: string; readonly written: RegExp; readonly slipped: string };

const slips: readonly Slip[] = [
  { name: "the start an hour late", written: /\b02:00(?=[ –-])/u, slipped: "03:00" },
  { name: "the start an hour early", written: /\b02:00(?=[ –-])/u, slipped: "01:00" },
  { name: "the end an hour late", written: /\b04:00(?= GMT)/u, slipped: "05:00" },
  { name: "the end an hour early", written: /\b04:00(?= GMT)/u, slipped: "03:00" },
  { name: "the real end an hour late", written: /\b03:40(?= GMT)/u, slipped: "04:40" },
  { name: "the next day", written: /\b28 Nov/u, slipped: "29 Nov" },
  { name: "the week before", written: /\b28 Nov/u, slipped: "21 Nov" },
  { name: "the month before", written: /\b28 November/u, slipped: "28 October" },
  { name: "another weekday", written: /\bSatur(?=day,? 28)|\bSat(?=,? 28)/u, slipped: "Sun" },
  { name: "summer time in winter", written: /(?<=\d )GMT\b/u, slipped: "BST" },
  { name: "a break four times as long", written: /\b(?:ten|10) (?=min)/u, slipped: "40 " },
  { name: "another window's reference", written: /FW-2026-118/u, slipped: "FW-2026-117" },
];

export type SlipResult = { readonly name: string; readonly made: number; readonly seen: number };

/**
 * How many slips made in the clean drafts raise a finding. Not every one is an error: the draft may have told of something
 * else there. It is a measure that no draft was written for. `every`: two for every second draft.
 */
export function runSlips(every = 1): SlipResult[] {
  const drafts = casesIn("clean").filter((one, index) => index % every === 0 && findingsOf(one).length === 0);
  return slips.map(({ name, written, slipped }) => {
    const made = drafts
      .map((one) => ({ ...one, draft: { ...one.draft, body: one.draft.body.replace(written, slipped) } }))
      .filter((one, index) => one.draft.body !== drafts[index]?.draft.body);
    return { name, made: made.length, seen: made.filter((one) => findingsOf(one).length > 0).length };
  });
}
