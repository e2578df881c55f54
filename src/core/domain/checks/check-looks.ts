import { domainKey } from "../address-key.ts";
import type { Directory } from "../directory.ts";
import { hasHiddenCharacter, hiddenCharactersIn, withHiddenShown, withoutHidden } from "../hidden-characters.ts";
import { type LinkProblem, problemsOfLink } from "../link-safety.ts";
import { imitatesLatin, latinOf, mixedWordsIn } from "../look-alikes.ts";
import type { CheckInput, NoticeCheck, Sighting, TextCheck } from "./check-input.ts";
import type { CheckName } from "./check-table.ts";
import { placeIn } from "./reading/reading.ts";

/** Characters nobody can see, in the words of a notice. */
export const checkHiddenCharacters: TextCheck = (words, part) =>
  hiddenCharactersIn(words).map(({ name, quote, at }) => {
    // With the word around it: a place that can't be seen is found by no search.
    const from = at - (/\S*$/u.exec(words.slice(0, at))?.[0].length ?? 0);
    const place = placeIn({ part, words }, from, at + (/^\S*/u.exec(words.slice(at))?.[0].length ?? 0));
    return {
      check: "hiddenCharacter",
      part,
      quote,
      message: `There is ${name} here. Readers cannot see it, and it may change what they read. Take it out.`,
      mend: { kind: "replace", label: "Take it out", place, replacement: withoutHidden(place.quote) },
    };
  });

const link = /\bhttps?:\/\/\S+/giu;

/** Words with a letter of another script that looks like a Latin one: searches miss them, and they may be a forgery. */
export const checkLookAlikeWords: TextCheck = (words, part) => {
  // Most notices end here.
  if (plainLetters.test(words)) return [];
  const read = words.replace(link, (address) => " ".repeat(address.length));
  return [...new Map(mixedWordsIn(read).map((mixed) => [mixed.word, mixed])).values()].flatMap(
    ({ word, scripts }): Sighting[] => {
      const latin = latinOf(word);
      // “kΩ”, “μs” and “xα” are no forgeries: no Latin letter looks like theirs, or they are a formula.
      if (latin === null || word.length < 3) return [];
      const at = read.indexOf(word);
      const place = placeIn({ part, words }, at, at + word.length);
      const message = `“${word}” mixes ${scripts.join(" and ")} letters that look the same, so it is not the word it seems to be.`;
      return [
        {
          check: "lookAlikeName",
          part,
          quote: word,
          places: [place],
          message,
          mend: { kind: "replace", label: `Write “${latin}” in Latin letters`, place, replacement: latin },
        },
      ];
    },
  );
};

/** Latin letters, signs and symbols only. */
const plainLetters = /^[^\u0370-\u058f\u13a0-\u13ff\uab70-\uabbf]*$/u;

/** Names and addresses of those who get it, and names it shows, that are not what they look like. */
export const checkRecipientNames: NoticeCheck = (input) => namesShown(input).flatMap(problemsOfName);

type ShownName = { readonly what: string; readonly text: string };

function namesShown({ renderings, notice, directory, window }: CheckInput): readonly ShownName[] {
  const customerIds = new Set(renderings.flatMap(({ recipient }) => recipient.customerId ?? []));
  const channelIds = new Set(renderings.map(({ recipient }) => recipient.channelId));
  const audience = directory.audiences.find(({ id }) => id === notice.audienceId);
  const customers = directory.customers.filter(({ id }) => customerIds.has(id));
  const contactIds = new Set([
    ...(audience?.mentionIds ?? []),
    ...(audience?.contactIds ?? []),
    ...customers.flatMap((customer) => customer.contactIds),
  ]);
  const contacts = directory.contacts.filter(({ id, active }) => active && contactIds.has(id));
  const named = (what: string, list: readonly { readonly name: string }[]): ShownName[] =>
    list.map(({ name }) => ({ what, text: name }));
  return [
    ...named("customer", customers),
    ...named("channel", pick(directory.channels, channelIds)),
    ...named("service", pick(directory.services, new Set(window.serviceIds))),
    ...named("contact", contacts),
    ...contacts.flatMap(({ email }) => (email === null ? [] : [{ what: "address", text: email }])),
  ];
}

function pick<K extends "channels" | "services">(list: Directory[K], ids: ReadonlySet<string>): Directory[K][number][] {
  return list.filter(({ id }) => ids.has(id));
}

/** Letters, digits and signs of ASCII: each is what it looks like, unless it stands for another (`xn--…`). */
const plainlyWritten = /^(?!.*xn--)[ -~]*$/iu;

function problemsOfName({ what, text }: ShownName): Sighting[] {
  // Most names of two hundred recipients end here.
  if (plainlyWritten.test(text)) return [];
  const quote = withHiddenShown(text);
  if (hasHiddenCharacter(text)) {
    const message = `The ${what} “${quote}” holds a character that cannot be seen. Write it anew in the Directory.`;
    return [{ check: "hiddenInName", part: "plan", quote, message }];
  }
  const words = what === "address" ? looksOfAddress(text) : looksOfName(text);
  return words === null
    ? []
    : [{ check: "lookAlikeName", part: "plan", quote, message: `${words} Correct it in the Directory.` }];
}

/** What is deceptive in the letters of a name, in a sentence; null when nothing is. */
export function looksOfName(name: string): string | null {
  const [mixed] = mixedWordsIn(name);
  if (mixed === undefined) return null;
  return `“${mixed.word}” mixes ${mixed.scripts.join(" and ")} letters that look the same, so it is not the name it seems to be.`;
}

/** What is deceptive in the letters of a mail address, in a sentence; null when nothing is. */
export function looksOfAddress(address: string): string | null {
  const domain = domainKey(address.slice(address.lastIndexOf("@") + 1));
  const imitating = domain.split(".").find(imitatesLatin);
  if (imitating !== undefined) return `“${imitating}” is not written in Latin letters although it reads as if it were.`;
  return looksOfName(`${address.slice(0, Math.max(0, address.lastIndexOf("@")))} ${domain}`);
}

const linkProblems: Readonly<Record<LinkProblem, { readonly check: CheckName; readonly message: string }>> = {
  unsafeScheme: { check: "unsafeLink", message: "Only links that start with https:// are sent. Write one, or take it out." },
  userInLink: {
    check: "userInLink",
    message: "What stands before the @ is no host: this leads to another place than it seems to. Write the plain address.",
  },
  hiddenInLink: { check: "hiddenInLink", message: "This address holds a character that cannot be seen. Write it anew." },
  lookAlikeLink: {
    check: "lookAlikeLink",
    message: "The host is written in letters of another script that look like Latin ones. Write the real address.",
  },
  plainHttp: {
    check: "plainHttp",
    message: "A link without encryption is left out, and only its words are sent. Write https:// if the page has it.",
  },
  otherTarget: { check: "otherTarget", message: "The words name one address and the link leads to another." },
};

const markdownLink = /\[(?<words>[^\]\n]*)\]\(\s*<?(?<target>[^\s)>]+)/gu;
const bareLink = /(?<![\w(<[])(?<target>(?:(?:https?|ftps?|file):\/\/?|(?:javascript|vbscript):|data:\w+\/)[^\s<>)\]]+)/giu;

/** Links in the draft and in the window's references that lead elsewhere than they seem to. */
export const checkLinks: NoticeCheck = ({ draft, window, directory, renderings }) => {
  const used = [...new Set(renderings.map(({ text }) => text))].join("\n");
  const facts = [
    ...window.references.flatMap(({ label, url }) => (url === null ? [] : [{ words: label, target: url }])),
    ...directory.services.flatMap(({ statusUrl }) => (statusUrl === null ? [] : [{ words: "Live status", target: statusUrl }])),
  ].filter(({ target }) => used.includes(target));
  const source = `${draft.subject}\n${draft.body}`;
  const typed = [...source.matchAll(markdownLink)].map(({ groups }) => ({
    words: groups?.words ?? "",
    target: groups?.target ?? "",
  }));
  const bare = [...source.replace(markdownLink, " ").matchAll(bareLink)].map(({ groups }) => {
    const target = (groups?.target ?? "").replace(/[.,;:!?]+$/u, "");
    return { words: target, target };
  });
  return [...typed, ...bare, ...facts]
    .filter(({ target }) => !target.includes("{{"))
    .flatMap(({ words, target }) =>
      problemsOfLink(target, words).map((problem): Sighting => {
        const { check, message } = linkProblems[problem];
        return { check, part: "body", quote: withHiddenShown(target).slice(0, 200), message };
      }),
    );
};
