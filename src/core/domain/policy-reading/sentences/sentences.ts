import { reminderWords } from "../cells/stage-times.ts";
import { voiceOf } from "../words/audience-words.ts";
import { findChannels } from "../words/channel-words.ts";
import { isNamed, wholeWords } from "../words/plain-text.ts";
import { isThing } from "../words/things.ts";
import { readTelling } from "./telling-sentence.ts";

const passive = "(?:is|are|will be|must be|should be|shall be|gets?|have to be|has to be|need to be) (?:also |always |then )?";
const informed =
  "(?:informed|told|notified|warned|alerted|briefed|messaged|reminded|(?<by>e-?mailed|mailed|called|phoned|rung|texted))";
const published = "(?:announced|posted|published|communicated|sent(?: out)?|shared|issued|given)";
const verbs =
  "(?<!')(?:(?:will |must |should |shall |also |then |always ){0,3})(?:confirms?(?= [^.]{0,60}\\bto )|e-?mails?|mails|(?:phones|calls|rings|texts)(?= (?:the|our|all|each|every|their|its|both|\\p{L}+s) )|puts?(?= (?:it|this|an?|the|up|in|on) )|posts?|informs?|notif(?:y|ies)|tells?|warns?|alerts?|sends?|announces?|reminds?|writes?(?= to)|messages?|publish(?:es)?|updates?)";
const subject = "[\\p{L}'-]+(?: [\\p{L}'-]+){0,5}?";

const readersAreTold = new RegExp(
  `(?<=^|[,:;] )(?:(?:the|all|our) )?(?<whom>${subject}) ${passive}${informed}(?: of (?:it|this))?`,
  "iu",
);
/** `Admins get one more email`, `Visitors find a notice on the home page`, `Counter staff hear of it in #counters`. */
const readersGet = new RegExp(
  `(?<=^|[,:;] )(?<all>all )?(?:(?:the|our|our own) )?(?<whom>${subject}) (?:(?:will|also|then|should|always) ){0,3}(?:gets?|receives?|finds?|sees?|hears?|learns?)(?: (?:of|about) (?:it|this|that))?(?: (?<more>one more|another|a further|a second)| an?| the| this)?(?= )`,
  "iu",
);
const somethingIsSent = new RegExp(
  `(?<=^|[,:;] )(?:an?|the|all|this|each|every)? ?(?<what>${subject}) (?:${passive}${published}|goes? out|appears?)(?!\\p{L})`,
  "iu",
);
const sendsFirst = new RegExp(`(?<=^|[,:;] )(?:the |our |a )?(?<who>${subject}) (?<verb>${verbs}) `, "iu");
const sendsLater = new RegExp(`(?<= )(?:the|our) (?<who>[\\p{L}'-]+(?: [\\p{L}'-]+){0,2}?) (?<verb>${verbs}) `, "iu");
const remindsOf = /\bremind(?:er)?s?\b|\berinnerung\b|\brappel\b|\bpåmindelse\b/iu;
const notSenders = wholeWords(
  "if|when|once|as|after|before|during|by|to|please|then|and|or|also|additionally|text|sms|phone|banner|push|email|mail|slack|teams|post|send|no|not|do|always",
);

/** A sentence without its grammar: whether it says that somebody is told, who sends it, and the rest as a list would have it (`Theatres are told by email` → `to Theatres by email`). */
export type PlainSentence = {
  readonly text: string;
  readonly sender: string;
  readonly tells?: true;
  /** Who is told, as `text` names them, where the sentence's grammar says it. */
  readonly readers?: string;
};

/**
 * Puts a sentence into the words of a list, so that one reader understands both. What is announced drops out, since a window
 * is what every notice is about; a sender becomes the one who sends.
 */
export function plainSentence(sentence: string): PlainSentence {
  if (sentence.length > longestText) return { text: sentence, sender: "" };
  const plain = sentence
    .replace(/ +/gu, " ")
    // `6.2 The Supplier shall …`: the number of a clause.
    .replace(/^\(?(?:\p{Lu}\.?)?(?:\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}\.)[.)]? (?=\p{Lu})/u, "")
    // `The time when the work starts`: when it starts.
    .replace(/^(?:the )?(?:time|moment|point) (?:when|at which) /iu, "when ")
    // `using the cluster users mailing list`: whose list it is names nobody else.
    .replace(
      /\b(?:using|via|through|by|on) (?:the |our |a )?(?:[\p{L}-]+ ){1,5}?((?:mailing|e-?mail|distribution) lists?)(?!\p{L})/giu,
      "via $1",
    )
    // `by mail to the list: users@example.org`: the address of a way that is named.
    .replace(/(?<=\p{L}[^@]{3,}):? ?\(?[\p{L}\d._+-]+@[\p{L}\d.-]+\p{L}\)?/giu, "")
    // `Agents – email ten days before`: a label as with a colon.
    .replace(/^(\p{Lu}[\p{L} '&/]{1,40}) [–—-] (?=\p{Ll}|#)/u, "$1: ")
    // `notice of any Planned Maintenance`: what it is about, which is every window.
    .replace(
      /(?<!\b(?:advance|ahead|start|end|beginning|day|time|date|duration|length|course|case|event|because|instead|out|prior|part|kind|type|terms|types|week|hours|minutes|days|weeks)) (?:of|about|regarding|concerning) (?:(?:any|the|each|every|such|its|our|all|an?|upcoming|regularly) )?(?:(?!(?:major|minor|emergency|urgent|critical|standard|high|low|unplanned|when|if|once|before|after|until|by) )[\p{L}-]+(?: or| and)? ){0,3}?(?:maintenance|work|works|changes?|outages?|downtimes?|releases?|deployments?|upgrades?|windows?|interruptions?)(?: (?:windows?|events?|services?|downtimes?|work|period))?(?: (?:to|in|for) (?:the|our|your|any|its) (?:[\p{L}-]+ ){0,3}?[\p{L}-]+(?=[.,;]|$))?(?=[.,;: ]|$)/giu,
      "",
    )
    // `open the issue and announce it on the status page`: the first half is a task.
    .replace(
      /(?:open|create|raise|file|book|update|prepare|schedule|fix|set)s? [^,;.:]{2,60}? (?:and|then) (?=(?:announce|post|publish|e-?mail|notify|tell|inform|send)s?\b)/giu,
      (task) => (findChannels(task).length === 0 ? "" : task),
    )
    // `Post in #operations when it is over, and take the alerts off hold`: the second half is a task.
    .replace(
      /,? and (?:take|put|switch|turn|remove|close|open|set|check|run|stop|resume|re-?enable|disable|archive|record|log|attach|note|mark|move|copy|save|file|monitor|watch)\b[^.;:#]{3,80}(?=[.;]|$)/iu,
      (task) => (findChannels(task).length === 0 ? "" : task),
    )
    // `In that case users are informed`: the case is the heading's.
    .replace(/^In (?:that|this|such|these) (?:an? )?(?:cases?|events?),? (?=\p{L})/iu, "")
    // `on the district website`: whose it is.
    .replace(/\b(on|in) (?:the |our |its )?(?:[\p{L}'-]+ ){1,2}(?=websites?\b|web ?pages?\b|home ?page\b)/giu, "$1 the ")
    // `by email, at the address registered in the portal`: where mail goes.
    .replace(/,? (?:at|to) the (?:e-?mail )?address(?:es)? [^.;:]{3,100}/giu, "")
    // `so that they can answer questions`: what it is for.
    .replace(
      /,? (?:so (?:that )?(?:they|we|you|it|the|customers|users|people|everyone|staff) |in order to )[^.;:]{3,120}(?=[.;:]|$)/giu,
      "",
    )
    // `posts the new date in #releases`: what is told, and no time of telling.
    .replace(
      /(?<=\b(?:post|publish|announce|put|share)(?:s|es|ed)?) (?:the |a |its )?(?:new|revised|actual|final) (?:start|end|date|time|schedule|window)(?:s| times?| dates?)?(?= (?:in|on|to|via|by)\b)/giu,
      " it",
    )
    // `Post how far you are in #data`: what it says.
    .replace(
      /^((?:please )?(?:post|share|write|announce)) (?!in |on |to |via )(?![^#]*\b(?:minutes of|report|summary|agenda|slides|metrics|retro\p{L}*|document)\b)[\p{L}' -]{3,50}? (?=in #)/iu,
      "$1 ",
    )
    // `Of every planned downtime we tell …`: what it is about, which is every window.
    .replace(
      /^(?:Of|About|For) (?:every|each|any|all) (?:planned |scheduled )?(?:downtimes?|maintenance|outages?|changes?|releases?|works?|windows?),? (?=\p{L})/iu,
      "",
    )
    // `Set the status page to "maintenance" at the start`: what it then says.
    .replace(
      /\b(?:set|switch|change)s? (?:the |our )?(status ?page|banner|home ?page|portal) to ["“„«][^"”“»]{2,40}["”»]/giu,
      "update $1",
    )
    // `Switch on the banner`
    .replace(/\b(?:switch|turn|put) (?:on|up)(?: the| an?)? (?=[^.,;]*\b(?:banner|notice|message|pop-?up)\b)/iu, "post ")
    // `Let #operations know`
    .replace(/\b(?:let|keep) (#[\p{L}\d_-]+)(?: channel)? (?:know|informed|updated|posted)(?!\p{L})/iu, "post in $1")
    // `every 30 minutes until service is restored`: as long as it runs.
    .replace(
      /((?:every (?:\d+|two|three|four|six|ten|fifteen|thirty) ?\p{L}+|hourly|every (?:half )?(?:an )?hour)) until [^,.;()]{3,60}/iu,
      "$1",
    )
    .replace(/\b((?:announce|post|publish|put|send|share)s?) (?:it|this|that|them)(?= (?:on|in|to|by|via)\b)/giu, "$1")
    // `set the status page to operational`: what it then says.
    .replace(
      /\b(?:set|switch|change|turn|flip|update)s? (?:the |our )?((?:status ?page|status|banner|home ?page|portal)) (?:back )?(?:to|on|off)(?: ["“]?[^.,;:]{2,40})?(?=[.,;:]|$)/giu,
      "update $1",
    )
    // `as discussed in the Slack chat of …`: where it was said, and no way of telling.
    .replace(/,? as (?:discussed|described|noted|mentioned|explained|outlined|said|seen) (?:in|on|by|at) [^,.;()]{2,80}/giu, "")
    // `by 16:00 on the day before`: in the morning is by then.
    .replace(/ (?:by|before|until|no later than) (?:1[0-9]|2[0-3])[:.]\d\d(?: (?:o'clock|h|hrs))?(?: on)?(?= )/giu, "")
    // `confirm the Planned Maintenance to the authority`
    .replace(
      /(?<= )(?:confirms?|announces?|notif(?:y|ies)|communicates?|reports?|advises?) (?:any|the|each|every|its|all) (?:(?:planned|scheduled) )?(?:maintenance|works?|changes?|outages?|downtimes?|releases?|upgrades?) (?=to )/giu,
      "send ",
    )
    // `Post "we are starting" in #bridge`
    .replace(/^((?:send|post|write|publish|announce|e-?mail) )(?:an? |the )?["“„«][^"”“»]{1,80}["”»] /iu, "$1");
  const telling = sentence.length <= longestTelling ? readTelling(plain) : null;
  if (telling !== null) return { ...telling, tells: true };
  const { text, sender, ...rest } = withoutDoer(withoutGrammar(plain));
  return { text: text.replace(/ {2,}/gu, " ").trim(), sender, ...rest };
}

/** In characters. What is longer is no sentence, and some patterns would try too much on it. */
const longestSentence = 500;
const longestText = 2000;
const longestTelling = 300;

const doer =
  /^(?<what>(?:post|e-?mail|send|announce|call|tell|notify|inform|publish|update|message|write)\b.*(?:#[\p{L}\d_-]+|\bto \p{L}.*)) \((?<who>(?:the )?\p{L}[\p{L} -]{2,40}(?:manager|owner|lead|leader|coordinator|officer|engineer|master|administrator|desk))\)\s*$/iu;

/** `Post in #news (product owner)`: who does it, where the readers are named. */
function withoutDoer({ text, sender, ...rest }: PlainSentence): PlainSentence {
  const { what, who } = sender === "" && text.length <= longestSentence ? (doer.exec(text)?.groups ?? {}) : {};
  return what === undefined || who === undefined ? { text, sender, ...rest } : { text: what, sender: who };
}

const abroad: readonly RegExp[] = [
  /(?<=^|, )(?:les |la |le |l'|nos )?(?<whom>\p{L}[\p{L}' -]{2,60}?) (?:sont|est|seront|sera|doivent être) (?:aussi |ensuite |alors )?(?:prévenu|informé|averti|notifié|alerté)e?s?(?<rest>.*)$/iu,
  /(?<=^|, )(?:werden |wird )(?:die |der |das |den |unsere )?(?<whom>\p{L}[\p{L}' -]{2,60}?)(?<rest> (?:per|über|via|durch|im|in|spätestens|mindestens|sofort|umgehend|unverzüglich|\d).*?) (?:informiert|benachrichtigt|verständigt|unterrichtet|angeschrieben)(?<more>.*)$/iu,
  /(?<=^|, )(?:die |der |das |unsere )?(?<whom>\p{L}[\p{L}' -]{2,60}?) (?:werden|wird)(?<rest>.*?) (?:informiert|benachrichtigt|verständigt|unterrichtet|angeschrieben)(?<more>.*)$/iu,
  /(?<=^|, )(?<whom>\p{L}[\p{L}' -]{2,60}?) (?:får besked|får meddelelse|informeres|underrettes|orienteres|varsles|adviseres)(?<rest>.*)$/iu,
];

const anyAbroad =
  /(?<!\p{L})(?:sont|est|seront|sera|doivent|werden|wird|får|informeres|underrettes|orienteres|varsles|adviseres)(?!\p{L})/iu;

/** `Les clients sont prévenus par courriel`, `Kunden werden per Mail informiert`, `Borgere får besked på intranettet`. */
function withoutForeignGrammar(sentence: string): string | null {
  if (sentence.length > longestSentence || !anyAbroad.test(sentence)) return null;
  for (const pattern of abroad) {
    const found = pattern.exec(sentence);
    if (found === null) continue;
    const { whom = "", rest = "", more = "" } = found.groups ?? {};
    if (isNamed(notSenders, whom)) continue;
    // `Hvert servicevindue varsles`: what is told of, and not who is told.
    if (isThing(whom)) return `${sentence.slice(0, found.index)}send${rest}${more}`;
    return `${sentence.slice(0, found.index)}to ${whom}${rest}${more}`;
  }
  return null;
}

/** `The supplier shall give the authority ten days' notice by email`. */
const givesNotice =
  /(?<=^|[,:;] )(?:the |our |a )?(?<who>[\p{L}'-]+(?: [\p{L}'-]+){0,3}?) (?:(?:shall|must|will|should) )?gives? (?:the |our )?(?<whom>\p{L}[\p{L}'-]*(?: [\p{L}'-]+){0,3}?) (?=not less|no less|at least|a minimum|as much|\d|(?:one|two|three|four|five|six|seven|ten|fifteen|twenty)\b)/iu;

function withoutGrammar(sentence: string): PlainSentence {
  const gives = givesNotice.exec(sentence);
  if (gives !== null && isSender(gives.groups?.who ?? "")) {
    const { who = "", whom = "" } = gives.groups ?? {};
    const rest = sentence.slice(gives.index + gives[0].length);
    return { text: `${sentence.slice(0, gives.index)}to ${whom}, ${rest}`, sender: isDoer(who) ? who : "", tells: true };
  }
  const foreign = withoutForeignGrammar(sentence);
  if (foreign !== null) return { text: foreign, sender: "", tells: true };
  const told = readersAreTold.exec(sentence);
  // `The callback is called`: nobody is rung.
  if (told !== null && !(told.groups?.by === "called" && voiceOf(told.groups.whom ?? "") === null)) {
    const all = /\ball $/iu.test(told[0].slice(0, told[0].indexOf(told.groups?.whom ?? ""))) ? "all " : "";
    // `Staff are called`: the verb says through what.
    const by = told.groups?.by?.toLowerCase() ?? "";
    const way = by === "" ? "" : by.includes("mail") ? " by email" : by === "texted" ? " by text message" : " by phone";
    return {
      text: `${sentence.slice(0, told.index)}to ${all}${told.groups?.whom ?? ""}${way} ${sentence.slice(told.index + told[0].length)}`,
      sender: "",
      tells: true,
    };
  }
  const gets = readersGet.exec(sentence);
  if (gets !== null && isSender(gets.groups?.whom ?? "")) {
    const { all = "", whom = "", more } = gets.groups ?? {};
    const rest = sentence.slice(gets.index + gets[0].length);
    return {
      text: `${sentence.slice(0, gets.index)}to ${all}${whom}${more === undefined ? "" : " reminder"}${rest}`,
      sender: "",
      ...(/\b(?:find|see|learn)s?\b/iu.test(gets[0]) ? {} : { tells: true as const }),
    };
  }
  const sent = somethingIsSent.exec(sentence);
  if (sent !== null) {
    const what = sent.groups?.what ?? "";
    return {
      text: `${sentence.slice(0, sent.index)}${remindsOf.test(what) || reminderWords.test(what) ? "reminder" : "send"}${channelWordsOf(what)} ${sentence.slice(sent.index + sent[0].length)}`,
      sender: "",
    };
  }
  const active = [sendsFirst, sendsLater]
    .map((pattern) => pattern.exec(sentence))
    .find((match) => match !== null && isSender(match.groups?.who ?? ""));
  if (active === undefined || active === null) return { text: sentence, sender: "" };
  const who = active.groups?.who ?? "";
  const verb = (active.groups?.verb ?? "").replace(/^(?:(?:will|must|should|shall|also|then|always) )+/iu, "");
  return {
    text: `${sentence.slice(0, active.index)}${imperativeOf(verb)} ${withoutQuote(sentence.slice(active.index + active[0].length))}`,
    sender: isDoer(who) ? who : "",
  };
}

/** Of `a second email`, the way of telling. */
function channelWordsOf(what: string): string {
  const channels = findChannels(what);
  const counted = /^(?:one|an?|another|(?:the )?(?:first|second|third|final|last|next)) /iu.exec(what)?.[0] ?? "";
  return channels.length === 0 ? "" : ` ${what.slice(counted.length)}`;
}

/** `posts "started" in #bridge`: what it says is no part of who, how and when. */
function withoutQuote(rest: string): string {
  return rest.replace(/^(?:an? |the )?["“„«][^"”“»]{1,80}["”»] /u, "");
}

/** `They may`, `Regular status` (updates) do nothing: who sends is somebody, named without a verb. */
function isDoer(who: string): boolean {
  const isPhrase =
    /\b(?:we|i|you|it|they|this|that|which|who|will|shall|may|can|should|must|where|if|however|someone|everyone)\b/iu.test(who);
  return !isPhrase && !/^team$|(?:status|completion|progress|regular)$/iu.test(who) && !isThing(who);
}

function isSender(who: string): boolean {
  // `On completion the supplier …`: that is a time and then who.
  return (
    !isNamed(notSenders, who) &&
    // `a second email`
    !/^(?:first|second|third|fourth|final|last|next|another|one|further|single)$/iu.test(who) &&
    !/^(?:on|upon|at|within|until|in|from|for|under|no|not) /iu.test(who) &&
    !/ (?:by|via|per|par|over|through|im|in)$/iu.test(who)
  );
}

/** `emails` → `email`. */
function imperativeOf(verb: string): string {
  return verb
    .replace(/ies$/iu, "y")
    .replace(/(?<=sh)es$/iu, "")
    .replace(/(?<=[^s])s$/iu, "");
}

/** The sentences of a paragraph. A figure's full stop or an abbreviation's ends none. */
export function sentencesOf(paragraph: string): string[] {
  return paragraph
    .split(/(?<=[.!?])\s+(?=["“(]?\p{Lu})|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}
