import { anyOf } from "../../any-of.ts";
import type { When } from "./when.ts";
import { kindsOfWork } from "./work-words.ts";

/** What clauses and phrases say of the points of a window's life: `if it is postponed`, `after the end of the work`. */

const extended: When = { kind: "statusChange", stage: "extended" };
const rescheduled: When = { kind: "statusChange", stage: "rescheduled" };
const cancelled: When = { kind: "statusChange", stage: "cancelled" };
const rolledBack: When = { kind: "statusChange", stage: "rolledBack" };
const start: When = { kind: "start" };
const end: When = { kind: "end" };

/** `Is`, `has been`, `needs to be`. */
const is = "(?:is|are|was|were|has been|have been|has|have|has to be|have to be|must be|needs to be|gets|will be)";
/** The same with the blank behind it, and nothing after `it's`. */
const isThen = `(?:${is} |(?<='(?:s|re|ve) ))`;

/** What is said to happen to a change or its service, whatever it is called: the verb and what belongs to it. */
const overruns = anyOf`
  (?:takes?|runs?|lasts?) longer|overruns?|runs? (?:over|late|long)|is (?:delayed|late)|needs? (?:more time|longer)
  (?:is|are) (?:going|likely|expected|about|set) to (?:overrun|run late|be late|(?:take|last) longer)
  (?:will |would )?exceeds? the (?:hours|time|period|window) (?:notified|announced|published|planned|agreed)
  (?:will|can|is|are)(?: not|n't) (?:be )?(?:back|ready|available) (?:at|by|in) the (?:published|announced|planned) (?:hour|time|end)
  ${isThen}(?:extended|prolonged)
  (?:can|will|is|are)(?:not| not) (?:be )?(?:finish|complete|end)(?:ed)? (?:on|in) time
`;
const moved = "(?:postponed|moved|re-?scheduled|deferred|put off|brought forward|shifted|rearranged)";
const isCalledOff = anyOf`
  ${isThen}(?:cancell?ed|called off|abandoned|withdrawn|(?:not|no longer) (?:needed|required|necessary))
  (?:(?:do|does|will|shall) not|don't|doesn't|won't|decides? not to|not) (?:take place|go ahead|happen)
`;
const isUndone = anyOf`
  ${isThen}(?:abandoned and )?(?:rolled back|backed out|reverted|undone)
  backs? (?:it )?out
  (?:has|have|needs?|decides?|is|are) (?:to )?(?:roll (?:it )?back|back (?:it )?out|revert)
  rolls? (?:it )?back
`;
const done = anyOf`
  complete|completed|finished|over|done|concluded|restored
  back(?: (?:up|online|to normal|in service|in operation))?
  available(?: again)?|(?:up|running|working|online|open) again|safe to use(?: again)?|gone through
  tested|checked|verified|handed back|live|out
`;
const isOver = anyOf`
  ${isThen}(?:fully |successfully )?${done}
  ends|finishes|completes|concludes|(?:works?|runs?) again
  comes? back(?: (?:up|online))?|returns? to (?:service|normal)
`;
const begins = anyOf`
  begins?|starts?|commences?|kicks? off|goes? down
  ${isThen}(?:started|begun|under way|about to (?:start|begin)|taken down)
`;
const happenings: readonly (readonly [string, When])[] = [
  [overruns, extended],
  [`${is} ${moved}`, rescheduled],
  [isCalledOff, cancelled],
  [isUndone, rolledBack],
  [isOver, end],
  [begins, start],
];

const conjunction = anyOf`
  if|when|whenever|once|as soon as|in case|where|after
  (?:(?:if|when|where|once|as soon as) it (?:becomes|is) (?:apparent|clear|certain|likely|known) )?that
  // Should a closure last longer
  (?<=^|[.;:,] ?)should
`;
const subject = "(?:(?!(?:when|if|once|where|after|before|starts?|begins?|ends?) )[\\p{L}\\p{N}'/-]+ ){1,7}?";
/** What else stands in such a clause and changes nothing of it. */
const rest = anyOf`
  to (?:another|a (?:new|later|different)|the next) [\p{L}]+
  than (?:\p{L}+ ){0,2}?(?:planned|expected|announced|scheduled|estimated|published|notified|foreseen)
  for (?:any|whatever|technical) (?:reasons?)|at short notice|as planned|again|after all|beforehand|altogether
`;
/** `Than two hours`: a figure changes it. */
const comparison = "than (?:\\d|an? |one|two|three|four|five|six|half|thirty)";

/** `If a release is moved to another day`. */
const clauses = happenings.map(([verb, when]): readonly [RegExp, When] => [
  new RegExp(`(?<!\\p{L})${conjunction} (?<subject>${subject})${verb}(?: ${rest})?(?!\\p{L}| ${comparison})`, "giu"),
  when,
]);

const because = String.raw`(?: because of [\p{L}, -]{3,60}?(?= (?:is|are|will|has|have) ))?`;
const intoUse = "(?! (?:in)?to (?:production|live|prod|staging|use)(?!\\p{L}))";
/** `A release that is postponed`, `an intervention that is called off because of wind or ice`. */
const relative = happenings
  .filter(([, when]) => when.kind === "statusChange")
  .map(([verb, when]): readonly [RegExp, When] => [
    new RegExp(
      `(?<!\\p{L})(?:an?|any|each|every) (?<subject>(?:[\\p{L}\\p{N}'-]+ ){1,3}?)(?:that|which) ` +
        `${verb}(?: ${rest})?${because}(?!\\p{L}| ${comparison})${intoUse}`,
      "giu",
    ),
    when,
  ]);

/** What is said of a window in one word, in four languages: `or postponed`, `oder verschoben`. */
const inOneWord: readonly (readonly [string, When])[] = [
  [
    anyOf`
      postponed|moved|re-?scheduled|deferred
      // German
      verschoben|verlegt
      // Danish
      udskudt|flyttet|udskydes|flyttes
      // French
      reportée?s?|déplacée?s?
    `,
    rescheduled,
  ],
  ["(?:cancell?ed|called off|dropped|abgesagt|aflyst|aflyses|annulée?s?)", cancelled],
  ["(?:extended|prolonged|verlängert|forlænget|forlænges|prolongée?s?)", extended],
  ["(?:rolled back|backed out|reverted|zurückgenommen|rullet tilbage|rulles tilbage)", rolledBack],
];
const names = "(?:(?!(?:oder|und|eller|og|ou|or|and) )[\\p{L}'-]+ ){1,4}?";

/** `Rolled back?`, before what is then to do. */
const inAQuestion: readonly (readonly [RegExp, When])[] = (
  [
    ["running late|overrunning", extended],
    ["postponed|moved|put off", rescheduled],
    ["cancelled|called off|dropped|struck off", cancelled],
    ["rolled back|backed out|reverted", rolledBack],
    ["done|finished|all (?:done|clear)", end],
  ] as const
).map(([word, when]) => [new RegExp(`(?<=^|[.!] )(?:${word})\\?`, "giu"), when]);

/** `Wird eine Wartung`, `Hvis det bliver`, `Si l'intervention est`, with the blank behind it. */
const ifItIs = anyOf`
  // German
  (?:wird|werden|muss|müssen) (?<of>${names})
  (?:wenn|falls|sofern) (?<german>${names})
  // Danish
  (?:hvis|når|såfremt) (?<danish>${names})(?:(?:bliver|må|er|skal) )?
  // French
  (?:si|lorsque|quand|dès que) (?<french>${names})(?:est|sont|doit être)[ ]
`;
/** `Når arbejdet går i gang`. */
const whenItStarts = anyOf`
  // Danish
  (?:når|hvis|så snart) (?<subject>${names})(?:begynder|starter|går i gang)
  // German
  (?:wenn|sobald) (?<german>${names})(?:beginnt|startet|beginnen)
  // French
  (?:lorsque|quand|dès que) (?<french>${names})(?:commence|débute)
`;
const danishOver = "(?:er (?:slut|færdigt?|afsluttet|overstået|forbi|rettet|løst|oppe igen)|slutter|kører igen)";
const germanOver = "(?:abgeschlossen|beendet|fertig|zu Ende|wieder (?:verfügbar|da)) (?:ist|sind|wurde|wurden)";
const frenchOver = "(?:est|sont) (?:terminée?s?|rétablie?s?|finie?s?)";
/** `Sobald die Arbeiten abgeschlossen sind`. */
const whenItIsOver = anyOf`
  (?:når|hvis|efter at|så snart) (?<subject>${names})${danishOver}
  (?:wenn|sobald|nachdem) (?<german>${names})${germanOver}
  (?:lorsque|quand|dès que|une fois que) (?<french>${names})${frenchOver}
`;
const lastsLonger = "(?:dure|durent|prend|prennent) plus (?:longtemps|de temps)(?: que (?:prévue?s?|annoncée?s?))?";
/** `Wird eine Wartung verschoben`, `Fällt sie aus`, `Hvis det bliver forlænget`, `Si l'intervention est reportée`. */
const clausesAbroad: readonly (readonly [RegExp, When])[] = [
  ...inOneWord.map(([word, when]): readonly [RegExp, When] => [
    new RegExp(`(?<!\\p{L})${ifItIs}${word}(?: werden| wird)?(?!\\p{L})`, "giu"),
    when,
  ]),
  [new RegExp(`(?<!\\p{L})${whenItStarts}(?!\\p{L})`, "giu"), start],
  [new RegExp(`(?<!\\p{L})${whenItIsOver}(?!\\p{L})`, "giu"), end],
  [/(?<!\p{L})(?:fällt|fallen) (?<subject>(?:[\p{L}-]+ ){1,4}?)aus(?!\p{L})/giu, cancelled],
  [
    new RegExp(`(?<!\\p{L})(?:trækker (?<subject>${names})ud|(?:hvis|når) (?<other>${names})trækker ud)(?!\\p{L})`, "giu"),
    extended,
  ],
  [new RegExp(`(?<!\\p{L})(?:si|lorsque|quand) (?<subject>${names})${lastsLonger}(?!\\p{L})`, "giu"), extended],
];

/** `If it is cancelled` or postponed: what follows such a clause and names one more. */
export const furtherEvents = inOneWord.map(([word, when]): readonly [RegExp, When] => [
  new RegExp(
    `^,? (?:or|and|oder|und|eller|og|ou|et) (?:(?:is|are|has to be|bliver|est|sont) )?${word}(?: werden| wird)?(?!\\p{L})`,
    "iu",
  ),
  when,
]);

const anyWork = `(?:(?:the|each|every|any|an?|all) )?(?:(?:planned|scheduled|production) )?${kindsOfWork}(?: window)?`;
const startOf = "(?:start|beginning|commencement|opening) of";
const endOf = "(?:completion|conclusion|end|close|closing) of";
const atWhat = "(?:(?:at|on|upon|after|following|from|with) )?(?:the )?(?:successful )?";
const atPoint = (point: string): RegExp => new RegExp(`(?<!\\p{L})${atWhat}${point} ${anyWork}(?!\\p{L})`, "giu");
/** `At the start of the change`, `After completion of a planned outage`: the change is every window. */
const points: readonly (readonly [RegExp, When])[] = [
  [atPoint(startOf), start],
  [atPoint(endOf), end],
  // `The reopening of the register is published`
  [
    /(?<!\p{L})(?:the )?(?:re-?opening|restoration) of (?:the |our )?(?:[\p{L}-]+ ){1,3}?(?=(?:is|are|will be|shall be) )/giu,
    end,
  ],
];

const tell = "(?:announce|confirm|post|publish|communicate|report|share|note|tell of)";
const afterPoint = "(?= (?:to|in|on|by|via|for|through|with)\\b|[.,;:]|$)";
const wordOf = (point: string): RegExp =>
  new RegExp(`(?<!\\p{L})${tell}(?:s|es|ed)? (?:the |its )?${point}(?: of [\\p{L} ]{2,40}?)?${afterPoint}`, "giu");
/** `Announce the start to`, `confirms completion by`. */
const told: readonly (readonly [RegExp, When])[] = [
  [wordOf("(?:start|beginning|opening)"), start],
  [wordOf("(?:end|completion|close|closing|all-clear)"), end],
];

export const eventClauses: readonly (readonly [RegExp, When])[] = [
  ...clauses,
  ...relative,
  ...inAQuestion,
  ...clausesAbroad,
  ...points,
  ...told,
];

const otherThings = anyOf`
  meetings?|board|committee|cab|reviews?|votes?|calls?|shifts?
  quarter|month|year|freeze|exams?|term
  tickets?|requests?|approvals?|incidents?|problems?|issues?|faults?|tests?|builds?|contracts?
  customers?|users?|they get|he|she
`;
/** Subjects that are no change and no service: what becomes of them says nothing of a window. */
export const elsewhere = new RegExp(`\\b${otherThings}\\b`, "iu");

const beforeEvent = anyOf`
  // If it is cancelled
  ${conjunction} \p{L}
  \p{L}+ which \p{L}
  // Called off?
  \p{L}+ \p{L}+\?
  // The reopening of
  (?:re-?opening|restoration) of[ ]
  // German
  (?:wird|werden|muss|müssen|wenn|falls|sofern|sobald|nachdem|fällt|fallen) \p{L}
  // Danish
  (?:hvis|når|såfremt|så snart|efter at|trækker) \p{L}
  // French
  (?:si|lorsque|quand|dès que|une fois que) \p{L}
  // The start of
  ${startOf}[ ]
  ${endOf}[ ]
  // Announce the start
  ${tell}
`;
/** One of these begins every clause; most cells have none, and need not be looked at. */
export const opensEvent = new RegExp(`(?<!\\p{L})${beforeEvent}`, "iu");
