/**
 * How long a provider asks to be left alone, in seconds: a number of them or a date (RFC 9110 §10.2.3). Null when it says
 * nothing usable.
 */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}
