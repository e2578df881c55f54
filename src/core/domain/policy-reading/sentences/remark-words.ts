import { anyOf } from "../../any-of.ts";

/** Sentences that speak of telling and state no duty to tell of a change: remarks, steps, requests, and what is denied. */

const page =
  "(?:policy|document|procedure|guide|page|section|guideline|article|runbook|plan|handbook|chapter|circular|instruction|directive|regulation)";
const means = "(?:how|ways?|ability|process|in order|used|helps?|where and how|place|location|opportunity|template)";

/** `we are pleased to …`, `who hears of it?`, `This policy says how we inform you`. */
export const aRemark = new RegExp(
  anyOf`
    \bI is informed\b
    \bfirst (?:answer|response|reply)\b
    ^(?:sådan|wie|comment|ønsker|bestillinger|anmodninger)(?!\p{L})
    ^as an? [^,]{2,80}, I (?:need|want|would)\b
    \bwe expect\b
    ^(?:how|why|questions|fragen|rückfragen|spørgsmål|pour toute question)(?!\p{L})
    // Alerts of a system
    \b(?:suppress|mute|silence|disable|pause|put)s? (?:\p{L}+ ){0,2}(?:alerts|notifications)\b
    \balerts (?:are )?(?:adjusted|muted|paused|off)\b
    \berror messages?\b
    // Praise, and what is wished
    ^(?:this|it) (?:gives|allows|helps|lets|means|ensures|covers|enables)\b
    \bwe(?:'re| are) (?:pleased|happy|excited|trying|proud|delighted)\b
    \bresponsib\p{L}* (?:for|to) (?:read|reading|staying)\b
    // Questions and titles
    \bwho (?:is|are|gets?|hears?)\b[^.]*[^.]$
    \?$
    ^(?:what|when|where|who)\b[^,.]{0,50}$
    // What the page is about
    ^(?:this|the following|these) ${page}s?\b
    ^(?:denne |dette )?(?:retningslinje|vejledning|side|dokument)(?:n|en|et)? (?:beskriver|forklarer|gælder)
    ^(?:diese|dieses|dieser) (?:\p{L}+ )?(?:richtlinie|seite|dokument|anweisung)\b
    \bevery (?:quarter|year)\b
    // What it is for
    \b${means} (?:we |to )[^.]{0,30}$
    ,? so (?:that )?(?:we|you|they) \p{L}+ (?:people|everyone|you|them)\b
    \bcommunicate (?:early|often|clearly|openly|proactively|honestly|regularly)\b
    \ballow(?:s|ing)? (?:them|you|users) to\b
  `,
  "iu",
);

const areToBe = "(?:(?:to be|are|is|must be|should be|can be|will be) )?";
/** `Issues to be reported to:`: what users find is told to those who work, and not the work to them. */
export const problems = new RegExp(
  `^(?:issues?|problems?|bugs?|defects?|errors?) ${areToBe}(?:reported|raised|logged|flagged)\\b`,
  "iu",
);

const pressed = "(?:click|navigate|go to|log ?in(?:to)?|select|choose|fill in|save|set|enter|press|tap)";
const areTold = String.raw`\b(?:is|are|be) (?:\p{L}+ly )?(?:informed|notified|told|warned|alerted)`;
/** What to press, and no notice: but for those who are told when it is pressed. */
export const aStep = new RegExp(String.raw`^${pressed}\b(?!.*${areTold})`, "iu");

export const aRequest = /^(?:(?:send|submit|e-?mail|forward) (?:the |your |an? )?requests?\b|requests? (?:for|to)\b)/iu;

const reader = anyOf`
  customers?|clients?|users?|subscribers?|tenants?|you|the authority
  requesters?|requestors?|applicants?
`;
const has = "(?:will|shall|must|should|may|agrees? to|(?:is|are) (?:required|obliged) to|can|need to|needs to)";
const provider = anyOf`
  provider|supplier|vendor|contractor|company|licensor
  service ?desk|help ?desk|support|(?:\p{L}+ )?administrators?
`;
const tellUs = `(?:notify|inform|tell|contact|alert|advise|discuss) (?:us|our|its|their|the ${provider})`;
/** It is the reader of the notices who has to tell. */
export const tellsUs = new RegExp(
  anyOf`
    \b${reader}(?: ${has}){1,2} (?:\p{L}+ly )?${tellUs}\b
    \b(?:notify|inform|tell|alert|contact|e-?mail|let) (?:us\b|our |the other\b|each other\b)
    \bplease (?:notify|inform|contact|e-?mail)\b
  `,
  "iu",
);

const readerByName = "(?:[Cc]ustomers?|[Cc]lients?|[Uu]sers?|[Ss]ubscribers?|[Tt]enants?|[Ll]icensees?|[Yy]ou)";
/** `The Licensee shall notify Example Ltd`. */
export const tellsByName = new RegExp(
  String.raw`\b${readerByName}(?: (?:will|shall|must|should|may)) (?:\p{L}+ly )?(?:notify|inform) (?:the )?\p{Lu}`,
  "u",
);

const denial = anyOf`
  without|no(?! (?:less|later|fewer|more))|not(?! (?:less|later|fewer|more|only|planned|scheduled|expected|foreseen))
  never|nor|cannot|little
  nicht|keine?|ohne|ikke|ingen|sans|pas
`;
/** Before the words of telling: `users will not be`. */
export const deniedBefore = new RegExp(String.raw`(?:\b${denial}|n't)(?!\p{L})[^.;,]{0,40}$`, "iu");
/** From the words of telling on: `notice is not required`. */
export const deniedAfter = new RegExp(
  anyOf`
    ^[^.;,]{0,40}\b(?:is|are|may be) (?:not|never) (?:possible|required|necessary|needed|given|feasible)\b
    ^[^.;,]{0,20}\b(?:ikke|IKKE|nicht)\b
  `,
  "iu",
);
