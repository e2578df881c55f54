import { domainKey } from "./address-key.ts";
import { hasHiddenCharacter } from "./hidden-characters.ts";
import { imitatesLatin, mixedWordsIn } from "./look-alikes.ts";

/** What is wrong with a link, from certain harm to what may be meant. */
export type LinkProblem = "unsafeScheme" | "userInLink" | "hiddenInLink" | "lookAlikeLink" | "plainHttp" | "otherTarget";

const address = /^(?<scheme>[a-z][a-z0-9+.-]*):(?<rest>.*)$/isu;

/** What is wrong with a link of this target, shown as these words; empty when nothing is. */
export function problemsOfLink(target: string, words: string): readonly LinkProblem[] {
  const { scheme = "", rest = "" } = address.exec(target.trim())?.groups ?? {};
  const problems: LinkProblem[] = [];
  if (hasHiddenCharacter(target)) problems.push("hiddenInLink");
  switch (scheme.toLowerCase()) {
    case "https":
    case "http": {
      if (scheme.toLowerCase() === "http") problems.push("plainHttp");
      const authority = /^[\\/]*([^\\/?#]*)/u.exec(rest)?.[1] ?? "";
      if (authority.includes("@")) problems.push("userInLink");
      const host = hostOf(target);
      if (mixedWordsIn(host).length > 0 || host.split(".").some(imitatesLatin)) problems.push("lookAlikeLink");
      const shown = /(?:https?:\/\/|\bwww\.)[^\s)]+|^\s*(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?\s*$/iu.exec(words)?.[0].trim();
      if (shown !== undefined && withoutWww(hostOf(shown)) !== withoutWww(host)) problems.push("otherTarget");
      break;
    }
    case "mailto":
    case "tel":
      break;
    default:
      problems.push("unsafeScheme");
  }
  return problems;
}

/** The host of an address as a key, without user and port; an address may come without its scheme. */
function hostOf(target: string): string {
  const authority = /^\s*(?:[a-z][a-z0-9+.-]*:)?[\\/]*([^\\/?#]*)/iu.exec(target)?.[1] ?? "";
  return domainKey(authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d*$/u, ""));
}

function withoutWww(host: string): string {
  return host.replace(/^www\./u, "");
}
