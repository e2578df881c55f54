import { anyOf } from "../../any-of.ts";
import { work } from "./work-words.ts";

/** What is said of time from a window's start to its end, and when it comes otherwise. */

const launchDay = anyOf`
  same day|(?<=on the )day(?! (?:before|after|prior))|day[ -]of(?: (?:the )?(?:${work}|launch))?
  (?:at|on|upon) (?:the )?launch(?! \p{L})|(?<=[,+&] ?)launch(?=\s*$)
  (?:launch|release|deployment|deploy|change|go-?live|cutover|migration) day
`;
const starting = "(?:start|starts|starting|begin|begins|beginning|kick-?off|commencement|commences)";
export const atStart = anyOf`
  (?:on )?(?:the )?${launchDay}
  (?:at|on|as|when|once|upon|the moment|immediately before)(?: the| it| its| a| we| you| they| ${work}){0,3} ${starting}
  start of (?:the )?${work}|at start|go-?live(?! (?:date|announcement|plan|checklist|day))
  [TD]-day|[TD] ?[-+=]? ?0(?! ?[\d.]| ?:\d)|day (?:0|zero)(?!\d)
  // German
  zu beginn|bei beginn
  // Danish
  ved start|på dagen
  // French
  au début(?: des travaux| de (?:l'|la |le )?(?:intervention|coupure|maintenance|opération))?|jour J
`;

const hoursOfDay = "(?:peak|off-peak|normal|regular|business|office|working|hours|low|quiet|these|this)";
export const during = anyOf`
  during(?! (?:the )?(?:${hoursOfDay}|[\p{L}-]+ hours))(?: (?:the|each|any))?(?: ${work})?
  while (?:the |an? )?(?:[\p{L}-]+ ){1,2}?(?:is|are) (?:under way|running|going on|in progress)
  while(?: (?:it|the|work|works|in|${work}))*(?: (?:runs?|running|progress))?|throughout|in progress|ongoing
  real-?time|frequent updates?|regular updates?|progress updates?|status updates?
  // German
  während(?: der \p{L}+)?
  // Danish
  under (?:ændringen|arbejdet)|undervejs|løbende
  // French
  pendant(?: l'intervention)?
`;
export const halfHourly =
  "half-?hourly|every half(?: an)? hour|halbstündlich|alle halbe stunde|hver halve time|toutes les demi-heures";
export const hourly = "hourly|every hour|each hour|stündlich|hver time|toutes les heures";
export const ofImplementation = "(?:implementation|deployment|execution|rollout) updates?";

const complete = anyOf`
  complet(?:ion|ed|e|es)|conclu(?:sion|ded|des)|finished|finishes|all[ -]clear
  resolution|resolved|restoration|restored
  // And not a planned closure, which is the work
  (?<!(?:temporary|planned|scheduled|building|library|office|road|any|partial|full|major|minor|short|long) )closure
`;
const when = "(?:immediately |shortly |directly )?(?:after|following|upon|post|on|at|once|when)?[ -]?";
/** `Once the work has been successfully completed`, `on completion`, `complete`. */
export const atCompletion = anyOf`
  ${when}(?:(?:the|it|${work}) ){0,3}(?:(?:is|has|been|are) ){0,2}(?:successful(?:ly)? )?${complete}
`;
export const afterSuccess = `(?:after|upon|on|once|when) (?:(?:the|it|a|${work}|is|was) ){0,3}(?:success|successful)`;
export const windowEnds = "(?:maintenance |change )?window (?:ends?|closes?|over)|end of window";
export const windowStarts = "(?:maintenance |change )?window (?:starts?|opens?|begins?)";

const shortTime = anyOf`
  (?:an?|one|two|half an|\d{1,3}) ?(?:minutes?|min|hours?|hrs?|h|(?:business |working )?days?)
`;
const byClock = String.raw`(?:(?:by|before|at|until|um|bis|vor|kl\.?|før|à|avant) )?\d{1,2}[:.]\d{2}`;
/** `Next morning 09:00`, `by 06:30 next morning`: how soon after something, and not after what. */
export const nextMorning = anyOf`
  (?:${byClock} (?:on |of )?)?(?:the )?(?:next|following) morning(?:,? ${byClock}(?!\p{N}))?
  on the (?:next|following) (?:working |business )?day
  // German, Danish and French
  (?:${byClock} (?:uhr )?)?am (?:nächsten|folgenden) morgen|næste morgen|le lendemain matin
`;

const itsEnd = `(?:end|completion|restoration|close|(?:${work} )?(?:ends|is over|has ended|is finished|is complete))`;
const ofPeriod = "of (?:the |each |every |a )?(?:month|quarter|year|week|term|contract|period)";
const theWork = `(?:the )?(?:(?:planned|scheduled|emergency|urgent) )?${work}`;
/** `Within two hours of the end`. */
export const soonAfterEnd = anyOf`
  within ${shortTime} (?:of|after|from) (?:the )?${itsEnd}(?: of ${theWork})?(?! ${ofPeriod})
`;

const planned = "(?:planned|old|agreed|published|announced|notified|original)";
export const soonAfterEndAbroad = anyOf`
  // French
  (?:une|deux|\d{1,2}) (?:heures?|minutes) au plus tard après (?:le (?:rétablissement|retour)|la (?:fin|remise en service))
  dès le (?:retour|rétablissement) du service|après le rétablissement
`;

const itsHour = anyOf`
  the ${planned} (?:end|hour|time|finish(?:ing time)?)|that hour
  the ${planned} one (?:has|is) (?:passed|past)
  (?:it|they|the (?:work|maintenance|downtime)) would have (?:begun|started|ended|finished)
`;
/** `30 minutes before the planned end`, `24 hours before it would have begun`: counted from an hour that will not hold. */
export const beforeItsEnd = anyOf`
  (?:(?:at least|at the latest|(?:no|not) later than) )?(?:(?:an?|one|two|\d{1,3}) ?(?:minutes?|min|hours?|hrs?|h) )?before ${itsHour}
  // Danish
  (?:(?:senest|mindst) )?\d{1,3} (?:minutter|timer?) før det (?:aftalte|planlagte|meldte) (?:sluttidspunkt|starttidspunkt)
`;

/** `Post-release`, and no `post in the channel`. */
const post = String.raw`post-|post(?! (?:start|event|activity|[^,;.()\n]*\b(?:in|to|on|into|via)\b ))`;
const whatRuns = "(?:services?|systems?|access|everything|all services|it)";
const backInService = "(?:restored|back(?: up)?|available again|up again|working again|running again)";
const itIs = "(?:it is|it's|we are|we're|you are|you're|they are|they're|we have|all is|everything is)";
export const atEnd = anyOf`
  (?:when|once) (?:(?:the )?${work}|it|this|everything)(?: is| has)? (?:over|done|ended|ends|closed|closes|passed)
  // After the work, post-release
  (?:immediately )?(?:after|following|${post})[ -]?(?:the )?${work}
  post-?(?:deployment|release|change|maintenance|implementation)(?! review)
  afterwards|(?:(?:immediately|right|straight|directly|shortly) )?after(?: (?:it|this|that)(?!\p{L})|(?! \p{L}))
  // The end, and no front end, week-end or end users
  end of (?:the )?${work}
  (?:at )?(?:the )?(?<!(?:front|back|week|year|month|high|low)[ -])end(?! (?:of|users?)\b)
  (?:when|once|as soon as) (?:${itIs} )?(?:over|done|finished)
  // Once it works again
  (?:when|once|as soon as|after) (?:the )?${whatRuns} (?:is|are|has been|have been|was) ${backInService}
  (?:when|once|as soon as|after) (?:the )?${whatRuns} (?:works?|runs?) again
  (?:when|once) (?:it (?:is|goes) )?live
  // German
  nach (?:der|dem|den) (?:wartung|änderung|arbeiten?|umstellung|freigabe|release|update)|nachher|danach
  (?:nach|bei) (?:abschluss|ende|fertigstellung)(?: (?:der|des) \p{L}+)?
  abschluss(?:meldung|nachricht|information)(?:en)?|fertigmeldung
  (?:sobald|wenn) (?:das system|der dienst|alles) wieder (?:läuft|verfügbar ist|funktioniert|da ist)
  // Danish
  efter (?:vedligehold|ændringen|opdateringen)|(?:efter|ved) (?:afslutning|ændringen|arbejdet)
  afslutningsbesked|efterfølgende
  når (?:systemet|tjenesten|alt|det) (?:kører|virker|er oppe|er tilgængeligt?) igen
  (?:når|efter) (?:arbejdet|vedligeholdet|driftsstoppet)(?: er)? (?:slut|afsluttet|overstået|færdigt)
  // French
  (?:après|à) (?:la fin|l'intervention|la clôture)|à la fin|clôture
  fin (?:de (?:la |l')?|des |du |d')?(?:intervention|maintenance|travaux|opération|interruption)s?
  une fois (?:le service|l'intervention|les travaux) (?:rétablie?s?|terminée?s?)
  (?:lorsque|quand|dès que) (?:le service|l'accès|tout) (?:est|sera) (?:de nouveau )?(?:rétablie?|disponible)
`;

/** `If`, `when a release is`: what stands before a change of plans. */
const ifItIs = String.raw`(?:if|when|on|upon)(?: (?!or )[\p{L}'-]+){0,3}?`;
export const rescheduled = anyOf`
  ${ifItIs} (?:rescheduled|postponed|moved|rescheduling|postponement)|rescheduled|rescheduling|postponement
  // German
  (?:bei|im fall einer) (?:verschiebung|verlegung)|(?:wenn|falls) [\p{L} -]{2,40} verschoben wird|verschoben
  // Danish
  (?:ved|i tilfælde af) (?:udsættelse|flytning)|hvis (?:(?!eller )[\p{L}-]+ ){1,5}?(?:udsættes|udskydes|flyttes)
  udskydes|udskudt
  // French
  en cas de report|(?:si|lorsque|quand) [\p{L}' -]{2,40} (?:est|sont) (?:reportée?s?|déplacée?s?)|reportée?s?
`;
export const cancelled = anyOf`
  ${ifItIs} cancell?(?:ed|ation)|cancell?(?:ed|ation)|(?:(?:is|are|was|if|when) )?called off
  // German
  (?:bei|im fall einer) (?:absage|stornierung)|(?:wenn|falls) [\p{L} -]{2,40} (?:abgesagt|storniert) wird|abgesagt
  // Danish
  ved aflysning|hvis [\p{L} -]{2,40} aflyses|aflyst
  // French
  en cas d'annulation|annulée?s?|annulation
`;
export const extended = anyOf`
  ${ifItIs} (?:extended|delayed|overruns?|extension|(?<!without )(?<!undue )delays?)|extension(?! ?\d)
  extended(?! (?:downtimes?|outages?|periods?|hours|maintenance|interruptions?))
  // German
  bei (?:verlängerung|verzögerung)|verlängert
  // Danish
  ved forlængelse|forlænget
  // French
  en cas de (?:prolongation|retard)|prolongée?s?|prolongation
`;
const rollback = anyOf`
  roll(?:ed)?[ -]?back(?: (?:initiated|started|begun|triggered|executed|performed|begins|starts))?
  back(?:ed|ing)?[ -]out|(?:is|are|was) reverted
`;
export const rolledBack = anyOf`
  (?:if|when|on|upon|in case of)?(?: (?!or )[\p{L}'-]+){0,3}? ?${rollback}
  // German, Danish and French
  bei (?:rückabwicklung|rollback)|ved tilbagerulning|en cas de retour arrière
`;
