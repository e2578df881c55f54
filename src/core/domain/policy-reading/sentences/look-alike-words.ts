import { anyOf } from "../../any-of.ts";

/** The words of what looks like a notice and is none. */

const asked = anyOf`
  asks? for|ask(?:ed|s)? (?:us|the)|ask(?= (?:first |there )?(?:in|on|at) )|(?<!(?:not|n't) )appl(?:y|ies|ied)
  requests? (?:are|is|for|must|should|to|go)|requested|submit(?:s|ted)?
  permission|waivers?|write to
  // German
  beantrag\p{L}*|genehmig\p{L}*
  // Danish
  ønsker til|bestillinger af|ansøg\p{L}*|aftales
  // French
  demandes?|déposée?s?|soumise?s?
`;
/** `Requests for a slot are made ten days before`. */
export const request = new RegExp(String.raw`(?<!\p{L})${asked}(?!\p{L})`, "iu");

const areTold = anyOf`
  told|informed|notified|reminded?|announce[ds]?
  emails?|emailed|posts?|posted|sends?|sent|receives?|gets?|tell|inform|notify
`;
export const told = new RegExp(String.raw`\b${areTold}\b`, "iu");

const events = anyOf`
  board|committee|cab|council|meetings?|conference|appointment
  deadline|expiry|expiration|renewal|audit|hearing|exams?|examinations?
  invoice|quarter|month|year|freeze|auction|vote
`;
const determiner = "(?:the|our|your|their|its|each|every|any|an?)";
const edgeOf = "(?:(?:start|end|beginning|close) of (?:the |each |every )?)?";
/** After a time: ` before the board meets`, ` before the end of the quarter`. */
export const otherEvent = new RegExp(
  String.raw`^(?:\s+(?:of|to))?\s+${determiner}\s+(?:[\p{L}'-]+\s){0,2}?${edgeOf}${events}(?!\p{L})`,
  "iu",
);

const itself = "(?: (?:it|they|(?:the|a|any) (?:first |next )?(?:notice|message|e-?mail|announcement|draft)s?))?";
const goesOut = "(?:goes? out|is sent|are sent|is published|are published)";
/** `three days before it goes out`: the draft to those who look it over. */
export const ofItself = new RegExp(String.raw`^${itself} ${goesOut}(?!\p{L})`, "iu");

const countedAs = "(?:deemed|considered|classified|categori[sz]ed|counted|treated|measured|excluded from)";
/** `Any other outage shall be deemed unplanned`, `"Downtime" means any period …`. */
export const definition = new RegExp(
  anyOf`
    ^["'(]?[^.:]{2,60}["')]? - (?:an?|the|any)\b
    ^(?:\d+(?:\.\d+)*[.)]? )?["'][^"']{2,60}["'] means\b
    (?<!this )\bmeans (?:an?|the|any|that|each|all|those)\b
    \b(?:refers to|is defined as|shall mean)\b
    \b(?:is|are|be) (?:not )?${countedAs}\b(?![^.]*\b(?:notified|informed|announced)\b)
  `,
  "iu",
);

const openClause = String.raw`(?:(?!\b(?:that|which|if|where|when|unless)\b)[^,;])*`;
const isAnnounced = String.raw`(?:is|are|will be) (?:\p{L}+ ){0,2}(?:announced|communicated|posted|published)`;
/** `Windows are announced five days ahead and are not counted as downtime`: it tells, and then defines. */
export const tellsFirst = new RegExp(String.raw`^${openClause}\b${isAnnounced}\b[^.]*\band (?:is|are|do|does|will)\b`, "iu");

export const support = /\b(?:hours?|minutes?|days?)[ -]response\b|\bresponse times?\b/iu;
const usable = "(?:un|in)?(?:reachable|available|accessible|usable)";
/** `The portal may be briefly unavailable`. */
export const effect = new RegExp(
  String.raw`\b(?:may|might|will|can|could) (?:not )?be (?:temporarily |briefly )?${usable}\b`,
  "iu",
);

const purposes = anyOf`
  objectives?|purpose|goals?|scope|aims?|background|rationale
  zweck|ziele?|hintergrund
  formål|baggrund
  objectifs?|contexte
`;
/** `Objective: to tell staff in good time`. */
export const purpose = new RegExp(`^${purposes} ?:`, "iu");

const agreed = "(?:terms|agreement|conditions|policy|policies|prices?|fees|charges|privacy)";
/** `changes to these terms`, and forms that are filled in. */
export const terms = new RegExp(
  anyOf`
    \b(?:changes?|amend\p{L}*|modif\p{L}*|updates?|increases?) (?:to|of|in) (?:(?:these|this|the|our|your|any) )?${agreed}\b
    \b(?:requests? for change|change requests?|rfcs?)\b
  `,
  "iu",
);
/** A contract's other matters, which are told of, too. */
export const matters = new RegExp(
  anyOf`
    \bterminat(?:e|es|ed|ion)\b
    // Money
    \binvoices? (?:are|is|will be|must)\b
    \bcredits? (?:are|is|must|shall|will|may)\b
    \bclaim(?:s|ed)?\b[^.]{0,60}\b(?:days|months)\b
    \brefunds?\b
    \bfees? (?:is|are|will be) (?:applied|charged|due)\b
    // Data
    \b(?:personal |security |material )?(?:data )?breach(?:es)?\b
    \bdisputes?\b|\bsub-?processors?\b|\bsubpoena\b
    // Liability
    \bwarrant(?:y|ies)\b|\binsurance\b|\bforce majeure\b
    // German and French
    kündigungsfrist|(?<!\p{L})(?:résiliation|facturation)(?!\p{L})
  `,
  "iu",
);

const services = "(?:maintenance|downtimes?|outages?|planned|scheduled|releases?|upgrades?|deployments?|migrations?|windows?)";
export const ofServices = new RegExp(String.raw`\b${services}\b|wartung|vedligehold|servicevindue|travaux`, "iu");

const otherTitles = anyOf`
  terms|termination|prices?|pricing|fees?|payments?|billing|refunds?
  liability|privacy|data protection|governing law|warrant(?:y|ies)
`;
export const otherHeading = new RegExp(String.raw`\b${otherTitles}\b`, "iu");

/** `Emergency maintenance may include:`. */
export const ofExamples = new RegExp(
  anyOf`
    \bexamples?\b[^.:]{0,20}:$
    \b(?:may|can|could) (?:include|result in)\b[^.:]{0,20}:$
    \bsuch as:$
    \bsituations including:$
  `,
  "iu",
);

const not = "(?:do(?:es)?n't|do(?:es)? not|never|no|not|won't|will not)";
const tellAnyone = anyOf`
  announce[ds]?|announcements?|notify|notified|tell|told|inform(?:ed)?|notices?|notifications?|communicated?
`;
/** `What we don't announce`. */
export const silence = new RegExp(
  anyOf`
    \b${not}\b[^.]{0,30}\b${tellAnyone}\b
    \b(?:nicht|keine?)\b[^.]{0,30}(?:angekündigt|mitgeteilt|informiert|mitteilung)
  `,
  "iu",
);

/** `Two thirds of swaps made without a phone call`, `First answer within 15 minutes`: what is measured or aimed at. */
export const measures = new RegExp(
  anyOf`
    ^(?:two thirds|half|a third|a quarter|\d{1,3} ?%|(?:fewer|less|more) than \d+) (?:of )?\p{L}
    ^(?:[\p{L} ]{2,30}: )?first (?:answer|response|reply) within\b
  `,
  "iu",
);

const notices = "(?:notices?|notifications?|announcements?)";
const altered = "(?:earlier|sooner|later|longer|shorter|doubled?|halved|suspended|skipped|omitted)";
/** `In summer all notices go out a week earlier`: it changes what is said of notices elsewhere. */
export const adjusting = new RegExp(
  anyOf`
    \b(?:only|not) (?:told|informed|notified|warned|messaged)\b[^.]{0,80}\b(?:if|when|unless|where)\b
    \b(?:told|informed|notified|warned) only (?:if|when|where)\b
    ^(?:does not|doesn't) apply to\b
    \b(?:nothing|nobody|no one|none) (?:is|are|gets?|will be) (?:sent|told|informed|notified|announced|posted)\b
    \b(?:${notices}|messages?|reminders?)\b[^.]{0,200}(?<!\bno )\b${altered}\b
    \b(?:no|not)\b[^.]{0,40}\b${notices} (?:are|is|go|will be)\b[^.]{0,200}\b(?:in|during|between|at|on|from)\b
  `,
  "iu",
);
