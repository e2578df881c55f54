const safe = /^(?:https:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu;

/** The address when it may stand behind a link (https, mailto, tel), else null. */
export function safeUrl(url: string): string | null {
  return safe.test(url) && URL.canParse(url) ? url : null;
}
