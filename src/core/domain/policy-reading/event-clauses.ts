import type { When } from "./when.ts";

/** What is said to happen to a change or its service, whatever it is called: the verb and what belongs to it. */
const happenings: readonly (readonly [string, When])[] = [
  [
    "(?:takes? longer|overruns?|runs? (?:over|late|long)|lasts? longer|is (?:delayed|late)|(?:AUX )(?:extended|prolonged)|(?:(?:can|will|is|are)(?:not| not)) (?:be )?(?:finish|complete|end)(?:ed)? (?:on|in) time)",
    { kind: "statusChange", stage: "extended" },
  ],
  [
    "(?:(?:AUX )(?:postponed|moved|re-?scheduled|deferred|put off|brought forward|shifted|rearranged))",
    { kind: "statusChange", stage: "rescheduled" },
  ],
  [
    "(?:(?:AUX )(?:cancell?ed|called off|abandoned|withdrawn|(?:not|no longer) (?:needed|required|necessary))|(?:does not|will not|doesn't|won't) (?:take place|go ahead|happen))",
    { kind: "statusChange", stage: "cancelled" },
  ],
  [
    "(?:(?:AUX )(?:rolled back|backed out|reverted|undone)|(?:(?:has|have|needs?|decides?|is|are) (?:to )?)(?:roll (?:it )?back|back (?:it )?out|revert)|rolls? (?:it )?back)",
    { kind: "statusChange", stage: "rolledBack" },
  ],
  [
    "(?:(?:AUX )(?:fully |successfully )?(?:complete|completed|finished|over|done|concluded|restored|back(?: (?:up|online|to normal|in service|in operation))?|available(?: again)?|(?:up|running|working|online) again)|ends|finishes|completes|concludes|(?:works?|runs?) again|comes? back(?: (?:up|online))?|returns? to (?:service|normal))",
    { kind: "end" },
  ],
  [
    "(?:begins?|starts?|commences?|kicks? off|goes? down|(?:AUX )(?:started|begun|under way|about to (?:start|begin)|taken down))",
    { kind: "start" },
  ],
];

const auxiliary = "(?:is|are|was|were|has been|have been|has|have|has to be|have to be|must be|needs to be|gets|will be) ";
const subject = "(?:(?!(?:when|if|once|where|after|before|starts?|begins?|ends?) )[\\p{L}\\p{N}'/-]+ ){1,7}?";
/** What else stands in such a clause and changes nothing of it. */
const rest =
  "(?: (?:to (?:another|a (?:new|later|different)|the next) [\\p{L}]+|than (?:\\p{L}+ ){0,2}?(?:planned|expected|announced|scheduled|estimated)|for (?:any|whatever|technical) (?:reasons?)|at short notice|as planned|again))?";

const clauses: readonly (readonly [RegExp, When])[] = happenings.map(([verb, when]) => [
  new RegExp(
    `(?<!\\p{L})(?:if|when|whenever|once|as soon as|in case|where|after|that) (?<subject>${subject})${verb.replaceAll("AUX ", auxiliary)}${rest}(?!\\p{L}| than (?:\\d|an? |one|two|three|four|five|six|half|thirty))`,
    "giu",
  ),
  when,
]);

/** `Wird eine Wartung verschoben`, `Fällt sie aus`: the verb comes first. */
const german: readonly (readonly [RegExp, When])[] = (
  [
    ["verschoben", { kind: "statusChange", stage: "rescheduled" }],
    ["abgesagt", { kind: "statusChange", stage: "cancelled" }],
    ["verlängert", { kind: "statusChange", stage: "extended" }],
  ] as const
).map(([word, when]) => [
  new RegExp(`(?<!\\p{L})(?:wird|werden|muss|müssen) (?<subject>(?:[\\p{L}-]+ ){1,4}?)${word}(?: werden)?(?!\\p{L})`, "giu"),
  when,
]);
const fallsOut: readonly [RegExp, When] = [
  /(?<!\p{L})(?:fällt|fallen) (?<subject>(?:[\p{L}-]+ ){1,4}?)aus(?!\p{L})/giu,
  { kind: "statusChange", stage: "cancelled" },
];

/** Subjects that are no change and no service: what becomes of them says nothing of a window. */
const elsewhere =
  /\b(?:meetings?|board|committee|cab|quarter|month|year|freeze|exams?|term|tickets?|requests?|approvals?|incidents?|problems?|issues?|faults?|reviews?|tests?|builds?|votes?|contracts?|shifts?|calls?|customers?|users?|they get|he|she)\b/iu;

const wordOf = "(?:announce|confirm|post|publish|communicate|report|share|note|tell of)(?:s|es|ed)? (?:the |its )?";
/** `At the start of the change`, `After completion of a planned outage`: the change is every window. */
const points: readonly (readonly [RegExp, When])[] = (
  [
    ["(?:start|beginning|commencement|opening)", { kind: "start" }],
    ["(?:completion|conclusion|end|close|closing)", { kind: "end" }],
  ] as const
).map(([word, when]) => [
  new RegExp(
    `(?<!\\p{L})(?:(?:at|on|upon|after|following|from|with) )?(?:the )?(?:successful )?${word} of (?:(?:the|each|every|any|an?|all) )?(?:(?:planned|scheduled|production) )?(?:changes?|works?|maintenance|downtimes?|outages?|releases?|deployments?|upgrades?|migrations?|interventions?|activit(?:y|ies))(?: window)?(?!\\p{L})`,
    "giu",
  ),
  when,
]);

const told: readonly (readonly [RegExp, When])[] = [
  [
    new RegExp(
      `(?<!\\p{L})${wordOf}(?:start|beginning|opening)(?: of [\\p{L} ]{2,40}?)?(?= (?:to|in|on|by|via|for|through|with)\\b|[.,;:]|$)`,
      "giu",
    ),
    { kind: "start" },
  ],
  [
    new RegExp(
      `(?<!\\p{L})${wordOf}(?:end|completion|close|closing|all-clear)(?: of [\\p{L} ]{2,40}?)?(?= (?:to|in|on|by|via|for|through|with)\\b|[.,;:]|$)`,
      "giu",
    ),
    { kind: "end" },
  ],
];

/** `If a release is moved to another day`, `Once the cluster is back`: clauses that name a point of a window's life. */
export function findEventClauses(text: string): { start: number; end: number; when: When }[] {
  return [...clauses, ...german, fallsOut, ...points, ...told].flatMap(([pattern, when]) =>
    [...text.matchAll(pattern)]
      .filter(({ groups }) => !elsewhere.test(groups?.subject ?? ""))
      .map(({ index, 0: words }) => ({ start: index, end: index + words.length, when })),
  );
}
