import type { Weekday } from "../../matrix.ts";
import { findEventClauses } from "./event-clauses.ts";
import { type FoundSpan, findSpans, type LeadTime, roughHours } from "./lead-time.ts";
import { findAll, wholeWords } from "./plain-text.ts";
import type { When } from "./when.ts";

type FoundWhen = { readonly start: number; readonly end: number; readonly when: When; readonly isReminder: boolean };

const work =
  "(?:deployment|deploy|fix|release|change|implementation|maintenance|go-?live|work|works|upgrade|update|rollout|migration|cut-?over|switch-?over|downtime|outage|shut-?down|closure|fail-?over|restart|reboot|patching|window|event|start|activity)";
const known =
  "(?:planning|planned|identified|known|detected|scheduled|approved|confirmed|discovered|possible|creation|created|raised|opened|approval|identification|detection|booked|decided|agreed|fixed|settled|logged|submitted)";

/** Phrases and what they say of time, the most telling first. German, Danish and French have the commonest. */
const phrases: readonly (readonly [RegExp, When])[] = [
  [
    wholeWords(
      `as soon as(?: [\\p{L}'/-]+){0,6}? ${known}(?: (?:for|of) (?:the )?${work})?|as soon as (?:we|they) (?:know|can|are aware)(?: (?:of|about) (?:it|the ${work}))?|as soon as(?: [\\p{L}'-]+){1,3}? (?:determines|decides|becomes aware|identifies|learns)(?: (?:of|about|that))?|as soon as (?:is |it is )?reasonably possible`,
    ),
    { kind: "planning" },
  ],
  [
    wholeWords(
      `(?:(?:up)?on|after|following)(?: [\\p{L}'/-]+){0,3}? (?:creation|approval|identification|detection|scheduling|booking)`,
    ),
    { kind: "planning" },
  ],
  [
    wholeWords(
      `(?:when|once|after)(?: [\\p{L}'/-]+){0,6}? (?:planning starts|(?:planned|scheduled|approved|confirmed)(?! (?:[\\p{L}-]+ )?(?:maintenance|work|works|downtimes?|outages?|releases?|changes?|windows?))|created|identified|detected|raised)`,
    ),
    { kind: "planning" },
  ],
  [
    wholeWords(
      "immediate(?:ly)?(?! (?:after|upon|following|before|prior))|at once|instant(?:ly)?|asap|as soon as (?:(?:it )?is )?(?:reasonably )?(?:possible|practicable|practical)(?!, (?:and )?at least)|right away|straight away|without (?:undue )?delay|sofort|unverzüglich|umgehend|so (?:früh|bald|schnell) wie möglich|schnellstmöglich|straks|hurtigst muligt|snarest(?: muligt)?|så (?:snart|hurtigt) som muligt|le plus (?:tôt|rapidement) possible|dans les meilleurs délais|omgående|immédiat(?:ement)?|dès que possible|sans délai",
    ),
    { kind: "planning" },
  ],
  [
    wholeWords(
      "pre-?scheduled|planning(?: (?:stage|phase|starts|begins))?|at (?:the )?planning|during planning|when planning starts|ved planlægning|bei planung|lors de la planification",
    ),
    { kind: "planning" },
  ],
  [
    wholeWords(
      `(?:immediately |shortly |directly )?(?:after|following|upon|post|on|at|once|when)?[ -]?(?:(?:the|it|${work}) ){0,3}(?:(?:is|has|been|are) ){0,2}(?:successful(?:ly)? )?(?:complet(?:ion|ed|e|es)|conclu(?:sion|ded|des)|resolution|resolved|(?<!(?:temporary|planned|scheduled|building|library|office|road|any|partial|full) )closure|restoration|restored|finished|finishes|all[ -]clear)`,
    ),
    { kind: "end" },
  ],
  [wholeWords(`(?:after|upon|on|once|when) (?:(?:the|it|a|${work}|is|was) ){0,3}(?:success|successful)`), { kind: "end" }],
  [wholeWords("(?:maintenance |change )?window (?:ends?|closes?|over)|end of window"), { kind: "end" }],
  [wholeWords("(?:maintenance |change )?window (?:starts?|opens?|begins?)"), { kind: "start" }],
  [
    wholeWords(
      `within (?:an?|one|two|half an|\\d{1,3}) ?(?:minutes?|min|hours?|hrs?|h|(?:business |working )?days?) (?:of|after|from) (?:the )?(?:end|completion|restoration|close|(?:${work} )?(?:ends|is over|has ended|is finished|is complete))(?: of (?:the )?${work})?(?! of (?:the |each |every |a )?(?:month|quarter|year|week|term|contract|period))`,
    ),
    { kind: "end" },
  ],
  [
    wholeWords(
      `(?:when|once) (?:(?:the )?${work}|it|this|everything)(?: is| has)? (?:over|done|ended|ends|closed|closes|passed)|(?:immediately )?(?:after|following|post-|post(?! (?:start|event|activity|[^,;.()\\n]*\\b(?:in|to|on|into|via)\\b )))[ -]?(?:the )?${work}|post-?(?:deployment|release|change|maintenance|implementation)(?! review)|afterwards|(?:(?:immediately|right|straight|directly|shortly) )?after(?: (?:it|this|that)(?!\\p{L})|(?! \\p{L}))|end of (?:the )?${work}|(?:at )?(?:the )?(?<!(?:front|back|week|year|month|high|low)[ -])end(?! (?:of|users?)\\b)|(?:when|once|as soon as) (?:(?:it is|we are|they are|we have|all is|everything is) )?(?:over|done|finished)|(?:when|once|as soon as|after) (?:the )?(?:services?|systems?|access|everything|all services|it) (?:(?:is|are|has been|have been|was) (?:restored|back(?: up)?|available again|up again|working again|running again)|(?:works?|runs?) again)|(?:when|once) (?:it (?:is|goes) )?live|nach (?:der|dem|den) (?:wartung|änderung|arbeiten?|umstellung|freigabe|release|update)|efter (?:vedligehold|ændringen|opdateringen)|(?:nach|bei) (?:abschluss|ende|fertigstellung)(?: (?:der|des) \\p{L}+)?|abschluss(?:meldung|nachricht|information)(?:en)?|fertigmeldung|afslutningsbesked|nachher|danach|(?:efter|ved) (?:afslutning|ændringen|arbejdet)|efterfølgende|(?:après|à) (?:la fin|l'intervention|la clôture)|à la fin|fin (?:de (?:la |l')?|des |du |d')?(?:intervention|maintenance|travaux|opération|interruption)s?|clôture|une fois (?:le service|l'intervention|les travaux) (?:rétablie?s?|terminée?s?)|(?:lorsque|quand|dès que) (?:le service|l'accès|tout) (?:est|sera) (?:de nouveau )?(?:rétablie?|disponible)|(?:sobald|wenn) (?:das system|der dienst|alles) wieder (?:läuft|verfügbar ist|funktioniert|da ist)|når (?:systemet|tjenesten|alt|det) (?:kører|virker|er oppe|er tilgængeligt?) igen|(?:når|efter) (?:arbejdet|vedligeholdet|driftsstoppet)(?: er)? (?:slut|afsluttet|overstået|færdigt)`,
    ),
    { kind: "end" },
  ],
  [wholeWords(`(?:implementation|deployment|execution|rollout) updates?`), { kind: "implementation" }],
  [
    wholeWords(
      `(?:on )?(?:the )?(?:same day|(?<=on the )day(?! (?:before|after|prior))|day[ -]of(?: (?:the )?(?:${work}|launch))?|(?:at|on|upon) (?:the )?launch(?! \\p{L})|(?<=[,+&] ?)launch(?=\\s*$)|(?:launch|release|deployment|deploy|change|go-?live|cutover|migration) day)|(?:at|on|when|once|upon|immediately before)(?: the| it| its| a| we| they| ${work}){0,3} (?:start|starts|starting|begin|begins|beginning|kick-?off|commencement|commences)|start of (?:the )?${work}|at start|[TD]-day|[TD] ?[-+=]? ?0(?! ?[\\d.]| ?:\\d)|day (?:0|zero)(?!\\d)|jour J|på dagen|go-?live(?! (?:date|announcement|plan|checklist|day))|zu beginn|bei beginn|ved start|au début`,
    ),
    { kind: "start" },
  ],
  [
    wholeWords(
      `(?:the |one |a )?(?:business|working) day (?:before|prior(?: to)?)(?: (?:(?:the |this )?${work}|it|that)(?!\\p{L}))?`,
    ),
    { kind: "before", lead: businessDays(1) },
  ],
  [
    wholeWords(`(?:the |one |a )?week (?:before|prior(?: to)?)(?: (?:the )?${work})?|la semaine précédente|die woche vorher`),
    { kind: "before", lead: days(7) },
  ],
  [
    wholeWords(
      `(?:the |one |a )?day (?:before|prior(?: to)?)(?: (?:(?:the |this )?${work}|it|that)(?!\\p{L}))?|(?:the )?previous day|(?:am |einen )?(?:vortag|tag (?:vorher|davor|zuvor|vor (?:der|dem|den|jeder) \\p{L}+))|dagen (?:før|inden)(?: arbejdet| \\p{L}+et(?!\\p{L}))?|la veille(?: de l'intervention| de la \\p{L}+| des travaux)?`,
    ),
    { kind: "before", lead: days(1) },
  ],
  [
    wholeWords(
      `pre-?${work}|(?:before|prior to|ahead of|in advance of)(?: (?:the|each|every|any))?(?: ${work})?|in advance|beforehand|vorab|vorher|im voraus|vor (?:der|dem|den) (?:wartung|änderung|arbeiten?|umstellung|release|update)|før (?:vedligehold|ændringen|arbejdet)|forud|på forhånd|à l'avance|avant(?: l'intervention)?`,
    ),
    { kind: "sometimeBefore" },
  ],
  [
    wholeWords(
      `during(?! (?:the )?(?:peak|off-peak|normal|regular|business|office|working|hours|low|quiet|these|this))(?: (?:the|each|any))?(?: ${work})?|while(?: (?:it|the|work|works|in|${work}))*(?: (?:runs?|running|progress))?|throughout|in progress|ongoing|real-?time|frequent updates?|regular updates?|progress updates?|status updates?|während(?: der \\p{L}+)?|under (?:ændringen|arbejdet)|undervejs|løbende|pendant(?: l'intervention)?`,
    ),
    { kind: "during", everyMinutes: null },
  ],
  [wholeWords("hourly|every hour|each hour|stündlich|hver time|toutes les heures"), { kind: "during", everyMinutes: 60 }],
  [
    wholeWords(
      "(?:if|when|on|upon)(?: (?!or )[\\p{L}'-]+){0,3}? (?:rescheduled|postponed|moved|rescheduling|postponement)|rescheduled|rescheduling|postponement|en cas de report|(?:si|lorsque|quand) [\\p{L}' -]{2,40} (?:est|sont) (?:reportée?s?|déplacée?s?)|(?:bei|im fall einer) (?:verschiebung|verlegung)|(?:wenn|falls) [\\p{L} -]{2,40} verschoben wird|(?:ved|i tilfælde af) (?:udsættelse|flytning)|hvis (?:(?!eller )[\\p{L}-]+ ){1,5}?(?:udsættes|udskydes|flyttes)|udskydes|verschoben|udskudt|reportée?s?",
    ),
    { kind: "statusChange", stage: "rescheduled" },
  ],
  [
    wholeWords(
      "(?:if|when|on|upon)(?: (?!or )[\\p{L}'-]+){0,3}? cancell?(?:ed|ation)|cancell?(?:ed|ation)|(?:(?:is|are|was|if|when) )?called off|en cas d'annulation|(?:bei|im fall einer) (?:absage|stornierung)|(?:wenn|falls) [\\p{L} -]{2,40} (?:abgesagt|storniert) wird|ved aflysning|hvis [\\p{L} -]{2,40} aflyses|abgesagt|aflyst|annulée?s?|annulation",
    ),
    { kind: "statusChange", stage: "cancelled" },
  ],
  [
    wholeWords(
      "(?:if|when|on|upon)(?: (?!or )[\\p{L}'-]+){0,3}? (?:extended|delayed|overruns?|extension|delays?)|extended(?! (?:downtimes?|outages?|periods?|hours|maintenance|interruptions?))|extension(?! ?\\d)|en cas de (?:prolongation|retard)|bei (?:verlängerung|verzögerung)|ved forlængelse|verlängert|forlænget|prolongée?s?|prolongation",
    ),
    { kind: "statusChange", stage: "extended" },
  ],
  [
    wholeWords(
      "(?:if|when|on|upon|in case of)?(?: (?!or )[\\p{L}'-]+){0,3}? ?(?:roll(?:ed)?[ -]?back(?: (?:initiated|started|begun|triggered|executed|performed|begins|starts))?|back(?:ed|ing)?[ -]out|(?:is|are|was) reverted)|en cas de retour arrière|bei (?:rückabwicklung|rollback)|ved tilbagerulning",
    ),
    { kind: "statusChange", stage: "rolledBack" },
  ],
  [wholeWords("weekly(?: or | ?\\/ ?)(?:bi-?weekly|fortnightly)"), { kind: "weekly", weekday: null, everyWeeks: null }],
  [wholeWords("(?:bi-?weekly|twice a month)"), { kind: "weekly", weekday: null, everyWeeks: null }],
  [
    wholeWords(
      "fortnightly|every (?:two|2|second|other) weeks?|alle zwei wochen|zweiwöchentlich|hver anden uge|toutes les deux semaines",
    ),
    { kind: "weekly", weekday: null, everyWeeks: 2 },
  ],
  [
    wholeWords(
      "weekly(?! (?:\\p{L}+ ){0,2}(?:windows?|maintenance|slots?|downtime))|every week|each week|once a week|wöchentlich|ugentligt?|hver uge|hebdomadaire",
    ),
    { kind: "weekly", weekday: null, everyWeeks: 1 },
  ],
  [wholeWords("(?<!the )daily|every day|(?<!for )each day|täglich|dagligt?|quotidien(?:nement)?"), { kind: "daily" }],
  [
    wholeWords(
      "as much (?:advance |prior )?(?:notice|warning) as (?:is |it is )?(?:reasonably )?(?:possible|practicable|practical)|as (?:far|long|early) (?:in advance |ahead )?as (?:is |reasonably )?(?:possible|practicable)|(?:significant|ample|sufficient|reasonable|adequate|plenty of|good|due|early|timely|well in)[ -]?(?:advance(?: notice)?|notice|lead time|time)",
    ),
    unclear("it does not say how long in advance"),
  ],
  [
    wholeWords(
      "promptly|in (?:a )?timely(?: manner)?|in good time(?: before (?:an?|the|any|each) (?:[\\p{L}-]+ )?[\\p{L}-]+)?|rechtzeitig|frühzeitig|i god tid|en temps utile",
    ),
    unclear("it does not say how long in advance"),
  ],
  [
    wholeWords("(?:[TDHJ]\\s?\\+\\s?~?\\s?\\d{1,3})(?: ?(?:h|d|w|hours?|days?|weeks?|min|minutes?))?"),
    {
      kind: "unclear",
      why: "it may count from the start or from the end, and has to be one of the app's times",
      slot: "after",
      near: [],
    },
  ],
];

const weekdayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const weekdays = wholeWords(`(?:every|each|on) (?<every>${weekdayNames.join("|")})s?|(?<plural>${weekdayNames.join("|")})s`);

function days(amount: number): LeadTime {
  return { least: { amount, unit: "days" }, target: { amount, unit: "days" } };
}

function businessDays(amount: number): LeadTime {
  return { least: { amount, unit: "businessDays" }, target: { amount, unit: "businessDays" } };
}

function unclear(why: string): When {
  return { kind: "unclear", why, slot: "before", near: [] };
}

const reminder = wholeWords("again|once more|erneut|nochmals|de nouveau|remind(?:er)?s?|erinnerung(?:en)?|påmindelser?|rappels?");

/** Every time of notice named in a text, in order, none overlapping another. */
export function findTimings(text: string): FoundWhen[] {
  const found: { start: number; end: number; when: When }[] = findEventClauses(text);
  for (const [pattern, when] of phrases)
    for (const match of findAll(pattern, text)) found.push({ start: match.index, end: match.index + match[0].length, when });
  for (const match of findAll(weekdays, text)) {
    const name = (match.groups?.every ?? match.groups?.plural ?? "").toLowerCase();
    const weekday = (weekdayNames.indexOf(name) + 1) as Weekday;
    found.push({ start: match.index, end: match.index + match[0].length, when: { kind: "weekly", weekday, everyWeeks: 1 } });
  }
  for (const span of joinPreferred(findSpans(text), text)) found.push({ start: span.start, end: span.end, when: whenOf(span) });
  return withoutOverlaps(found).map((one) => ({ ...one, isReminder: isNearReminder(text, one.start, one.end) }));
}

/** Earlier and longer wins: `as soon as identified` before `identified`. */
export function withoutOverlaps<Found extends { readonly start: number; readonly end: number }>(
  found: readonly Found[],
): Found[] {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end))
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}

/** `10 days preferred, 5 days minimum` is one notice: a promise and a target. */
function joinPreferred(spans: readonly FoundSpan[], text: string): FoundSpan[] {
  const joined: FoundSpan[] = [];
  for (const span of withoutOverlaps(spans)) {
    const last = joined.at(-1);
    const isPair =
      last !== undefined &&
      span.start - last.end < 12 &&
      ((last.saysAtLeast && span.saysPreferably) ||
        (last.saysPreferably && span.saysAtLeast) ||
        // `10 days (minimum 5 days)`
        (span.saysAtLeast && !last.saysAtLeast && /^\s*\($/u.test(text.slice(last.end, span.start))));
    if (!isPair || last.lead === null || span.lead === null) {
      joined.push(span);
      continue;
    }
    const [least, target] =
      last.saysAtLeast && !span.saysAtLeast ? [last.lead.least, span.lead.target] : [span.lead.least, last.lead.target];
    const lead = roughHours(least) <= roughHours(target) ? { least, target } : null;
    joined[joined.length - 1] = { ...last, end: span.end, lead, isRange: false, saysAtLeast: false, use: "before" };
  }
  return joined;
}

function whenOf(span: FoundSpan): When {
  const near = span.lead === null ? [] : [span.lead];
  switch (span.use) {
    case "before":
    case "unsaid":
      if (span.lead === null) return unclear("this length of time is not one the plan can count");
      // `15 minutes` by itself is as likely how long the work takes.
      if (span.use === "unsaid" && span.lead.target.unit === "minutes")
        return unclear("it does not say of what it is the length");
      // Is it three, or is it five, that is promised at least?
      if (span.isRange && span.saysAtLeast)
        return {
          kind: "unclear",
          why: "“at least” and a range do not go together: either end may be the promise",
          slot: "before",
          near,
        };
      return { kind: "before", lead: span.lead };
    case "every":
      if (span.minutes !== null && span.minutes >= 5 && span.minutes <= 1440)
        return { kind: "during", everyMinutes: span.minutes };
      return span.lead?.least.unit === "days" && span.lead.least.amount === 1
        ? { kind: "daily" }
        : unclear("it does not say until when it is repeated");
    case "after":
      return {
        kind: "unclear",
        why: "a notice some time after an event is not one of the plan's times",
        slot: "after",
        near: [],
      };
    case "within":
      return { kind: "unclear", why: "“within” a time does not say when the time begins to run", slot: "start", near: [] };
    case "per":
      return { kind: "unclear", why: "the time depends on how long the change takes", slot: "before", near };
  }
}

const againNext =
  /^(?:again|once more|erneut|nochmals|igen|de nouveau) (?:on the |at |at least |am |den )?(?:\d|one|two|three|four|five|the (?:day|working day)|a (?:day|week))/iu;

/** Whether the same clause calls it a reminder: nothing but a few words, no comma or bracket, between the two. */
function isNearReminder(text: string, start: number, end: number): boolean {
  for (const match of findAll(reminder, text)) {
    // `7 days before and again 24 hours before`: the second.
    if (match.index >= end && againNext.test(text.slice(match.index))) continue;
    const between = match.index >= end ? text.slice(end, match.index) : text.slice(match.index + match[0].length, start);
    if (between.length < 40 && !/[,;()\n]/u.test(between)) return true;
  }
  return false;
}
