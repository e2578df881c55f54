import type { Voice } from "../../directory.ts";
import { findAll, isNamed, startWithCapital, wholeWords, without } from "./plain-text.ts";
import { isThing } from "./things.ts";

export type NamedAudience = { readonly name: string; readonly voice: Voice };

const customers = wholeWords(
  "customers?|clients?|account (?:admins?|administrators?|holders?|contacts?)|end[ -]users?|users?|hospitals?|partners?|providers?|patients?|public|subscribers?|tenants?|vendors?|suppliers?|third part(?:y|ies)|external|externe?|" +
    "passengers|travellers|residents|tenants|citizens|parents|guardians|pupils|students|borrowers|brokers|resellers|merchants|advertisers|sponsors|shippers|senders|recipients|carriers|(?:\\p{L}+[ -])?holders|members|players|guests|visitors|buyers|sellers|shoppers|consumers|donors|applicants|families|schools|households|farmers|authors|viewers|callers|claimants|pensioners|employers|landlords|volunteers|alumni|researchers|scientists|investigators|retailers|dealers|distributors|franchisees|investors|clinics|practices|pharmacies|laborator(?:y|ies)|institutions|municipalities|agencies|" +
    "kunden?|abonnent\\p{L}*|anwender|nutzer|bürger|mieter|eltern|mitglieder|patienten|lieferanten|kunder?|kunderne|brugere?|brugerne|borgere|borgerne|forældre|elever|medlemmer|leverandører|utilisateurs?|usagers?|clients?|abonnés|adhérents|fournisseurs",
);
const executives = wholeWords(
  "executives?|exec|(?:vice )?presidents?|chancellors?|provosts?|deans?|superintendents?|commissioners?|leadership|c-level|c-suite|board|directors?|senior management|management team|governors|trustees|steering (?:board|committee|group)|vps?|cio|cto|ciso|isso|vorstand|geschäftsleitung|ledelse|direction",
);
const business = wholeWords(
  "product|business|stakeholders?|managers?|management|owners?|finance|sales|marketing|account managers?|departments?|fachbereiche?|forretning\\p{L}*|métiers?",
);
const internal = wholeWords(
  "internal|intern\\p{L}*|all[ -]hands|qa|engineering|engineers?|developers?|devops|dev|ops|operations|infrastructure|infra|teams?|staff|employees|support|service ?desk|helpdesk|on-?call|administrators?|admins?|technical|it|colleagues|leads|crews?|operators|agents|drivers|teachers|nurses|reception|technicians|analysts|testers|desks?|control rooms?|(?:team|staff|crew) members|offices?|" +
    "mitarbeiter|\\p{L}*teams?|betrieb|leitstelle|medarbejdere?|\\p{L}*teamet|driften|équipes?",
);
const ofTeam = wholeWords("(?:team|staff|crew|board) members?");
const everyone = wholeWords("everyone|everybody|all|alle|tous");

/** Words that carry no meaning of their own in a cell about notices. */
const filling = wholeWords(
  "notify|notified|notification|notifications|inform|informed|alert|alerts|alerted|tell|told|message|messages|messaged|notice|notices|announce|announced|announcement|announcements|communicate|communication|communications|comms?|send|sent|post|posted|posts|emails|tells|informs|sends|notifies|update|updates|updated|reminder|reminders|remind|in|to|the|a|an|via|by|on(?![ -]call)|through|using|of|for|with|and|or|also|plus|then|please|must|should|shall|will|be|is|are|at|least|from|as|per|relevant|respective|appropriate|channel|channels|e\\.?g|i\\.?e|ie|etc|meldung|nachricht|information|informieren|benachrichtigen|melden|schreiben|senden|posten|kanal|kanalen|besked|underret|orienter|informer|prévenir|publier|canal|an|per|und|oder|im|in|i|auf|über|sur|på|og|til|via|et|ou|par|aux|les|des|advance|prior|before|only|channels|follow-?up|reminder|rappel|erinnerung|påmindelse|puis|ensuite|danach|dann|derefter|again|once more|entry|entries|line|note|word|another|put|puts|die|der|dem|den|dans|sur|kurze?[nrs]?|short|brief|erneut|nochmals|igen|encore|them|they|we|you|your|our|desuden|også|ligeledes|außerdem|zusätzlich|auch|ebenfalls|aussi|également|du|ihr|vous|votre|about|regarding|concerning|writing|written|pr|notifying|informing|emailing|telling|alerting|warning",
);
/** `Final reminder`, `written notice`: which of several it is, and nobody's name. */
const qualifiers = wholeWords(
  "written|formal|official|brief|quick|direct|personal|automated?|first|second|third|final|last|initial|early|erste[rs]?|letzte[rs]?|første|sidste|premi(?:er|ère)|derni(?:er|ère)",
);
/** Words of a sentence, which stand in no name of readers: `when it has ended`, `Board meets`. */
const grammar = wholeWords(
  "mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|it|its|he|she|you|this|these|those|when|while|where|because|although|has|have|had|is|are|was|were|been|being|gets?|receives?|hears?|finds?|sees?|meets?|begins?|began|ends|ended|takes?|asks?|lasts?|needs?|wants?|if|than|takes place|wenn|weil|wird|werden|ist|sind|hat|haben|hvis|når|er|har|quand|lorsque|sont|est|wirst|qui|dont|seront|sera|adressera|angekündigt|informiert|benachrichtigt|serez|serons|faisait|fait|avons|avez|require|require[sd]|specified|provides?|provided|ensure|makes?|keeps?|includ(?:e|es|ing)|contacting|followed|need|also|may|might|can|could|would",
);
/** `Everyone else`: who that is depends on who was named before. */
const remainder = wholeWords("else|others?|the rest|rest|remaining|übrigen?|anderen?|øvrige|andre|autres?");
/** People of the house, though they are called by whom they serve. */
const ofCustomers = wholeWords(
  "(?:customer|client|user|member|student|patient|guest|visitor)s?[ -](?:service|services|support|care|success|relations|contact|desk|help ?desk|centre|center|team|facing)(?: (?:team|teams|desk|staff|agents|managers?))?|kundendienst|kundenservice|kundenbetreuung|kundeservice|service client",
);
const ofProduct = wholeWords("product|business|fachbereiche?");
const limiting = wholeWords("not|no|except|unless|only|excluding|without|but|nicht|außer|kein\\p{L}*|ikke|undtagen|sauf|pas");

/** What is done, and nobody who does it. */
const disciplines =
  /\b(?:change|release|incident|problem|service|project|configuration|risk|account|product|vendor|stakeholder) management\b(?! (?:team|board|staff))/giu;

/** How people so named are spoken to; null when the words name nobody known. The outermost readers win. */
export function voiceOf(words: string): Voice | null {
  const text = words.replace(disciplines, " ");
  if (isNamed(executives, text)) return "executive";
  if (isNamed(ofTeam, text) || isNamed(ofCustomers, text)) return "internal";
  if (isNamed(ofProduct, text) && !isNamed(customers, text)) return "business";
  if (isNamed(customers, text)) return "customer";
  if (isNamed(internal, text)) return "internal";
  if (isNamed(business, text)) return "business";
  return null;
}

/**
 * Who is named in the words a cell leaves over, and which words stay without a meaning.
 * `otherwise` is the voice of the column, for names that say nothing of it (`critical stakeholders`).
 */
export function readAudiences(rest: string, otherwise: Voice): { audiences: NamedAudience[]; unread: string[] } {
  const audiences: NamedAudience[] = [];
  const unread: string[] = [];
  for (const part of rest.replace(everyChannel, " ").split(/[,;\n•.:]+/u)) {
    const words = part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").replace(/\s+/gu, " ");
    if (words === "" || without(qualifiers, without(filling, words)).replace(/[^\p{L}\p{N}]+/gu, "") === "") continue;
    const name = nameOf(words);
    // `All notified parties`: who they are is said elsewhere, or asked.
    if (pointer.test(name) && name.split(" ").length <= 4) continue;
    const isSomebody = isPlausible(name) && name.length <= 80 && (voiceOf(name) !== null || isNamed(everyone, name));
    if (isSomebody) audiences.push({ name, voice: voiceFor(name, otherwise) });
    else unread.push(words);
  }
  return { audiences, unread };
}

/** Every way of telling, and nobody's name. */
const everyChannel =
  /(?<!\p{L})(?:all|every|both|alle|alla|tous les) (?:(?!through|via)\p{L}+ )?(?:channels?|kanaler?|kanäle|canaux)(?!\p{L})/giu;

/** `Orders the change with the vendor` holds a verb: an article in a name stands behind `of` and its like. */
const verbInside =
  /(?<!(?:^|\s)(?:of|for|in|at|on|by|from|with|to|and|or|all|both|as|per)) (?:the|an?|its|their|our|your|this|that) \p{L}/iu;
/** `Consultation with system owners` is no people, `owners of systems` are: the head of a name stands before its "of" and its like. */
const afterHead = /\s(?:with|for|of|about|in|on|at|from|by|to|as|via|through|after|before|during|such)\s.*$/iu;
const group = wholeWords(
  "heads?|leads?|chairs?|members?|representatives?|people|persons?|those|anyone|anybody|contacts?|list|lists|groups?|points? of contact|parties|party|recipients?|all|everyone|everybody|personnel|community|holders?|readers|both|either",
);
/** `Second`, of the second mail. */
const countsOnly =
  /^(?:the )?(?:first|second|third|fourth|final|last|next|one|two|three|four|another|each|both|other|primary|secondary)$/iu;
/** Those who were named before, and not here. */
const pointer =
  /\b(?:notified|informed|told|mentioned|listed|named|same|aforementioned) (?:parties|people|persons|recipients|groups|audiences?|readers|stakeholders)\b|\b(?:everyone|everybody|all|those|whoever) (?:who |that )?(?:(?:was|were|has been|have been|is|are) )?(?:told|notified|informed|mentioned)\b/iu;

/** Whether words can be the name of somebody, and are no piece of a sentence and no pointer to others. */
export function isPlausible(name: string): boolean {
  const [outer = ""] = name.split(/\s(?:who|which|that|whose)\s/u);
  const head = outer.replace(afterHead, "");
  const isHeaded = head === outer || voiceOf(outer) === null || voiceOf(head) !== null || isNamed(group, head);
  return (
    name !== "" &&
    isHeaded &&
    !/(?<!fami|assemb|supp)ly$/iu.test(outer) &&
    // `Informing the users` names nobody, and a nursing supervisor is somebody.
    !(/^\p{L}+ing\b/iu.test(outer) && voiceOf(outer) === null && !/(?:or|er|ist|ian|ent|ee)s?$/iu.test(outer)) &&
    !countsOnly.test(name) &&
    !isThing(head) &&
    // `IT team` holds no "it".
    !isNamed(grammar, outer.replace(/\bIT\b/gu, "")) &&
    !isNamed(remainder, name) &&
    !verbInside.test(outer) &&
    !pointer.test(name)
  );
}

/** A stakeholder in a column of customers is a customer; product or business people are not, wherever they stand. */
function voiceFor(name: string, otherwise: Voice): Voice {
  const voice = voiceOf(name);
  if (voice === null || (voice === "business" && !isNamed(ofProduct, name) && otherwise !== "internal")) return otherwise;
  return voice;
}

/** `Release date to all staff`: who it goes to stands after the "to". */
function addressees(words: string): string {
  const to = /^.*\b(?:to|an|til|aux?) (?=\p{L})/iu.exec(words)?.[0];
  const rest = words.slice(to?.length ?? 0);
  return to !== undefined && voiceOf(rest) !== null ? rest : words;
}

/** `Customers for coordination of the test`: what they are told for. */
const aside =
  / for (?:(?:their|your) )?(?:coordination|information|notification|awareness|review|comments?|action|reference|preparation)(?: of\b.*)?$| at (?:\p{L}+ )?intervals(?: of)?$/iu;

/** The words from the first to the last that mean something: `Immediate alert to critical stakeholders` → the last two. */
export function nameOf(words: string): string {
  const name = addressees(
    words
      .replace(aside, "")
      .replace(/\s*\/\s*/gu, " and ")
      .replace(/\s*&\s*/gu, " and "),
  );
  const spans = findAll(filling, name);
  let start = 0;
  let end = name.length;
  for (const span of spans) if (!/[\p{L}\p{N}]/u.test(name.slice(start, span.index))) start = span.index + span[0].length;
  for (const span of [...spans].reverse())
    if (span.index >= start && !/[\p{L}\p{N}]/u.test(name.slice(span.index + span[0].length, end))) end = span.index;
  return startWithCapital(name.slice(start, end).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
}

const adjectives = "(?:(?:all|affected|impacted|registered|relevant|internal|external|key|group) ){0,2}";
const people = wholeWords(
  `${adjectives}(?:(?:user |campus |hpc )?community|passengers|residents|patients|visitors|guests|families|parents|pupils|volunteers|donors|borrowers|researchers|drivers|nurses|customers?|clients?|end[ -]users?|users?|subscribers?|consumers|(?:authori[sz]ed |technical |it )?contacts?|employees|staff|personnel|teams?|members|partners|tenants?|students|faculty|physicians|registrars|leadership|mitarbeiter\\p{L}*|kund(?:en|er|erne)|nutzer\\p{L}*|brugerne?|medarbejdere?|utilisateurs|usagers?|clients)`,
);

/** The usual words for readers that stand in a sentence, wherever they stand: for answers to choose from, and no rule. */
export function peopleIn(sentence: string): NamedAudience[] {
  const names = findAll(people, sentence)
    // `API teams must notify consumers`: those who tell are not told.
    .filter(
      ({ index, 0: name }) =>
        !/^ (?:will|shall|must|should|may|can) (?!be |get |receive )/iu.test(sentence.slice(index + name.length)),
    )
    .map(([name]) => startWithCapital(name.toLowerCase()));
  return [...new Set(names)].map((name) => ({ name, voice: voiceOf(name) ?? "customer" }));
}

/** Whether the words leave somebody or something out, so that passing over them would change what the policy says. */
export function isLimiting(text: string): boolean {
  return isNamed(limiting, text);
}
