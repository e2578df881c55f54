/** Who is told in a sentence of German, Danish or French, by where the words stand; `whom` is the group of each pattern. */
const german = "\\p{Lu}[\\p{L}-]+(?: (?:und|der|des|dem|von|im|in|an|am)(?: der| dem| den)? \\p{Lu}[\\p{L}-]+){0,3}";
const ofGerman = "(?:(?:[Dd]ie|[Dd]er|[Dd]as|[Dd]en|[Dd]em|[Uu]nsere[nrm]?|[Aa]lle[nr]?|[Bb]etroffene[nr]?) )*";
const toldInGerman = "(?:informiert|benachrichtigt|verständigt|unterrichtet|angeschrieben|angerufen|erinnert)";
const danish =
  "(?!(?:vi|I|de|det|den|der|en|et|som|på|via|ved|når|hvis|besked|senest|mindst) )\\p{L}[\\p{L}-]+(?: (?:(?:og|af) )?(?!besked|på |via |i |ved |en |et |på |via |senest |mindst |straks )\\p{L}[\\p{L}-]+){0,3}?";
const french =
  "(?:\\p{L}[\\p{L}'-]+)(?: (?:(?:de|du|des|d'|et|en) )?(?!par |sur |via |au |dès |lors |avant |après |sont |est )\\p{L}[\\p{L}'-]+){0,4}?";
const ofFrench = "(?:(?:les|la|le|nos|tous|toutes|l'|aux|au|à) ?)*";
const begin = "(?<=^|[,:;] *)";

const patterns: readonly RegExp[] = [
  new RegExp(
    `(?:sender|skriver|giver) (?:vi )?[^.;]*? til (?<whom>${danish})(?= på| via| ved| pr| senest| mindst| straks| hurtigst|[.,;]|$| \\d)`,
    "iu",
  ),
  new RegExp(`(?:senden|schicken|schreiben) (?:wir )?[^.;]*? an ${ofGerman}(?<whom>${german})`, "u"),
  new RegExp(
    `(?:envoyons|envoie|adressons|adresse) [^.;]*? (?:aux|à) (?:tous les |toutes les |les )?(?<whom>${french})(?= par| sur| via| au| dès| lors| avant| après|[.,;]|$| \\d)`,
    "iu",
  ),
  new RegExp(
    `(?:informiert|benachrichtigt|verständigt|unterrichtet) (?:das|die|der|unsere?) (?<who>${german}) (?:den|die|das|alle|unsere[nr]?) (?<whom>${german})`,
    "u",
  ),
  new RegExp(
    `(?:werden|wird) (?:allen|den|dem|unseren|betroffenen) (?<whom>${german}) [^.;]*?(?:angekündigt|mitgeteilt|gemeldet|bekannt ?gegeben)(?!\\p{L})`,
    "u",
  ),
  new RegExp(
    `(?:varsles|meddeles|sendes|udsendes) (?:[^.;,]{0,30}? )?til (?<whom>${danish})(?= på| via| ved| pr| senest| mindst| straks| hurtigst|[.,;]|$| \\d)`,
    "iu",
  ),
  new RegExp(`${begin}${ofGerman}(?<whom>${german}) (?:werden|wird|sind|ist) [^.;]*?${toldInGerman}(?!\\p{L})`, "u"),
  new RegExp(`(?:[Ww]erden|[Ww]ird) ${ofGerman}(?<whom>${german}) [^.;]*?${toldInGerman}(?!\\p{L})`, "u"),
  new RegExp(`${begin}${ofGerman}(?<whom>${german}) (?:erhalten|erhält|bekommen|bekommt)(?!\\p{L})`, "u"),
  new RegExp(`(?:erhalten|erhält|bekommen|bekommt) ${ofGerman}(?<whom>${german}) (?=eine|die|den|das|per|über|,)`, "u"),
  new RegExp(
    `(?:${begin}(?:Der|Die|Das|Unsere?) (?<who>${german}) )?(?:[Ii]nformier|[Bb]enachrichtig|[Vv]erständig|[Uu]nterricht|[Ee]rinner)(?:en|e|t)? (?:wir |Sie )?${ofGerman}(?<whom>${german})`,
    "u",
  ),
  new RegExp(`(?:[Tt]eil(?:en|t)) (?:wir |Sie )?${ofGerman}(?<whom>${german}) (?=[^.;]*\\bmit(?!\\p{L}))`, "u"),
  new RegExp(
    `${begin}(?<whom>${danish}) (?:får (?:besked|en|et|meddelelse)|modtager|informeres|underrettes|orienteres|varsles|adviseres)(?!\\p{L})`,
    "iu",
  ),
  new RegExp(`(?:får|modtager) (?<whom>${danish})(?= *,? *(?:besked|en |et |meddelelse|påmindelse))`, "iu"),
  new RegExp(
    `(?:informeres|underrettes|orienteres|varsles|adviseres) (?<whom>${danish})(?= på| via| ved| pr| senest| mindst| straks|[.,;]|$| \\d)`,
    "iu",
  ),
  new RegExp(
    `${begin}${ofFrench}(?<whom>${french}) (?:sont|est|seront|sera|doivent être) (?:aussi |ensuite |alors )?(?:prévenu|informé|averti|notifié|alerté)e?s?(?!\\p{L})`,
    "iu",
  ),
  new RegExp(`${begin}${ofFrench}(?<whom>${french}) (?:reçoivent|reçoit|recevront|recevra)(?!\\p{L})`, "iu"),
  new RegExp(
    `(?:prévenir|informer|avertir|alerter|prévenons|informons|prévient|informe) ${ofFrench}(?<whom>${french})(?= par| sur| via| au| dès| lors| avant| après|[.,;]|$| \\d)`,
    "iu",
  ),
];

/** Most sentences have none of these words, and need not be looked at. */
const anyVerb =
  /(?<!\p{L})(?:werden|wird|sind|ist|erhalten|erhält|bekommen|bekommt|(?:informier|benachrichtig|verständig|unterricht|erinner)\p{L}*|teil(?:en|t)|får|modtager|informeres|underrettes|orienteres|varsles|adviseres|sender|skriver|giver|senden|schicken|schreiben|envoyons|envoie|adressons|adresse|meddeles|sendes|udsendes|sont|est|seront|sera|doivent|reçoivent|reçoit|recevront|recevra|prévenir|informer|avertir|alerter|prévenons|informons|prévient|informe)(?!\p{L})/iu;

type ToldAbroad = {
  readonly whom: string;
  readonly start: number;
  readonly verb: string;
  readonly sender: { readonly start: number; readonly end: number; readonly name: string } | null;
};

/** Where somebody is told in one of the other languages, or null. */
export function readersAbroad(text: string): ToldAbroad | null {
  if (!anyVerb.test(text)) return null;
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const { whom, who } = match?.groups ?? {};
    if (match === null || whom === undefined) continue;
    const [verb] = match;
    const start = match.index + (who === undefined ? verb.indexOf(whom) : verb.lastIndexOf(whom));
    const from = who === undefined ? 0 : match.index + verb.indexOf(who);
    return { whom, start, verb, sender: who === undefined ? null : { start: from, end: from + who.length, name: who } };
  }
  return null;
}
