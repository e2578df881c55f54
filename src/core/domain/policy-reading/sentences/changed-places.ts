/** What is said of a place where people read of the work, when something changes there: to them it is a notice. */

const page = "(?:status ?page|banner|home ?page|portal|website|dashboard)";
const entry = "(?:entry|item|notice|message|banner|post)";
const amended = "(?:amended|corrected|updated|changed|closed|replaced)";
const upTo = "(?= (?:when|once|the moment|as soon|as we|no later|without|within|at|by|every|and)\\b|[.,;:]|$)";

const newTime = "new (?:finishing|ending|starting|end|start|finish)(?: time| hour)?";
const goesUp = "(?:goes up|is (?:put up|shown|displayed)|appears)";
const comesDown = "(?:comes down|fjernes|is (?:removed|taken down|deleted))";

type Change = { readonly said: RegExp; readonly plain: string };

/** In this order. */
const changesOfPlaces: readonly Change[] = [
  // `The status page changes to “In progress”`
  {
    said: new RegExp(
      `(?:the |our )?((?:[\\p{L}-]+ )?${page}) (?:changes|switches|is changed|is set) to [^.,;:]{2,40}?${upTo}`,
      "giu",
    ),
    plain: "update the $1",
  },
  // `Set the status page back to “operational” once …`
  {
    said: new RegExp(`^(?:set|switch|change|turn) (?:the |our )?(${page}) (?:back )?to [^.,;:]{2,40}?${upTo}`, "iu"),
    plain: "post on the $1",
  },
  // `It changes to “Completed” once …`
  { said: new RegExp(`^it (?:changes|switches|is (?:changed|set)) (?:back )?to [^.,;:]{2,40}?${upTo}`, "iu"), plain: "post" },
  // `marks the entry on the status page as under way`
  {
    said: new RegExp(`\\bmarks? the ${entry} (on|in) ([^.,;:]{3,40}?) as [\\p{L}"' -]{3,25}?${upTo}`, "iu"),
    plain: "posts $1 $2",
  },
  // `the notice on the website is corrected`
  {
    said: new RegExp(`\\bthe ${entry} (on|in) (the [^.,;:]{3,40}?) (?:is|will be) ${amended}(?: by [^.,;:]+)?`, "iu"),
    plain: "post $1 $2",
  },
  // `the entry is closed`
  { said: new RegExp(`(?<=^|, )the ${entry} is ${amended}(?: by [^.,;:]+)?`, "iu"), plain: "post" },
  // `the new finishing time appears on the status page`
  { said: new RegExp(`(?:the |its )?${newTime} (?:appears|is (?:shown|published|posted)) (?=on|in)`, "iu"), plain: "post " },
  // `A banner goes up in the dashboard, so box-office staff see it, too`
  {
    said: new RegExp(`(?:a |the )?banner ${goesUp} (?:in|on|across) (?:the |our )(dashboard|portal|website|app)(?!\\p{L})`, "iu"),
    plain: ", send via $1 banner",
  },
  { said: /,? so (?:that )?((?:[\p{L}'-]+ ){1,4}?)(?:can )?sees? it(?:,? too)?(?=[.,;]|$)/iu, plain: " for $1" },
  // `and the dashboard banner comes down`
  {
    said: new RegExp(`,? and (?:the |our )?(?:[\\p{L}-]+ ){0,3}(?:${entry}|opslaget)(?: [\\p{L}-]+){0,3}? ${comesDown}`, "iu"),
    plain: "",
  },
  // `La page d'état du réseau est mise à jour`
  {
    said: /(?:la |le |notre )?(page d'état|site|portail)(?: (?:du|de la|de l'|des) ?[\p{L}-]+)? (?:est|sera) mise? à jour/iu,
    plain: "publier sur $1",
  },
  // `Driftsmeddelelsen opdateres`, `lægger vi en driftsmeddelelse på driftssiden`
  { said: /(?:lægger|lukker|opdaterer) (?:vi )?(?:en |et )?\p{L}*meddelelsen? på /iu, plain: "send på " },
  { said: /(?<=^|, )\p{L}*meddelelsen (?:opdateres|lukkes|rettes)(?!\p{L})/iu, plain: "send" },
];

/** Whether a place where people read of the work is changed. */
export function changesPlace(sentence: string): boolean {
  return changesOfPlaces.some(({ said }) => sentence.search(said) !== -1);
}

/** The sentence with what changes in such a place put as a list would put it. */
export function tellingOfPlaces(sentence: string): string {
  return changesOfPlaces.reduce((text, { said, plain }) => text.replace(said, plain), sentence);
}
