import type { HoldReason } from "../../../core/domain/delivery.ts";

/** What a person can do about a held delivery. */
export type HoldAdvice = {
  /** How it stands, after `The reminder to …`. */
  readonly stands: string;
  readonly whatToDo: string;
  /** The step that helps, first; `sendNow` only where it would really leave. */
  readonly helps: "sendNow" | "openNotice" | "connect";
};

/** For each reason the one step that helps: what would only be refused again is not offered. */
export const holdAdvice: Readonly<Record<HoldReason, HoldAdvice>> = {
  stale: {
    stands: "came too late to be of use",
    whatToDo: "It can’t be sent any more. Cancel it, or open the notice and write a later one.",
    helps: "openNotice",
  },
  lapsed: {
    stands: "came due while nothing could be sent",
    whatToDo: "Send it now if it is still of use, or cancel it.",
    helps: "sendNow",
  },
  quietHours: {
    stands: "meets quiet hours until it is of no use",
    whatToDo: "Send it now all the same, or cancel it.",
    helps: "sendNow",
  },
  windowChanged: {
    stands: "is held: the window changed",
    whatToDo: "Open the notice, read it with the window as it is now, and approve it anew.",
    helps: "openNotice",
  },
  recipientsChanged: {
    stands: "is held: its recipients changed",
    whatToDo: "Open the notice, look at who would get it now, and approve it anew.",
    helps: "openNotice",
  },
  contentChanged: {
    stands: "is held: its text is not what was approved",
    whatToDo: "Open the notice and approve it anew. If nobody here changed it, check the audit log.",
    helps: "openNotice",
  },
  noConnection: {
    stands: "waits for a connection",
    whatToDo: "Connect or sign in again: it then leaves by itself, unless it waited for more than half an hour.",
    helps: "connect",
  },
  awaitingPerson: { stands: "waits for you", whatToDo: "Send it now, or cancel it.", helps: "sendNow" },
};
