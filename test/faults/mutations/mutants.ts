/** One change of a source file; `find` must occur there exactly once. */
export type Edit = { readonly file: string; readonly find: string; readonly replace: string };

/** A defect somebody could make, with what the simulation must say to it. */
export type Mutant = {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** The schedule to begin with, just before the one that showed the defect when last looked; the first one when absent. */
  readonly from?: number;
};

const sending = (file: string): string => `src/core/app/sending/${file}.ts`;
const one = (name: string, file: string, find: string, replace: string, from = 0): Mutant => ({
  name,
  edits: [{ file, find, replace }],
  from,
});

/** Deliberate defects of the outbox. A rig that does not notice one of them is not worth its time. */
export const mutants: readonly Mutant[] = [
  one(
    "what may have been sent is tried again",
    sending("attempts"),
    "return settled(doubt(delivery, outcome.detail, now));",
    "return dueAgain(now + 5_000, outcome.detail);",
  ),
  {
    name: "sending is committed after the message was sent",
    edits: [
      { file: sending("claims"), find: "        deliveryLog.record(writing, current, delivery);\n", replace: "" },
      {
        file: sending("sending"),
        find: "outcomes.record(delivery.id, delivery.fence, await attempt(way, delivery, replyTo));",
        replace:
          "const sent = await attempt(way, delivery, replyTo); store.write((writing) => deliveryLog.record(writing, claimed, delivery)); outcomes.record(delivery.id, delivery.fence, sent);",
      },
      {
        file: sending("claims"),
        find: "      if (may) traffic.leaves(delivery);\n      return may;",
        replace: "      return may || true;",
      },
    ],
  },
  one(
    "the lease is ignored when a message leaves",
    sending("claims"),
    "current.fence !== delivery.fence || current.state.leaseUntil <= now",
    "current.fence !== delivery.fence || false",
    45,
  ),
  one(
    "the number of the claim is ignored when an outcome is recorded",
    sending("outcomes"),
    "const isOurs = current.fence === fence;",
    "const isOurs = current.fence !== fence || true;",
    317,
  ),
  {
    name: "nothing is looked at again before a message leaves",
    edits: [
      {
        file: sending("claims"),
        find: "return !isSendingPaused(reading) && obstacleTo(reading, ids, current, now) === null;",
        replace: "return true;",
      },
    ],
    from: 41,
  },
  one(
    "after a crash what was being sent is in line again",
    sending("recovery"),
    "deliveryLog.record(writing, delivery, { ...delivery, ...afterAttempt(delivery, outcome, null, now) });",
    "void outcome; deliveryLog.record(writing, delivery, { ...delivery, state: { kind: 'due', since: now, attempts: 0, detail: '', leaseUntil: null, byPerson: false } });",
    6,
  ),
  one(
    "a messenger that throws counts as unsent",
    sending("sending"),
    'return { kind: "unknown", detail: "Forewarn failed while sending. Look whether the message arrived." };',
    'return { kind: "unsent", detail: "It failed.", retryAt: null, concernsAll: false };',
    4,
  ),
  one(
    "an attempt that does not come back counts as unsent",
    sending("outcomes"),
    '{ kind: "unknown", detail: "The attempt did not come back in time." }',
    '{ kind: "unsent", detail: "Too slow.", retryAt: null, concernsAll: false }',
    6,
  ),
  one(
    "recipients are not compared with the approved ones",
    sending("obstacles"),
    "return wrongPeople === null ? null : obstacle(wrongPeople.reason, wrongPeople.detail);",
    "return wrongPeople === null ? null : null;",
    35,
  ),
  one(
    "a changed window does not hold its messages",
    sending("obstacles"),
    "if (window === null || window.revision !== delivery.windowRevision) {",
    "if (window === null) {",
    16,
  ),
  one(
    "the latest useful time is ignored",
    sending("obstacles"),
    "if (now > delivery.notAfter) return",
    "if (now > delivery.notAfter * 2) return",
  ),
  one(
    "what lapsed is flushed",
    sending("obstacles"),
    "if (since < couldBeSentSince - lapsesAfter) {",
    "if (since < couldBeSentSince - 1e12 * lapsesAfter) {",
    8,
  ),
  one(
    "quiet hours are ignored",
    sending("obstacles"),
    "  if (quiet === null) return null;",
    "  if (quiet !== undefined) return null;",
    386,
  ),
  one(
    "sending goes on while it is paused",
    sending("obstacles"),
    "return store.sendingPauses().length > 0;",
    "return store.sendingPauses().length > 1e6;",
    34,
  ),
  one(
    "outcomes are not written to the audit log",
    sending("delivery-log"),
    'if (after.state.kind === "due" && before.state.kind !== "unknown") return;',
    'if (after.state.kind !== "sending") return;',
  ),
  one(
    "attempts are not written to the audit log",
    sending("delivery-log"),
    'if (after.state.kind === "due" && before.state.kind !== "unknown") return;',
    'if (after.state.kind === "sending" || (after.state.kind === "due" && before.state.kind !== "unknown")) return;',
  ),
  one(
    "two of one conversation are on their way at once",
    sending("traffic"),
    " || conversations.has(conversationOf(delivery))",
    "",
  ),
  {
    name: "not found is taken for not sent",
    edits: [
      {
        file: sending("look-ups"),
        find: '      case "unsent": {',
        replace: '      case "absent":\n      case "unsent": {',
      },
      {
        file: sending("look-ups"),
        find: '      case "absent":\n      case "cannotTell": {',
        replace: '      case "cannotTell": {',
      },
      { file: sending("look-ups"), find: "detail: seen.detail },", replace: 'detail: "" },' },
    ],
    from: 6,
  },
  {
    name: "messages leave an hour before their time",
    edits: [
      {
        file: sending("coming-due"),
        find: 'reading.deliveriesDue("approved", now, atOnce)',
        replace: 'reading.deliveriesDue("approved", now + 3_600_000, atOnce)',
      },
      { file: sending("coming-due"), find: "          if (now < delivery.notBefore) continue;\n", replace: "" },
      {
        file: sending("claims"),
        find: "return !state.byPerson && state.attempts === 0 && now < delivery.notBefore;",
        replace: "return state.attempts < 0;",
      },
    ],
    from: 46,
  },
  one(
    "the providers' pace is not kept",
    "src/core/domain/sending/pace.ts",
    "if (lane.limit === null) return true;",
    "if (lane.atOnce > 0) return true;",
  ),
  one(
    "a cancelled message leaves if it was claimed before",
    sending("claims"),
    'if (current?.state.kind !== "due" || current.fence !== claimed.fence) return null;\n        if ((current.state.leaseUntil',
    'if (current === null) return null;\n        if (claimed.state.kind !== "due") return null;\n        Object.assign(current, { state: claimed.state });\n        if ((current.state.leaseUntil',
    21,
  ),
  one(
    "a clock set back is not noticed",
    sending("vigil"),
    '      if (step.kind === "steady") return;',
    "      if (step.kind !== undefined) return;",
    8,
  ),
];
