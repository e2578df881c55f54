/** A word whose letters come from scripts that share their looks. */
export type MixedWord = { readonly word: string; readonly scripts: readonly string[] };

/** Scripts with letters that look the same as another's (Unicode TR 39). */
const scripts = {
  Latin: /\p{Script=Latin}/u,
  Greek: /\p{Script=Greek}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Armenian: /\p{Script=Armenian}/u,
  Cherokee: /\p{Script=Cherokee}/u,
} as const satisfies Readonly<Record<string, RegExp>>;

/** Letters of other scripts that look like a Latin one, before upper and lower case are made the same. */
const looksLatin: Readonly<Record<string, string>> = pairs(
  "АA ВB ЕE КK МM НH ОO РP СC ТT ХX УY ІI ЈJ ЅS аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw ӏl ԍg",
  "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo νv ιi κk υu ρp αa",
  "օo սu հh ոn ցg զq ԱU ՏS ՕO",
  "ɡg ɑa ıi ɩi ʏy ᴏo ᴄc ᴜu ᴠv ᴡw ᴢz ℓl",
);

/** The words of a name or an address that mix Latin, Greek, Cyrillic, Armenian or Cherokee letters. */
export function mixedWordsIn(text: string): readonly MixedWord[] {
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap((word) => {
    const used = Object.entries(scripts).filter(([, letters]) => letters.test(word));
    return used.length < 2 ? [] : [{ word, scripts: used.map(([name]) => name) }];
  });
}

/** A word whose every foreign letter looks like a Latin one, with Latin ones in their place; null for any other. */
export function latinOf(word: string): string | null {
  const letters = Array.from(word, (letter) =>
    scripts.Latin.test(letter) || /[^\p{L}]/u.test(letter) ? letter : looksLatin[letter],
  );
  return letters.every((letter) => letter !== undefined) ? letters.join("") : null;
}

/** What a text looks like at a glance, in small Latin letters: two texts with one skeleton are easily taken for each other. */
export function skeletonOf(text: string): string {
  return Array.from(text.normalize("NFKC"), (letter) => looksLatin[letter] ?? letter)
    .join("")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
}

/** Whether a label of a domain has no Latin letter and yet reads like a Latin word. */
export function imitatesLatin(label: string): boolean {
  return !/[a-z]/iu.test(label) && /\p{L}/u.test(label) && /^[a-z\d-]+$/u.test(skeletonOf(label));
}

function pairs(...lists: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lists
      .flatMap((list) => list.split(" "))
      .flatMap((pair) => {
        const [letter, latin, more] = Array.from(pair);
        return letter === undefined || latin === undefined || more !== undefined ? [] : [[letter, latin]];
      }),
  );
}
