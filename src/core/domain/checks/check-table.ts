import type { Gravity } from "../message.ts";

/**
 * Every check and how grave what it sees is. An error is certain and would harm: it blocks approval.
 * A warning may be right after all: a person acknowledges it. A hint is advice.
 */
export const checkTable = {
  // What a notice must carry
  brokenTemplate: "error",
  unknownVariable: "error",
  emptyVariable: "error",
  missingFact: "warning",
  noReference: "warning",
  noContact: "warning",
  // Times
  timeWithoutZone: "error",
  wrongZone: "error",
  wrongWeekday: "error",
  timeDisagrees: "error",
  oldTime: "error",
  otherTime: "warning",
  otherDate: "warning",
  pastDate: "warning",
  digitsOnlyDate: "warning",
  vagueTime: "warning",
  longerThanWindow: "hint",
  // Not for this audience
  internalHost: "error",
  internalReference: "error",
  ticketNumber: "warning",
  internalName: "warning",
  otherCustomer: "error",
  massMention: "error",
  internalNoticeOutside: "error",
  insideVoiceOutside: "warning",
  firstOutside: "warning",
  // Everybody at once
  callsEverybody: "warning",
  // Secrets and numbers of people: blocked until a person overrides it by name
  secret: "error",
  personalNumber: "error",
  // Text that is not what it looks like
  hiddenCharacter: "warning",
  hiddenInName: "error",
  lookAlikeName: "error",
  lookAlikeLink: "error",
  hiddenInLink: "error",
  unsafeLink: "error",
  userInLink: "error",
  otherTarget: "warning",
  plainHttp: "warning",
  // Wording
  deadWording: "error",
  leftoverMarkup: "warning",
  futureAfterEnd: "warning",
  contradictsImpact: "warning",
  // Length
  tooLong: "error",
  longText: "warning",
  longSubject: "hint",
  manyWords: "hint",
  // The plan
  channelProblem: "hint",
  promiseNotKept: "hint",
  shortNoticeUnexplained: "error",
  shortNoticeUnsaid: "warning",
  tooLate: "error",
} as const satisfies Readonly<Record<string, Gravity>>;

export type CheckName = keyof typeof checkTable;

/** Errors that may be right after all, and are too grave for a tick: each is overridden by itself, with a reason. */
export const overridableChecks: ReadonlySet<CheckName> = new Set(["secret", "personalNumber"]);
