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
  contactClosed: "warning",
  noTime: "warning",
  toDoUnsaid: "warning",
  nextWordUnplanned: "warning",
  factsUnsaid: "hint",
  // Times
  timeWithoutZone: "error",
  localTime: "error",
  wrongZone: "error",
  wrongWeekday: "error",
  timeDisagrees: "error",
  dateDisagrees: "error",
  oldTime: "error",
  otherTime: "warning",
  otherDate: "warning",
  pastDate: "warning",
  tooLateToAct: "warning",
  digitsOnlyDate: "warning",
  vagueTime: "warning",
  noFigure: "warning",
  wrongLength: "error",
  longerThanWindow: "warning",
  longerThanBreak: "warning",
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
  avoidedWords: "warning",
  contradictsImpact: "warning",
  contradictsItself: "error",
  // The stage, and what another one or another window left behind
  otherStage: "error",
  noNews: "warning",
  lateNews: "warning",
  futureAfterEnd: "warning",
  otherReference: "warning",
  otherService: "warning",
  otherWindow: "warning",
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
