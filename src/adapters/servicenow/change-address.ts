/** What a person may write for a change request: its number, its sys_id, or an address of it. */
export type ChangeWords =
  | { readonly kind: "number"; readonly number: string }
  | { readonly kind: "sysId"; readonly sysId: string }
  /** An address of another instance than the one that is connected. */
  | { readonly kind: "elsewhere"; readonly host: string };

/** Reads a change request as people name it; null when the words are only words. */
export function changeIn(words: string, host: string): ChangeWords | null {
  const text = words.trim();
  const url = /^https?:\/\//iu.test(text) ? URL.parse(text) : null;
  if (url !== null) {
    if (url.host !== host) return { kind: "elsewhere", host: url.host };
    // Addresses of the older screens hold the record's address within their own, escaped once or twice.
    const sysId = /change_request(?:\.do)?.*?(?<sysId>[0-9a-f]{32})/iu.exec(unescaped(unescaped(url.href)))?.groups?.sysId;
    return sysId === undefined ? null : { kind: "sysId", sysId: sysId.toLowerCase() };
  }
  if (/^[0-9a-f]{32}$/iu.test(text)) return { kind: "sysId", sysId: text.toLowerCase() };
  return /^CHG\d+$/iu.test(text) ? { kind: "number", number: text.toUpperCase() } : null;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Words within an encoded query: there `^` parts conditions, and nothing can escape it. */
export function inQuery(words: string): string {
  return words.replace(/[\^,]/gu, " ").trim();
}
