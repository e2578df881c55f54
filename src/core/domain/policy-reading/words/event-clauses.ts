import type { When } from "./when.ts";

/** What is said to happen to a change or its service, whatever it is called: the verb and what belongs to it. */
const happenings: readonly (readonly [string, When])[] = [
  [
    "(?:(?:takes?|runs?) longer|overruns?|runs? (?:over|late|long)|lasts? longer|is (?:delayed|late)|(?:AUX )(?:extended|prolonged)|(?:(?:can|will|is|are)(?:not| not)) (?:be )?(?:finish|complete|end)(?:ed)? (?:on|in) time)",
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

/** What is said of a window in one word, in four languages: `or postponed`, `oder verschoben`. */
const words: readonly (readonly [string, When])[] = [
  [
    "postponed|moved|re-?scheduled|deferred|verschoben|verlegt|udskudt|flyttet|udskydes|flyttes|reportée?s?|déplacée?s?",
    { kind: "statusChange", stage: "rescheduled" },
  ],
  ["cancell?ed|called off|abgesagt|aflyst|aflyses|annulée?s?", { kind: "statusChange", stage: "cancelled" }],
  ["extended|prolonged|verlängert|forlænget|forlænges|prolongée?s?", { kind: "statusChange", stage: "extended" }],
  ["rolled back|backed out|reverted|zurückgenommen|rullet tilbage|rulles tilbage", { kind: "statusChange", stage: "rolledBack" }],
];
const names = "(?:(?!(?:oder|und|eller|og|ou|or|and) )[\\p{L}'-]+ ){1,4}?";

/** `Wird eine Wartung verschoben`, `Fällt sie aus`, `Hvis det bliver forlænget`, `Si l'intervention est reportée`. */
const abroad: readonly (readonly [RegExp, When])[] = [
  ...words.map(([word, when]): readonly [RegExp, When] => [
    new RegExp(
      `(?<!\\p{L})(?:(?:wird|werden|muss|müssen) (?<of>${names})|(?:wenn|falls|sofern) (?<german>${names})|(?:hvis|når|såfremt) (?<danish>${names})(?:bliver |må |er |skal )?|(?:si|lorsque|quand|dès que) (?<french>${names})(?:est|sont|doit être) )(?:${word})(?: werden| wird)?(?!\\p{L})`,
      "giu",
    ),
    when,
  ]),
  [
    new RegExp(
      `(?<!\\p{L})(?:når|hvis|så snart) (?<subject>${names})(?:begynder|starter|går i gang)(?!\\p{L})|(?<!\\p{L})(?:wenn|sobald) (?<german>${names})(?:beginnt|startet|beginnen)(?!\\p{L})|(?<!\\p{L})(?:lorsque|quand|dès que) (?<french>${names})(?:commence|débute)(?!\\p{L})`,
      "giu",
    ),
    { kind: "start" },
  ],
  [
    new RegExp(
      `(?<!\\p{L})(?:når|hvis|efter at|så snart) (?<subject>${names})(?:er (?:slut|færdigt?|afsluttet|overstået|forbi|oppe igen)|slutter|kører igen)(?!\\p{L})|(?<!\\p{L})(?:wenn|sobald|nachdem) (?<german>${names})(?:abgeschlossen|beendet|fertig|zu Ende|wieder (?:verfügbar|da)) (?:ist|sind|wurde|wurden)(?!\\p{L})|(?<!\\p{L})(?:lorsque|quand|dès que|une fois que) (?<french>${names})(?:est|sont) (?:terminée?s?|rétablie?s?|finie?s?)(?!\\p{L})`,
      "giu",
    ),
    { kind: "end" },
  ],
  [/(?<!\p{L})(?:fällt|fallen) (?<subject>(?:[\p{L}-]+ ){1,4}?)aus(?!\p{L})/giu, { kind: "statusChange", stage: "cancelled" }],
];

/** `If it is cancelled or postponed`: what follows such a clause and names one more. */
const further: readonly (readonly [RegExp, When])[] = words.map(([word, when]) => [
  new RegExp(
    `^,? (?:or|and|oder|und|eller|og|ou|et) (?:(?:is|are|has to be|bliver|est|sont) )?(?:${word})(?: werden| wird)?(?!\\p{L})`,
    "iu",
  ),
  when,
]);

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

/** One of these begins every clause; most cells have none, and need not be looked at. */
const opening =
  /(?<!\p{L})(?:(?:if|when|whenever|once|as soon as|in case|where|after|that|wird|werden|muss|müssen|wenn|falls|sofern|sobald|nachdem|fällt|fallen|hvis|når|såfremt|så snart|efter at|si|lorsque|quand|dès que|une fois que) \p{L}|(?:start|beginning|commencement|opening|completion|conclusion|end|close|closing) of |(?:announce|confirm|post|publish|communicate|report|share|note|tell of))/iu;

type FoundEvent = { readonly start: number; readonly end: number; readonly when: When };

/** `If a release is moved to another day`, `Once the cluster is back`: clauses that name a point of a window's life. */
export function findEventClauses(text: string): FoundEvent[] {
  if (!opening.test(text)) return [];
  return [...clauses, ...abroad, ...points, ...told].flatMap(([pattern, when]) =>
    [...text.matchAll(pattern)]
      .filter(({ groups }) => !Object.values(groups ?? {}).some((subject) => elsewhere.test(subject ?? "")))
      .flatMap(({ index, 0: clause }) => withFurther(text, { start: index, end: index + clause.length, when })),
  );
}

function withFurther(text: string, event: FoundEvent): FoundEvent[] {
  for (const [pattern, when] of further) {
    const next = pattern.exec(text.slice(event.end));
    if (next !== null) return [event, ...withFurther(text, { start: event.end, end: event.end + next[0].length, when })];
  }
  return [event];
}
