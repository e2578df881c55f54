const linkOrAddress = /\b(?:https?:\/\/|mailto:)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;
/** “:construction:”: a picture in a chat. */
const picture = /(?<![\w:]):[a-z][a-z_+-]+:(?![\w:])/gu;

/**
 * A text with links, mail addresses, pictures and the given words blanked out, every other letter where it was: numbers in them are
 * no times, and places found in the rest are places in the text.
 */
export function masked(text: string, words: readonly string[]): string {
  let left = text;
  for (const out of words) if (out !== "") left = left.replaceAll(out, blank(out));
  return left.replace(linkOrAddress, blank).replace(picture, blank);
}

function blank(words: string): string {
  return words.replace(/\S/gu, (letter) => " ".repeat(letter.length));
}
