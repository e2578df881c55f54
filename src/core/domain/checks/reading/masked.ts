const linkOrAddress = /\b(?:https?:\/\/|mailto:)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;
/** “:construction:”: a picture in a chat. */
const picture = /(?<![\w:]):[a-z][a-z_+-]+:(?![\w:])/gu;

/**
 * A text with links, mail addresses, pictures, the given words and what is struck out blanked, every other letter where it was:
 * numbers in them are no times, and places found in the rest are places in the text.
 */
export function masked(text: string, words: readonly string[], struckOut: readonly string[] = []): string {
  let left = text;
  for (const out of words) if (out !== "") left = left.replaceAll(out, blank(out));
  // As often as they are struck out: the same words may stand once more as they are meant.
  for (const out of struckOut) {
    const at = out === "" ? -1 : left.lastIndexOf(out);
    if (at !== -1) left = `${left.slice(0, at)}${blank(out)}${left.slice(at + out.length)}`;
  }
  return left.replace(linkOrAddress, blank).replace(picture, blank);
}

function blank(words: string): string {
  return words.replace(/\S/gu, (letter) => " ".repeat(letter.length));
}
