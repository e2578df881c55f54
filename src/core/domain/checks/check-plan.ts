import { recipientKey } from "../delivery.ts";
import { isExplained, reasonAsClause, shortNoticed } from "../short-notice.ts";
import { describeTime } from "../time-text.ts";
import type { CheckInput, NoticeCheck, Sighting } from "./check-input.ts";

/** A promised notice that can no longer be kept, for each whom it was promised. */
export const checkPromise: NoticeCheck = (input) => {
  const short = shortNoticed(input);
  return input.notice.recipients.flatMap((recipient): Sighting[] => {
    const { promise, zone } = recipient;
    if (promise.kind === "none" || !short.has(recipientKey(recipient))) return [];
    const who = nameOf(recipient, input);
    const better =
      promise.kind === "broken"
        ? ` A start no earlier than ${describeTime(promise.earliestStart, zone)} would keep the promise.`
        : "";
    const message = `${who} was promised this notice by ${describeTime(promise.latest, zone)}.${better}`;
    return [{ check: "promiseNotKept", part: "plan", quote: who, message }];
  });
};

/** Less notice than promised needs a reason and somebody who agreed to it, and its readers hear the reason. */
export const checkShortNotice: NoticeCheck = (input) => {
  const short = shortNoticed(input);
  const first = input.notice.recipients.find((recipient) => short.has(recipientKey(recipient)));
  if (first === undefined) return [];
  const who = short.size === 1 ? `${nameOf(first, input)} gets` : `${short.size} recipients get`;
  if (!isExplained(input.window.shortNotice)) {
    const message =
      `${who} less notice than we promise. Say why, and who agreed to it: edit the window, under “Shorter notice”. ` +
      "Or move it to a later start.";
    return [{ check: "shortNoticeUnexplained", part: "plan", quote: "", message }];
  }
  const reason = plainly(reasonAsClause(input.window.shortNotice));
  const unsaid = input.renderings.some(
    ({ recipient, text }) => short.has(recipientKey(recipient)) && !plainly(text).includes(reason),
  );
  if (!unsaid) return [];
  const message = `${who} less notice than we promise, and this text does not say why. Use {{ notice.short }}.`;
  return [{ check: "shortNoticeUnsaid", part: "body", quote: "", message }];
};

function nameOf(
  recipient: { readonly customerId: string | null; readonly channelId: string },
  { directory }: CheckInput,
): string {
  return (
    directory.customers.find(({ id }) => id === recipient.customerId)?.name ??
    directory.channels.find(({ id }) => id === recipient.channelId)?.name ??
    recipient.channelId
  );
}

/** Without what a wrapped line or a full stop changes. */
function plainly(words: string): string {
  return words.toLowerCase().replace(/\s+/gu, " ").replace(/\.$/u, "");
}

/** A notice that nobody can use any more never leaves. */
export const checkUseful: NoticeCheck = ({ notice, now, workspace }) =>
  now <= notice.latestUsefulAt
    ? []
    : [
        {
          check: "tooLate",
          part: "plan",
          quote: describeTime(notice.latestUsefulAt, workspace.zone),
          message: "This notice was of use until then. Skip it, and tell readers what is so now with another one.",
        },
      ];
