import { anyOf } from "../../any-of.ts";

/** What stands for whoever was told of the work before, wherever a sentence speaks of them. */
export const toldBefore = "earlier readers";

const everyone = "(?:everyone|everybody|anyone|whoever|all(?: of)? those|all (?:readers|recipients|people)|those|all)";
const notice = anyOf`
  announcement|(?:pre-)?advice|notice|notification|message|e-?mail|heads-up|warning|invitation|word
`;
const had = anyOf`
  (?:been )?(?:told|informed|notified|warned)
  (?:had|got|received|been sent) (?:the|an?|our|its) (?:[\p{L}-]+ ){0,2}?${notice}
`;
const ofIt = "(?: (?:of|about) (?:it|this|the \\p{L}+))?";
/** `Everybody who has already had a message about it`, `those who got the heads-up` */
const earlierReaders = new RegExp(
  `(?<!\\p{L})${everyone} (?:who|that) (?:(?:has|have|had|was|were) )?(?:already |previously |originally )?${had}${ofIt}(?!\\p{L})`,
  "iu",
);
/** `Les personnes prévenues lors de l'annonce` */
const inFrench = new RegExp(
  String.raw`(?<!\p{L})les (?:personnes|destinataires|agents|usagers) (?:déjà )?(?:prévenu|informé|averti)e?s` +
    String.raw`(?: (?:lors de l'annonce|auparavant|au préalable))?(?!\p{L})`,
  "iu",
);
const sameWay =
  /,? (?:by|via|through|in|over|using) (?:the|its) same (?:means|routes?|ways?|channels?|manner|medium|media)(?!\p{L})/iu;

/** The sentence with one name for those who were told before, and without the way, where it is the same again. */
export function namingEarlierReaders(sentence: string): string {
  const named = sentence.replace(earlierReaders, toldBefore).replace(inFrench, toldBefore);
  return named === sentence ? sentence : named.replace(sameWay, "");
}
