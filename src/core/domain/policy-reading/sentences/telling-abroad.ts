import { anyOf } from "../../any-of.ts";

/** Who is told in a sentence of German, Danish or French, by where the words stand; `whom` is the group of each pattern. */

const begin = "(?<=^|[,:;] *)";

const german = String.raw`\p{Lu}[\p{L}-]+(?: (?:und|der|des|dem|von|im|in|an|am)(?: der| dem| den)? \p{Lu}[\p{L}-]+){0,3}`;
const ofGerman = "(?:(?:[Dd]ie|[Dd]er|[Dd]as|[Dd]en|[Dd]em|[Uu]nsere[nrm]?|[Aa]lle[nr]?|[Bb]etroffene[nr]?) )*";
const toldInGerman = "(?:informiert|benachrichtigt|verständigt|unterrichtet|angeschrieben|angerufen|erinnert)";
const announcedInGerman = "(?:angekündigt|mitgeteilt|gemeldet|bekannt ?gegeben)";
const tellInGerman = "(?:[Ii]nformier|[Bb]enachrichtig|[Vv]erständig|[Uu]nterricht|[Ee]rinner)(?:en|e|t)?";
const getInGerman = "(?:erhalten|erhält|bekommen|bekommt)";

const noDanishName = "vi|I|de|det|den|der|en|et|som|på|via|ved|når|hvis|besked|senest|mindst";
const endOfDanishName = "besked|på |via |i |ved |en |et |senest |mindst |straks ";
const danish = String.raw`(?!(?:${noDanishName}) )\p{L}[\p{L}-]+(?: (?:(?:og|af) )?(?!${endOfDanishName})\p{L}[\p{L}-]+){0,3}?`;
const beforeHowInDanish = String.raw`(?= på| via| ved| pr| senest| mindst| straks| hurtigst| ?[.,;]|$| \d)`;
const also = "(?:(?:desuden|også|samtidig|altid) )?";
/** `Brugerne varsles`, and `varsles brugerne`. */
export const areToldInDanish = "(?:informeres|underrettes|orienteres|varsles|adviseres)";

const endOfFrenchName = "par |sur |via |au |dès |lors |avant |après |sont |est ";
const french = String.raw`(?:\p{L}[\p{L}'-]+)(?: (?:(?:de|du|des|d'|et|en) )?(?!${endOfFrenchName})\p{L}[\p{L}'-]+){0,4}?`;
const ofFrench = "(?:(?:les|la|le|nos|tous|toutes|l'|aux|au|à) ?)*";
const beforeHowInFrench = String.raw`(?= par| sur| via| au| dès| lors| avant| après| ?[.,;]|$| \d)`;
export const areToldInFrench =
  "(?:sont|est|seront|sera|doivent être) (?:aussi |ensuite |alors )?(?:prévenu|informé|averti|notifié|alerté)e?s?";
const tellInFrench = "(?:prévenir|informer|avertir|alerter|prévenons|informons|prévient|informe)";

/** The likeliest first. */
const patterns: readonly RegExp[] = [
  // `Vi sender en mail til brugerne på …`
  new RegExp(
    `(?:sender|skriver|giver) (?:vi )?[^.;]*? til (?:(?:de|den|det) )?(?:samme )?(?<whom>${danish})${beforeHowInDanish}`,
    "iu",
  ),
  // `Wir schreiben eine Mail an die Fachbereiche`
  new RegExp(`(?:senden|schicken|schreiben) (?:wir )?[^.;]*? an ${ofGerman}(?<whom>${german})`, "u"),
  // `Nous envoyons un courriel aux clients`
  new RegExp(
    "(?:envoyons|envoie|adressons|adresse) [^.;]*? (?:aux|à) (?:tous les |toutes les |les )?" +
      `(?<whom>${french})${beforeHowInFrench}`,
    "iu",
  ),
  // `informiert die Leitstelle alle Stationen`
  new RegExp(
    `(?:informiert|benachrichtigt|verständigt|unterrichtet) (?:das|die|der|unsere?) (?<who>${german}) ` +
      `(?:den|die|das|alle|unsere[nr]?) (?<whom>${german})`,
    "u",
  ),
  // `werden den Kunden zwei Wochen vorher angekündigt`
  new RegExp(
    String.raw`(?:werden|wird) (?:allen|den|dem|unseren|betroffenen) (?<whom>${german}) [^.;]*?${announcedInGerman}(?!\p{L})`,
    "u",
  ),
  // `varsles til brugerne på intranettet`
  new RegExp(`(?:varsles|meddeles|sendes|udsendes) (?:[^.;,]{0,30}? )?til (?<whom>${danish})${beforeHowInDanish}`, "iu"),
  // `Die Kunden werden per Mail informiert`, `werden die Kunden … informiert`
  new RegExp(String.raw`${begin}${ofGerman}(?<whom>${german}) (?:werden|wird|sind|ist) [^.;]*?${toldInGerman}(?!\p{L})`, "u"),
  new RegExp(String.raw`(?:[Ww]erden|[Ww]ird) ${ofGerman}(?<whom>${german}) [^.;]*?${toldInGerman}(?!\p{L})`, "u"),
  // `Die Kunden erhalten eine Mail`, `erhalten die Kunden eine Mail`
  new RegExp(String.raw`${begin}${ofGerman}(?<whom>${german}) ${getInGerman}(?!\p{L})`, "u"),
  new RegExp(`${getInGerman} ${ofGerman}(?<whom>${german}) (?=eine|die|den|das|per|über|,)`, "u"),
  // `Das Rechenzentrum informiert die Kunden`
  new RegExp(
    `(?:${begin}(?:Der|Die|Das|Unsere?) (?<who>${german}) )?${tellInGerman} (?:wir |Sie )?${ofGerman}(?<whom>${german})`,
    "u",
  ),
  // `teilen wir den Kunden per Mail mit`
  new RegExp(String.raw`(?:[Tt]eil(?:en|t)) (?:wir |Sie )?${ofGerman}(?<whom>${german}) (?=[^.;]*\bmit(?!\p{L}))`, "u"),
  // `Vi ringer til brugerne`
  new RegExp(`ringer (?:vi )?til (?<whom>${danish})${beforeHowInDanish}`, "iu"),
  // `Brugerne får besked`, `får brugerne besked`, `varsles brugerne`
  new RegExp(
    String.raw`${begin}(?<whom>${danish}) (?:får ${also}(?:besked|en|et|meddelelse)|modtager|${areToldInDanish})(?!\p{L})`,
    "iu",
  ),
  new RegExp(`(?:får|modtager) (?<whom>${danish})(?= *,? *(?:besked|en |et |meddelelse|påmindelse))`, "iu"),
  new RegExp(`${areToldInDanish} (?<whom>${danish})${beforeHowInDanish}`, "iu"),
  // `Les clients sont prévenus`, `Les clients reçoivent un courriel`
  new RegExp(String.raw`${begin}${ofFrench}(?<whom>${french}) ${areToldInFrench}(?!\p{L})`, "iu"),
  new RegExp(String.raw`${begin}${ofFrench}(?<whom>${french}) (?:reçoivent|reçoit|recevront|recevra)(?!\p{L})`, "iu"),
  // `Nous appelons le référent avant de couper`, `nous téléphonons au référent`
  new RegExp(
    `(?:téléphon|appel)(?:ons|e|ent|er) (?:immédiatement |aussitôt )?${ofFrench}(?<whom>${french})${beforeHowInFrench}`,
    "iu",
  ),
  // `Un courriel explique aux référents ce qui s'est passé`
  new RegExp(
    `(?:explique|indique|annonce|rappelle|précise) (?:aux|à la|au) (?<whom>${french})(?= (?:ce|que|la|le|les)|${beforeHowInFrench})`,
    "iu",
  ),
  // `Prévenir les clients par courriel`
  new RegExp(`${tellInFrench} ${ofFrench}(?<whom>${french})${beforeHowInFrench}`, "iu"),
];

const verbs = anyOf`
  // German
  werden|wird|sind|ist|erhalten|erhält|bekommen|bekommt
  (?:informier|benachrichtig|verständig|unterricht|erinner)\p{L}*|teil(?:en|t)
  senden|schicken|schreiben
  // Danish
  får|modtager|ringer|${areToldInDanish}
  sender|skriver|giver|meddeles|sendes|udsendes
  // French
  envoyons|envoie|adressons|adresse
  sont|est|seront|sera|doivent|reçoivent|reçoit|recevront|recevra
  prévenir|informer|avertir|alerter|prévenons|informons|prévient|informe
  (?:téléphon|appel)(?:ons|e|ent|er)|explique|indique|annonce|rappelle|précise
`;
/** Most sentences have none of these words, and need not be looked at. */
const anyVerb = new RegExp(String.raw`(?<!\p{L})${verbs}(?!\p{L})`, "iu");

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
