import { voiceOf } from "./audience-words.ts";
import type { CellWords } from "./cell-words.ts";

/**
 * A cell may owe several notices: `Email 5 days before, Slack at the start`, or a line for each. Its parts are read one by
 * one where at least two name a channel with a time or condition of their own; else the cell is one, and its times hold for
 * all its channels.
 */
export function partsOf(words: CellWords): string[] {
  const { text } = words;
  const cuts = [...text.matchAll(/\n|[;•]|,|\s[+&]\s|\s(?:and|then|und|og|et|plus)\s/giu)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((cut) => !words.asides.some((aside) => cut.start >= aside.start && cut.start < aside.end))
    .filter((cut) => !words.tokens.some((token) => cut.start >= token.start && cut.start < token.end));
  const pieces: { start: number; end: number }[] = [];
  let from = 0;
  for (const cut of [...cuts, { start: text.length, end: text.length }]) {
    pieces.push({ start: from, end: cut.start });
    from = cut.end;
  }
  const has = (piece: { start: number; end: number }, kinds: readonly string[]): boolean =>
    words.tokens.some((token) => token.start >= piece.start && token.start < piece.end && kinds.includes(token.kind));
  const isWhole = (piece: { start: number; end: number }): boolean =>
    has(piece, ["channel"]) && has(piece, ["when", "condition"]);
  const whole = pieces.filter(isWhole);
  if (whole.length < 2) return chatApart();
  // A piece that is none by itself belongs to the one before it: `Email 5 days before, on completion`.
  const starts = whole.map((piece, index) => (index === 0 ? 0 : firstChannelRun(piece)));
  return starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length).replace(/^[\s,;•]+|[\s,;•]+$/gu, ""));

  /** `#operations + customers by email`: customers do not read the team's channel. */
  function chatApart(): string[] {
    const isChat = (piece: { start: number; end: number }): boolean =>
      words.tokens.some(
        (token) =>
          token.start >= piece.start &&
          token.start < piece.end &&
          token.kind === "channel" &&
          !token.isMedium &&
          token.channel.kind !== "manual",
      );
    const isOutside = (piece: { start: number; end: number }): boolean =>
      voiceOf(text.slice(piece.start, piece.end)) === "customer";
    const chat = pieces.filter((piece) => isChat(piece) && !isOutside(piece));
    const outside = pieces.filter((piece) => isOutside(piece) && !isChat(piece) && has(piece, ["channel"]));
    if (chat.length === 0 || outside.length === 0 || chat.length + outside.length < pieces.length) return [text];
    return [chat, outside].map((group) => group.map((piece) => text.slice(piece.start, piece.end).trim()).join(", "));
  }

  /** `Email 5 days before, #ops, #dev 1 day before`: the channels right before a whole piece are its own. */
  function firstChannelRun(piece: { start: number; end: number }): number {
    let start = piece.start;
    for (const other of [...pieces].reverse()) {
      if (other.end > start) continue;
      if (isWhole(other) || !has(other, ["channel"]) || has(other, ["when", "condition"])) break;
      start = other.start;
    }
    return start;
  }
}
