import { anyOf } from "../../any-of.ts";
import { kindsOfWork, work } from "./work-words.ts";

/** What is said of time before a window starts, in English, German, Danish and French. */

const known = anyOf`
  // It is
  known|identified|detected|discovered|possible
  planned|scheduled|booked|fixed|settled|approved|confirmed|decided|agreed
  created|raised|opened|logged|submitted
  // On its
  planning|creation|approval|identification|detection
`;
export const asSoonAsKnown = anyOf`
  as soon as(?: [\p{L}'/-]+){0,6}? ${known}(?: (?:for|of) (?:the )?${work})?
  as soon as (?:we|they) (?:know|can|are aware)(?: (?:(?:of|about) )?(?:it|the ${work}))?
  as soon as(?: [\p{L}'-]+){1,3}? (?:determines|decides|becomes aware|identifies|learns)(?: (?:of|about|that))?
  as soon as (?:is |it is )?reasonably possible
`;
/** `After the change's approval`. */
export const afterApproval = anyOf`
  (?:(?:up)?on|after|following)(?: [\p{L}'/-]+){0,3}? (?:creation|approval|identification|detection|scheduling|booking)
`;
const isPlanned = anyOf`
  planning starts|created|identified|detected|raised
  // And no planned maintenance
  (?:planned|scheduled|approved|confirmed)(?! (?:[\p{L}-]+ )?${kindsOfWork})
`;
/** `Once a date is confirmed`. */
export const oncePlanned = String.raw`(?:when|once|after)(?: [\p{L}'/-]+){0,6}? ${isPlanned}`;
export const atOnce = anyOf`
  immediate(?:ly)?(?! (?:after|upon|following|before|prior))|at once|instant(?:ly)?|forthwith|asap
  as soon as (?:(?:it )?is )?(?:reasonably )?(?:possible|practicable|practical)(?!, (?:and )?at least)
  right away|straight away|without (?:any )?(?:undue )?delay
  // German
  sofort|unverzüglich|umgehend|ohne (?:schuldhaftes zögern|verzögerung)|so (?:früh|bald|schnell) wie möglich|schnellstmöglich
  // Danish
  straks|omgående|hurtigst muligt|snarest(?: muligt)?|så (?:snart|hurtigt) som muligt
  // French
  immédiat(?:ement)?|dès que possible|sans délai|le plus (?:tôt|rapidement) possible|dans les meilleurs délais
`;
export const planningStage = anyOf`
  pre-?scheduled|planning(?: (?:stage|phase|starts|begins))?|at (?:the )?planning|during planning|when planning starts
  // German, Danish and French
  bei planung|ved planlægning|lors de la planification
`;

const beforeIt = String.raw`(?:before|prior(?: to)?)(?: (?:(?:the |this )?${work}|it|that)(?!\p{L}))?`;
export const businessDayBefore = `(?:the |one |a )?(?:business|working) day ${beforeIt}`;
export const weekBefore = anyOf`
  (?:the |one |a )?week (?:before|prior(?: to)?)(?: (?:the )?${work})?
  // French and German
  la semaine précédente|die woche vorher
`;
export const dayBefore = anyOf`
  (?:the |one |a )?day ${beforeIt}|(?:the )?previous day
  // German
  (?:am |einen )?(?:vortag|tag (?:vorher|davor|zuvor|vor (?:der|dem|den|jeder) \p{L}+))
  // Danish
  dagen (?:før|inden)(?: arbejdet| \p{L}+et(?!\p{L}))?
  // French
  la veille(?: de l'intervention| de la \p{L}+| des travaux)?
`;
export const sometimeBefore = anyOf`
  before (?:we|you|they) (?:touch anything|start|begin)
  before (?:an?|any) (?:emergency|urgent|unplanned) ${work}(?: begins?| starts?)?
  pre-?${work}|(?:before|prior to|ahead of|in advance of)(?: (?:the|each|every|any))?(?: ${work})?|in advance|beforehand
  // German
  vorab|vorher|im voraus|vor (?:der|dem|den) (?:wartung|änderung|arbeiten?|umstellung|release|update)
  // Danish
  før (?:vedligehold|ændringen|arbejdet|(?:vi|de) (?:går i gang|begynder|starter))|forud|på forhånd
  // French
  à l'avance|avant(?: l'intervention| de (?:couper|commencer|débuter|intervenir))?
`;

const soonEnough = "(?:significant|ample|sufficient|reasonable|adequate|plenty of|good|due|early|timely|well in)";
export const earlyEnough = anyOf`
  as much (?:advance |prior )?(?:notice|warning) as (?:is |it is )?(?:reasonably )?(?:possible|practicable|practical)
  as (?:far|long|early) (?:in advance |ahead )?as (?:is |reasonably )?(?:possible|practicable)
  ${soonEnough}[ -]?(?:advance(?: notice)?|notice|lead time|time)
`;
export const inGoodTime = anyOf`
  promptly|in (?:a )?timely(?: manner)?
  in good time(?: before (?:(?:an?|the|any|each) (?:[\p{L}-]+ )?[\p{L}-]+|${work}(?!\p{L})))?
  // German
  rechtzeitig|frühzeitig
  // Danish and French
  i (?:god|rimelig) tid|en temps utile
`;

export const weeklyOrSeldom = String.raw`weekly(?: or | ?\/ ?)(?:bi-?weekly|fortnightly)`;
/** Every other week, or twice a week: it may be either. */
export const biweekly = "bi-?weekly|twice a month";
export const everyOtherWeek = anyOf`
  fortnightly|every (?:two|2|second|other) weeks?
  // German, Danish and French
  alle zwei wochen|zweiwöchentlich|hver anden uge|toutes les deux semaines
`;
export const weekly = anyOf`
  weekly(?! (?:\p{L}+ ){0,2}(?:windows?|maintenance|slots?|downtime))|every week|each week|once a week
  // German, Danish and French
  wöchentlich|ugentligt?|hver uge|hebdomadaire
`;
export const daily = "(?<!the )daily|every day|(?<!for )each day|täglich|dagligt?|quotidien(?:nement)?";
