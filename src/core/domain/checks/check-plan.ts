import { describeTime } from "../time-text.ts";
import type { NoticeCheck, Sighting } from "./check-input.ts";

/** A promised notice that can no longer be kept, for each whom it was promised. */
export const checkPromise: NoticeCheck = ({ notice, directory }) =>
  notice.recipients.flatMap(({ promise, customerId, channelId, zone }): Sighting[] => {
    if (promise.kind !== "broken") return [];
    const who =
      directory.customers.find((customer) => customer.id === customerId)?.name ??
      directory.channels.find((channel) => channel.id === channelId)?.name ??
      channelId;
    const message =
      `${who} was promised this notice by ${describeTime(promise.latest, zone)}. ` +
      `A start no earlier than ${describeTime(promise.earliestStart, zone)} would keep the promise.`;
    return [{ check: "promiseNotKept", part: "plan", quote: who, message }];
  });

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
