import { anyOf } from "../../any-of.ts";

/** Headers that are no plain word for a column, and mean something together with the cells under them. */

const ordinals = anyOf`
  first|initial|second|third|final|last|1st|2nd|3rd|follow-?up
  completion|closing|closure|start|end|cancellation|all-clear
`;
/** `First notice` beside `Second notice` is a stage, and `Notice` alone a column of times. */
export const ordinalNotice = new RegExp(
  anyOf`
    \b${ordinals} (?:notice|notification|announcement|message)s?\b
    // German, Danish, French
    ^(?:erste|zweite|dritte)
    ^(?:første|anden|andet|tredje)
    ^(?:premi|deuxième|seconde?|troisième|dernière?)
  `,
  "iu",
);

const parts = "(?:services?|systems?|applications?|platforms?|components?|environments?)";
const named = "(?:groups?|names?|tiers?|classes|class)";
const someone = "(?:you|we|they|i)(?: are|'re|'m)?";
/** `Service`, `System` or `What you're doing` down the side is what changes. */
export const whatChanges = new RegExp(
  anyOf`
    ^(?:affected )?${parts}(?: ${named})?$
    ^what (?:${someone} (?:doing|changing|planning|do|change|plan)|is (?:being )?(?:done|changed|planned)|changes)$
  `,
  "iu",
);

/** `Update` over `Minor version` is what changes, beside columns that say who, how and when. */
export const ofVersions = /^(?:updates?|upgrades?|releases?|versions?)$/iu;

/** `For` over `Major changes only`, beside readers and channels. */
export const forWhat = /^(?:for|for which \p{L}+|applies to|covers|concerns|gilt für|gælder)$/iu;
