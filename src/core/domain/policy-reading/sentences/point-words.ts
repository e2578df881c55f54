import { anyOf } from "../../any-of.ts";

/** The words of points, and of the lines over them, that speak of notices: when they go out, and what stands in them. */

const notices = "(?:messages?|notices?|notifications?|announcements?|communications?|e-?mails?)";
const must = "(?:(?:must|should|has to|have to|needs? to|shall|will) )?";
const names = anyOf`
  states?|says?|includes?|contains?|carr(?:y|ies)|names?|gives?|mentions?|lists?
`;
const inFrench = String.raw`(?:les )?informations suivantes|(?:contient|comporte|précise)\b[^.]{0,60}:`;
/** `Every notice states:`, `Include the following information:`. */
export const factsLabel = new RegExp(
  anyOf`
    \band (?:states?|specif(?:y|ies)|confirms?|says?) that:$
    \b(?:should|must|shall|will|to) (?:confirm|specify|state|give)(?: that)?:$
    \b(?:every|each|all|any) ${notices} ${must}${names}(?!\p{L})
    \b(?:include|contains?|carry|state|provide)\b[^.]{0,60}\b(?:following|information|facts|details)\b
    \b(?:required|following) (?:information|facts|details)\b|information required
    what to (?:say|include)|(?:key )?points to (?:communicate|include|cover)
    // German
    folgende angaben|(?:enthält|enthalten|umfasst)\b[^.]{0,40}:
    // Danish
    følgende oplysninger|skal indeholde
    // French
    ${inFrench}
  `,
  "iu",
);

const aNotice = anyOf`
  notices?|notifications?|announcements?|communications?|messages?|reminders?|e-?mails?|template
`;
const contains = anyOf`
  includ|contain|identif|describ|detail|state|set forth|specif|restate
  list|outline|explain|mention|consist|carr
  provides? [^.]{0,40}information
`;
const subject = String.raw`(?:the |each |every |this |all |our |a |any )?(?:[\p{L}-]+ ){0,4}?${aNotice}`;
const will = "(?:(?:will|must|should|shall|may|also|normally|always) ){0,3}";
/** `The notification will include the expected time.` */
export const content = new RegExp(String.raw`^(?:(?:for|in) [^,]{1,40}, )?${subject}\b ${will}(?!\p{L}+ing\b)${contains}`, "iu");

const telling = "(?:notif|notice|communicat|messag|announce|inform|remind)";
const goOut = "(?:go(?:es)? out|sent|send|when|timing|schedule|times?|issued|made)";
/** `Notifications should go out:` */
export const timesLabel = new RegExp(
  anyOf`
    ${telling}[^.]{0,80}${goOut}
    when to (?:notify|send|communicate|inform)
    (?:timing|schedule) of (?:notices|notifications)
  `,
  "iu",
);

/** `Post in #operations and tag:` */
export const mentionLabel = /\b(?:tag|tagging|mention|cc|ping|copy)\b/iu;

/** Headings that hold a word for readers, and name none: `Change management`, `Support expectations`. */
export const namesNobody = new RegExp(
  anyOf`
    (?<!\b(?:senior|executive|upper|site|project|line) )\bmanagement$
    \b(?:expectations|status|communications?|notifications?|notices?|policy|procedures?|guidelines?)$
  `,
  "iu",
);

const tellingVerbs = anyOf`
  e-?mail|mail|post|send|messag|notif|announc|inform|tell|alert|remind
  giv(?:e|es|ing)\b[^.]{0,80}\bnotice
  (?:set|switch|turn)s? (?:the |our )?(?:status ?page|banner)
  updates?|publish|communicat|(?:is|are) (?:shown|displayed)|changes? to|appears?|marks?|(?:amend|correct|replac|clos)ed
  // Danish and French
  lægger|lukker|opdateres|mise? à jour
`;
/** What a point speaks of that tells somebody, a channel's name included: `#operations`. */
export const tellingWords = new RegExp(
  anyOf`
    \b${tellingVerbs}
    #\p{L}
    ankündig|mitteil|informier|varsl
  `,
  "iu",
);

const notifying = anyOf`
  notif\p{L}*|inform(?:s|ed)?|announce\p{L}*|tell|told|warn(?:s|ed)?|notices?
  communications? (?:is|are|will|must|should)
`;
export const aboutNotices = new RegExp(String.raw`\b${notifying}\b`, "iu");

const ofNotices = anyOf`
  notif\p{L}*|announc\p{L}*|communicat\p{L}*|notices?
  who (?:is|gets|hears)|tell|told|you hear
`;
/** What speaks of telling, and not of the work alone. */
export const ofTelling = new RegExp(
  anyOf`
    \b${ofNotices}\b
    // German, Danish, French
    ankündig|mitteil|kommunikation
    varsl|varsel|besked
    annonc|prévenir|information des
  `,
  "iu",
);
