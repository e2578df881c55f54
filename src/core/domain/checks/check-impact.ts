import { anyOf } from "../any-of.ts";
import type { Place } from "../message.ts";
import { momentOf } from "../stage-moment.ts";
import type { CheckInput, ReadingCheck } from "./check-input.ts";
import { cannotUse } from "./effect-words.ts";
import { type PartReading, placeIn, type Reading } from "./reading/reading.ts";

const away = "(?:unavailable|interrupted|down|offline|unreachable)";
const effects = anyOf`
  \b(?:will|can|may|might) be (?:\w+ )?${away}\b
  \b(?:is|are|goes|go) ${away}\b
  \b${cannotUse}\b
`;
const felt = new RegExp(effects, "giu");
const feltNoun = /\b(?:outages?|downtime)\b/giu;
const noEffect = anyOf`
  \b(?:no|without(?: any)?|zero)(?: \w+)? (?:impact|downtime|interruptions?|outages?|disruptions?|breaks? in service)\b
  \b(?:no|without(?: any)?|zero) effect on\b
  \b(?:will )?not be (?:affected|interrupted|noticed)\b
  \b(?:you|users|readers|customers|patients|staff) will (?:not notice (?:anything|it)|notice nothing)\b
  \buninterrupted\b|\bunaffected\b
  // “So I expect nobody will notice” is a hope.
  \b(?<!\b(?:expect|hope|think|believe|guess|so|probably|hopefully) (?:that )?)nobody will notice\b
`;
const none = new RegExp(noEffect, "giu");
const negated = /\b(?:no|not|without|never|any|avoid|instead|neither|nor|zero|none|nil|should|if)\b/iu;
const limits = anyOf`
  // Elsewhere
  other|others|else|rest|except|apart from|besides|outside|otherwise
  // At another time
  before|after
  // Of something else than the service
  data|bookings?|records?|orders?|appointments?|reports?
  on (?!users|customers|you|patients|staff|anyone|anybody|service\b)\w+
`;
/** What a “no impact” may be limited to: then it denies nothing of the rest. */
const limited = new RegExp(`\\b${limits}\\b`, "iu");

/** An effect where the window expects none, none where it expects one, or both in one notice. */
export const checkImpact: ReadingCheck = (reading, input) => {
  const { impact } = input.window;
  const isFelt = impact === "outage" || impact === "degraded";
  const effects = wordsIn(reading, input, felt, () => true).filter(({ part, from }) => isFelt || !isOfPart(reading[part], from));
  if (!isFelt) {
    const nouns = wordsIn(reading, input, feltNoun, (text) => !negated.test(text));
    return [...effects, ...nouns].map((place) => ({
      check: "contradictsImpact",
      part: place.part,
      quote: place.quote,
      places: [place],
      message: "The window says that nothing of the kind is expected. Change its impact, or these words.",
    }));
  }
  if (momentOf(input.notice.stage) === "over") return [];
  const denials = wordsIn(reading, input, none, (text) => !limited.test(text));
  const [effect] = effects;
  return denials.map((place) => ({
    check: effect === undefined ? "contradictsImpact" : "contradictsItself",
    part: place.part,
    quote: place.quote,
    places: effect === undefined ? [place] : [place, effect],
    message:
      effect === undefined
        ? "The window says that readers will notice it. Change its impact, or these words."
        : `This says that nobody notices anything, and “${effect.quote}” says the opposite. Keep the one that is true.`,
  }));
};

/** One of several machines may be down while the service, which readers use, is not. */
const onePart =
  /(?:\b\w+-\d+|\b(?:node|machine|server|replica|standby|host|instance|disk|link|line|member|copy|half|side)(?: \w+)?)\s*$/iu;

function isOfPart({ words }: PartReading, from: number): boolean {
  return onePart.test(words.slice(Math.max(0, from - 40), from));
}

/** Words that speak of this window's services: a sentence about another one says nothing of them. */
function wordsIn(reading: Reading, { directory, window }: CheckInput, pattern: RegExp, fits: (text: string) => boolean): Place[] {
  const others = directory.services.filter(({ id }) => !window.serviceIds.includes(id)).map(({ name }) => name);
  return [reading.subject, reading.body].flatMap((part) =>
    part.sentences.flatMap(({ text, from }) =>
      fits(text) && !others.some((name) => text.includes(name))
        ? Array.from(text.matchAll(pattern), (match) => placeIn(part, from + match.index, from + match.index + match[0].length))
        : [],
    ),
  );
}
