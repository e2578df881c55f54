import { voiceOf } from "../words/audience-words.ts";
import { type CellWords, readCellWords } from "../words/cell-words.ts";

/**
 * A cell may owe several notices: `Email 5 days before, Slack at the start`, or a line for each. Its parts are read one by
 * one where at least two name a channel with a time or condition of their own; else the cell is one, and its times hold for
 * all its channels.
 */
export function partsOf(words: CellWords): string[] {
  const lines = linesOf(words);
  return lines.length < 2 ? piecesOf(words) : lines.flatMap((line) => piecesOf(readCellWords(line)));
}

/** Lines, or what semicolons part, where at least two are notices of their own; a line that is none belongs to the one before. */
function linesOf({ text, asides }: CellWords): string[] {
  const cuts = [...text.matchAll(/\n|;|•/gu)].filter(
    (cut) => !asides.some((aside) => cut.index >= aside.start && cut.index < aside.end),
  );
  if (cuts.length === 0) return [];
  const lines: string[] = [];
  let from = 0;
  for (const end of [...cuts.map((cut) => cut.index), text.length]) {
    const line = text.slice(from, end).replace(/^[\s;•]+|[\s;•]+$/gu, "");
    from = end;
    if (line === "") continue;
    const { tokens } = readCellWords(line);
    const isWhole =
      tokens.some((one) => one.kind === "channel") && tokens.some((one) => one.kind !== "channel" && one.kind !== "pointer");
    const last = lines.length - 1;
    if (isWhole || lines.length === 0) lines.push(line);
    else lines[last] = `${lines[last] ?? ""}, ${line}`;
  }
  return lines;
}

function piecesOf(words: CellWords): string[] {
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
    // `email students and staff` is cut at its "and": what names no channel belongs to what does.
    const runs: { start: number; end: number }[] = [];
    for (const piece of pieces) {
      const last = runs.at(-1);
      // What stands before the first channel is said of all.
      if (last === undefined || (has(piece, ["channel"]) && has(last, ["channel"]))) runs.push({ ...piece });
      else last.end = piece.end;
    }
    // Readers named beside their own way of being told do not read the chat, and those of the chat are not named.
    const isOutside = (piece: { start: number; end: number }): boolean => {
      const voice = voiceOf(without(words, piece));
      return voice === "customer" || (voice !== null && !isChat(piece));
    };
    const chat = runs.filter((piece) => isChat(piece) && !isOutside(piece));
    const outside = runs.filter((piece) => isOutside(piece) && !isChat(piece) && has(piece, ["channel"]));
    if (chat.length === 0 || outside.length === 0 || chat.length + outside.length < runs.length) return [text];
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

/** A piece of a cell without its channels. */
function without(words: CellWords, piece: { readonly start: number; readonly end: number }): string {
  let rest = "";
  let from = piece.start;
  for (const token of words.tokens) {
    if (token.kind !== "channel" || token.start < piece.start || token.start >= piece.end) continue;
    rest += words.text.slice(from, token.start);
    from = token.end;
  }
  return rest + words.text.slice(from, Math.max(from, piece.end));
}
