import { anyOf } from "../../any-of.ts";
import type { Voice } from "../../directory.ts";
import { isLimiting, isPlausible, type NamedAudience, nameOf, voiceOf } from "../words/audience-words.ts";
import type { CellWords, Token } from "../words/cell-words.ts";
import { isThing } from "../words/things.ts";

const toWhom = /^(?:(?:send|post|go(?:es)?) )?(?:to|for|an|für|til|aux?|à|pour) /iu;
const tell = anyOf`
  tell|inform|notify|warn|alert|brief|contact|e-?mail|message|remind
  // German, French and Danish
  informieren|benachrichtigen|informer|prévenir|informér|underret|orienter
`;
const telling = new RegExp(`^${tell} `, "iu");
const throughWhat = / (?:by|via|per|par|over|through|using|get|receive|are told|are informed|are notified)$/iu;
/**
 * Reads words as the name of readers by where they stand, where none of them is known: `Zither players by email`,
 * `Email to zither players`, `Zither players: #strings`. Null where they stand anywhere else.
 */
export function readerInSlot(words: CellWords, piece: string): NamedAudience | null {
  const start = words.text.indexOf(piece);
  if (start === -1 || !words.tokens.some((token) => token.kind === "channel")) return null;
  const end = start + piece.length;
  const isSlot =
    toWhom.test(`${piece} `) ||
    telling.test(`${piece} `) ||
    (throughWhat.test(piece) && nextToken(words, end)?.kind === "channel") ||
    isLabel(words.text, start, end) ||
    isObject(words, start);
  if (!isSlot) return null;
  const name = nameOf(piece.replace(telling, "").replace(throughWhat, ""));
  const isName = /^\p{L}[\p{L} '&-]{1,60}$/u.test(name) && name.split(" ").length <= 5;
  if (!isName || !isPlausible(name) || isLimiting(name) || isThing(name)) return null;
  return { name, voice: voiceOf(name) ?? voiceOfUnknown(words) };
}

/**
 * Who reads a team's chat belongs to it. Anybody else unknown is spoken to as a customer: with the plainest words, nothing
 * internal, and one not seeing the other.
 */
export function voiceOfUnknown({ tokens }: CellWords): Voice {
  const channels = tokens.filter((token) => token.kind === "channel");
  return channels.length > 0 && channels.every(({ channel: { kind } }) => kind !== "mail" && kind !== "manual")
    ? "internal"
    : "customer";
}

/** `Zither players: #strings`, at the beginning of the cell or of a line in it. */
function isLabel(text: string, start: number, end: number): boolean {
  return /^\s*:/u.test(text.slice(end)) && /(?:^|[\n•;])\s*$/u.test(text.slice(0, start));
}

/** `Email zither players`: right after the way they are told. */
function isObject({ text, tokens }: CellWords, start: number): boolean {
  return tokens.some(
    (token) =>
      token.kind === "channel" &&
      token.isMedium &&
      token.channel.kind === "mail" &&
      token.end <= start &&
      /^ ?$/u.test(text.slice(token.end, start)),
  );
}

function nextToken({ text, tokens }: CellWords, end: number): Token | undefined {
  return tokens.find((token) => token.start >= end && /^\s*(?:the )?\s*$/iu.test(text.slice(end, token.start)));
}
