import { colourOnWhite, leastContrast, shadeThatReads } from "./colour-contrast.ts";
import type { Facts, FactValue } from "./message.ts";

/** How a workspace's notices sound and look, beside what its templates say. A new workspace has none of it. */
export type HouseStyle = {
  /** A line of its own above the news, in mail to customers only; empty for none, which is the default. */
  readonly salutation: string;
  /** Lines under the text, in mail to customers only; empty for none. */
  readonly signOff: string;
  /** Colour of the band and the links of a mail, as `#0a5c7a`; null for Forewarn's own. Reads on white (`brandColourProblem`). */
  readonly brandColour: string | null;
  /** Stands above the text of a mail. */
  readonly logo: Logo | null;
  /** Words no notice of this workspace should hold. */
  readonly avoid: readonly AvoidedWords[];
};

/** A picture that travels with each mail, so that nothing is fetched from anywhere when it is read. */
export type Logo = {
  readonly mediaType: "image/png" | "image/jpeg";
  /** In pixels of the picture. */
  readonly width: number;
  readonly height: number;
  readonly base64: string;
};

/** Words to avoid, as a person would say them, and what to say instead; empty where there is only “leave it out”. */
export type AvoidedWords = { readonly words: string; readonly instead: string };

export const noHouseStyle: HouseStyle = { salutation: "", signOff: "", brandColour: null, logo: null, avoid: [] };

/** A logo is in every mail of a notice and in the file of each delivery: it has to be small. */
export const largestLogo = { bytes: 20_480, width: 480, height: 160 } as const;
export const longestSignOff = 600;
export const mostAvoided = 200;

/** The facts a salutation or a sign-off may name: they are the same at every stage and never empty of meaning. */
export const houseFacts = ["customer.name", "workspace.name", "coordinator.name", "contact.point"] as const;
export const houseFact = /\{\{\s*([\w.-]+)\s*\}\}/gu;

/** Why a salutation or sign-off can't be used, in one sentence, or null. */
export function houseLineProblem(words: string): string | null {
  const unknown = Array.from(words.matchAll(houseFact), ([, name]) => name ?? "").find(
    (name) => !houseFacts.some((known) => known === name),
  );
  if (unknown !== undefined) return `There is no ${unknown} here. Use ${houseFacts.join(", ")}.`;
  if (/\{\{|\}\}|\{%|%\}/u.test(words.replace(houseFact, "")))
    return "These signs belong to templates. Write the words, or a fact like {{ customer.name }}.";
  return null;
}

/** Why a colour can't be the brand colour, and a shade of it that can, or null when it reads on white. */
export function brandColourProblem(colour: string): { readonly message: string; readonly instead: string | null } | null {
  const contrast = colourOnWhite(colour);
  if (contrast === null) return { message: "Write a colour like #0a5c7a.", instead: null };
  if (contrast >= leastContrast) return null;
  // Rounded down, so that 4.49 is not told to be the 4.5 it misses.
  const told = (Math.floor(contrast * 10) / 10).toFixed(1);
  return {
    message: `Links in this colour would be hard to read on white: ${told} to 1, and 4.5 to 1 is needed.`,
    instead: shadeThatReads(colour),
  };
}

/** What a mail wears beside its text, ready to be written. */
export type MailDress = {
  /** Plain words with line breaks; empty for none. */
  readonly salutation: string;
  readonly signOff: string;
  readonly brandColour: string | null;
  readonly logo: (Logo & { readonly contentId: string; readonly alt: string }) | null;
};

/**
 * A house style for one mail. Salutation and sign-off are for readers outside: colleagues have the news at once. A line
 * whose fact is missing here is left out, since half a salutation is worse than none.
 */
export function dressFor(style: HouseStyle, name: string, isOutside: boolean, facts: Facts): MailDress {
  return {
    salutation: isOutside ? filled(style.salutation, facts) : "",
    signOff: isOutside ? filled(style.signOff, facts) : "",
    brandColour: style.brandColour,
    logo: style.logo === null ? null : { ...style.logo, contentId: contentIdOf(style.logo), alt: name },
  };
}

function filled(lines: string, facts: Facts): string {
  return lines
    .trim()
    .split("\n")
    .flatMap((line) => {
      let isWhole = true;
      const said = line.replace(houseFact, (_, name: string) => {
        const words = wordsOf(facts.get(name));
        if (words === "") isWhole = false;
        return words;
      });
      return isWhole ? [said.trimEnd()] : [];
    })
    .join("\n")
    .trim();
}

function wordsOf(fact: FactValue | undefined): string {
  return fact?.kind === "text" ? fact.text : "";
}

/** The same picture has the same id in every mail, so that a reply which quotes one does not carry it twice. */
function contentIdOf({ base64, mediaType }: Logo): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < base64.length; at += 1) hash = Math.imul(hash ^ base64.charCodeAt(at), 0x01000193);
  return `logo-${(hash >>> 0).toString(16).padStart(8, "0")}.${mediaType === "image/png" ? "png" : "jpg"}`;
}

/** A workspace's house style as the audit log keeps it: a picture is told by its size, since entries are kept for ever. */
export function houseStyleOnRecord(style: HouseStyle): Omit<HouseStyle, "logo"> & { readonly logo: string | null } {
  const { logo } = style;
  return { ...style, logo: logo === null ? null : `${contentIdOf(logo)}, ${logo.width} × ${logo.height} pixels` };
}
