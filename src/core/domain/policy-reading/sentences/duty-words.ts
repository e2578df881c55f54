import { anyOf } from "../../any-of.ts";

/** The words of a sentence that says somebody is told of a change: how it says so, and what it is told of. */

const notices = anyOf`
  notices?|notifications?|announcements?|communications?|messages?|reminders?|alerts?
  e-?mails?(?! address)
  updates?|advisor(?:y|ies)|warnings?|bulletins?|pop-?ups?|banners?|memos?|heads-?ups?
`;
const adverbs = String.raw`(?:(?:\p{L}+ly|also|then|always|first|again|either|all|both|\p{L}+ed and) ){0,3}`;
const modal = "(?:will|shall|must|should|would|has to|have to|need to|needs to|to|can|may|always|please|and|or)";
/** `each of these`: what may stand between a verb and what it is about. */
const fewWords = String.raw`(?:\p{L}+ ){0,3}?`;

const told = anyOf`
  informed|notified|told|warned|alerted|advised(?! to )|e-?mailed|reminded|briefed|made aware
  kept (?:in the (?:picture|loop)|abreast)|written to|made known
  shown (?=an? |the )
  looped in|pinged|messaged|texted
`;
/** `Users will be notified`, `to keep customers informed`. */
const areTold = new RegExp(
  anyOf`
    \b(?:is|are|be|gets?) ${adverbs}${told}\b
    \bkeeps? (?:\p{L}+ ){1,3}?(?:informed|notified|updated|posted|aware)\b
  `,
  "giu",
);

const announced = anyOf`
  announced|posted|published|communicated|publici[sz]ed|broadcast|displayed|advertised
  shown (?=on|in|at)|listed (?=on )
`;
/** `Outages are posted`, `The posting of an outage must occur`. */
const isAnnounced = new RegExp(
  anyOf`
    \b(?:is|are|be) ${adverbs}${announced}
    \bappears? (?:on|in|at) (?:the|our|an?|all|each|every)\b
    \bposting of (?:an?|the|any|each) [^.;]{0,60}\b(?:must|shall|should|will|has to)\b
    \b(?:is|are|(?:will|shall|must) be) ${adverbs}reported (?:to(?! (?:us|the supplier|support))|in the (?:same )?way|by (?:the )?same)\b
    \bbe called (?:over|\d|at least|before|prior)
    \b(?:update|set|change)s? (?:the )?status(?: page)? to\b
  `,
  "giu",
);

const sent = anyOf`
  sent|given|provided|issued|displayed|shown|circulated|posted|published|delivered|placed|used|made
`;
/** `A notification will be sent`, `Email sent when maintenance begins`, `send one a week ahead`. */
const isSent = new RegExp(
  anyOf`
    \b${notices}\b[^.;:]{0,140}?\b(?:(?:is|are|be) ${adverbs})?${sent}\b
    \b(?:sends?|sent|issued|posted|triggers?|raises?|circulates?|drops?) (?:out )?${fewWords}${notices}\b
    \bsend (?:one|it|them|these|this|at least|\d)(?!\p{L})
    \blet (?:\p{L}+ ){1,3}?know\b
    \bdelivery (?:should|will|must|shall) occur\b
  `,
  "giu",
);

/** What a release is done with: `post-release` is no verb. */
const releases = String.raw`(?:mvp|launch|release|go-?live|deploy\p{L}*|implementation|migration)`;
const tell = anyOf`
  notify|inform|tell|warn|alert|advise|announce|communicate|publish
  post(?! ?[\/-])(?! ${releases}\b)
  remind
  e-?mail (?=(?:the|all|our|any|every|each|affected|an?) |\p{L}+s\b)
`;
const aheadOrHow = "(?:in advance|beforehand|prior|before|by (?:tele)?phone|by e-?mail)";
/** `The Provider shall notify`, `We announce`, `Notify users`. */
const tells = new RegExp(
  anyOf`
    (?:^|[,;:] |\b${modal} ${adverbs}|\bwe ${adverbs})${tell}\b
    \b(?:notifies|informs|tells(?! apart)|warns|alerts|announces|publishes|communicates)\b
    \b(?:by|then|start by) (?:notifying|informing|telling|posting|logging)\b
    \b(?:will|shall|to) ${adverbs}(?:contact|call|phone) [^.;]{0,80}\b${aheadOrHow}\b
  `,
  "giu",
);

const givesOut = "(?:gives?|given|provides?|receives?|gets?|sees?|sends?|issues?|posts?|delivers?|creates?)";
/** `We will give at least 7 days' notice`, `Staff also require notification`, `Email is the suggested method`. */
const givesNotice = new RegExp(
  anyOf`
    \b${givesOut}\b[^.;:,]{0,80}?\b(?:${notices}|blog posts?|regular information)\b
    \b(?:requires?|needs?) ${fewWords}${notices}\b
    \b${notices} (?:is|are) (?:needed|required)\b
    \b(?:is|are) the (?:\p{L}+ ){0,2}(?:method|channel|way)\b
    \b(?:forms?|methods?|ways|channels?) of (?:communication|notification)s?\b
    \bdisplays? (?:an? |the )?(?:[\p{L}-]+ ){0,3}(?:page|message|banner|notice|badge)\b
  `,
  "giu",
);

const inGerman = anyOf`
  informier(?:t|en)|benachrichtig(?:t|en)|angekündigt|ankündigen
  kündig(?:t|en) [^.;]{0,80}\b(?:an|wir)\b
  mitgeteilt|mitteilen|bekannt ?gegeben|veröffentlicht|publiziert|unterrichtet|verständig(?:t|en)
  meldung(?:en)? (?:sendet|wird|werden)|melden wir|wir melden
  (?:senden|versenden|schicken|verschicken) [^.;]{0,80}(?:mitteilung|nachricht|meldung|mail|hinweis|information|ankündigung)(?:en)?
  (?:wird|werden) [^.;]{0,80}\b(?:versandt|verschickt|ausgehängt|gemeldet)
`;
const inDanish = anyOf`
  varsle[sr]?|informere[rs]?|underrette[rs]?|orientere[rs]?|udsende[rs]|udmelde[rs]|melder? (?:vi )?(?:\p{L}+ )?ud
  (?:giver?|får) (?:\p{L}+ )?besked
  (?:sende[rs]?|skrive[rs]?) [^.;]{0,80}(?:besked|mail|meddelelse|sms|orientering|varsel)(?:er)?
  annonceres|offentliggøres|kan læse om|(?:påmindelses|orienterings)mail|meddelelse om|opslag om
`;
const areFrench = String.raw`(?:est|sont|sera|seront) (?:\p{L}+ )?(?:envoyé|publié|affiché|diffusé|transmis|adressé)e?s?`;
const inFrench = anyOf`
  (?:en |vous |les |nous |l')?informer(?:a|ons|ez|ont)?|inform(?:e|ent|ons)
  prévenue?s?|prév(?:enir|enons|ient|iennent)|averti(?:e?s?|r|t|ssons|ssent)
  avisée?s?|communiquée?s?|adressera|notifier(?:a|ons)?|(?:est|sont|sera|seront) informée?s?
  // And not the length that was announced
  (?<!(?:durée|heure|date|fin) )annoncée?s?
  (?:publi|annonç|communiqu)ons
  (?:envoy|adress|diffus)ons [^.;]{0,80}(?:messages?|courriels?|e-?mails?|avis|annonces?|notifications?|rappels?|informations?)
  communication (?:au moins|jusqu)
  (?:envoyer|diffuser|rediffuser|déclencher) (?:un|une|le|la|des)
`;
const tellsAbroad = new RegExp(
  anyOf`
    \b${inGerman}(?!\p{L})
    (?<!\p{L})${inDanish}(?!\p{L})
    (?<!\p{L})(?:sendes|slås op)(?!\p{L})
    (?<!\p{L})${areFrench}(?!\p{L})
    (?<!\p{L})${inFrench}(?!\p{L})
  `,
  "giu",
);

/** Ways of saying that somebody is told. Each finds every place, since one of them may be denied. */
export const telling = [areTold, isAnnounced, isSent, tells, givesNotice, tellsAbroad];

const changes = anyOf`
  maintenance|outages?|downtimes?|shut-?downs?|closures?
  (?:resum|suspen|restor)\p{L}* (?:of )?(?:the |its |their )?services?
  interruptions?|unavailab\p{L}*|fail-?overs?|drills?|(?:hot|quick) ?fix(?:es)?
  changes?|releases?|upgrades?|updates?|deployments?|rollouts?|migrations?|cut-?overs?
  roll-?backs?|postponements?
  planned work|works?|windows?|schedules? (?:work|activit)
`;
/** What is told of: a change of the services, or their outage. */
export const change = new RegExp(
  anyOf`
    \b${changes}\b
    // German
    wartung|störung|ausfall|unterbr[üe]ch|unterbrechung|änderung
    // Danish
    driftsforstyr|drift ?forstyr|driftsstop|servicevindue|vedligehold|nedbrud|ændring
    // French
    travaux|(?<!\p{L})(?:interventions?|coupures?|mises? à jour|opérations?|maintenances?)(?!\p{L})
  `,
  "iu",
);

const incidents = anyOf`
  incidents?|severit(?:y|ies)|sev ?[1-4]|p[1-4]|priority [1-4]
  support tickets?|response times?|resolution times?|defects?|escalat\p{L}*
`;
/** What is done about what has failed is the answer to an incident. */
export const incident = new RegExp(String.raw`\b${incidents}\b`, "iu");

const plannedWork = "(?:maintenance|downtimes?|planned|scheduled|releases?|upgrades?|deployments?|outages?|migrations?|changes?)";
export const planned = new RegExp(String.raw`\b${plannedWork}\b|wartung|vedligehold|servicevindue|travaux`, "iu");

/** Headings and labels under which a line speaks of changes, or a time is one of notice or of an update. */
export const ofStatus = /\b(?:service|system) (?:status|alerts?)\b/iu;
export const ofLeadTime = new RegExp(
  anyOf`
    (?<!no )\bnotice\b|\bnotification periods?\b
    how (?:much|long|early|far)|advance|lead times?
    vorlauf|ankündigungsfrist|varsel|préavis
  `,
  "iu",
);
export const ofUpdates =
  /\bupdate (?:frequency|timeline|schedule|cadence)\b|\b(?:frequency|cadence|timing) of (?:updates|notices|notifications)\b/iu;

export const aNotice =
  /\b(?:notices?|notifications?|announcements?|reminders?|(?:status|progress|immediate|first|final|regular) update)\b/iu;
