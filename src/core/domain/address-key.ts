import { decodePunycode } from "./punycode.ts";

/**
 * A mail address as a key: two addresses that reach one mailbox have one key, in whatever case or script they are
 * written. Compatibility forms and case are made the same, and a domain's ASCII form (`xn--…`, RFC 3492) is the same
 * as the name it stands for. A key is for comparing, never for sending.
 */
export function addressKey(address: string): string {
  const same = folded(address);
  const at = same.lastIndexOf("@");
  return at === -1 ? same : `${same.slice(0, at + 1)}${domainKey(same.slice(at + 1))}`;
}

/** A domain as a key, in Unicode. A label that is no valid punycode stays as it is. */
export function domainKey(domain: string): string {
  return folded(domain)
    .replace(/[\u3002\uFF61]/gu, ".")
    .replace(/\.$/u, "")
    .split(".")
    .map((label) => (label.startsWith("xn--") ? folded(decodePunycode(label.slice(4)) ?? label) : label))
    .join(".");
}

/** A name as a key: without regard to case, compatibility forms and spaces. */
export function nameKey(name: string): string {
  return folded(name).replace(/\s+/gu, " ");
}

function folded(text: string): string {
  // Small letters once more after the first pass, and one sigma: what is written at a word's end is the same letter.
  return text.normalize("NFKC").trim().toLowerCase().normalize("NFKC").replaceAll("ς", "σ");
}
