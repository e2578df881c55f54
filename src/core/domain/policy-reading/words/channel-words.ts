import { anyOf } from "../../any-of.ts";
import type { ProposedChannel } from "../../policy.ts";
import { findAll, startWithCapital, wholeWords } from "./plain-text.ts";
import { findTimings } from "./timing-words.ts";

export type FoundChannel = {
  readonly start: number;
  readonly end: number;
  readonly channel: ProposedChannel;
  /** Names the medium only (`Slack`), not a place in it (`#ops`). */
  readonly isMedium: boolean;
};

const chatChannel = /(?<![\p{L}\p{N}_])#(?=[\p{N}_-]{0,30}\p{L})[\p{L}\p{N}][\p{L}\p{N}_-]{0,79}/gu;
const slack = wholeWords("slack(?: (?:channels?|messages?|posts?|dms?|announcements?))?");
const asPlace = "channel|chat|message|post|notification|announcement|kanal";
const leadsTo = "via|in|on|by|per|über|through|using|or|and|und|og|et|i|im|på|sur|dans";
const otherMedium =
  "#|[Ee]-?[Mm]ail|[Mm]ail|[Ss]lack|[Ss][Mm][Ss]|[Tt]ele|[Pp]hone|[Aa]nruf|[Oo]pkald|[Pp]ortal|[Ss]tatus|[Ii]ntranet";
const teamsStands = anyOf`
  (?:MS|Microsoft) Teams
  // A Teams message
  Teams(?= (?:${asPlace}))
  // By Teams
  (?<=(?:${leadsTo}) )Teams
  // In a list, or by itself
  (?<=(?:^|[/+&,(])\s*)Teams(?=\s*(?:$|[/+&,);:])|\s+(?:or|and|oder|und|og|eller|et|ou)\s+(?:${otherMedium}))
`;
// With a capital only: `internal teams` are people.
const teams = new RegExp(`(?<![\\p{L}\\p{N}_])${teamsStands}(?: (?:channel|chat|message|post)s?)?`, "gu");
const capitalised = String.raw`\p{Lu}[\p{L}\p{N}_-]*(?: (?:&|[\p{L}\p{N}_-]+)){0,3}`;
const byName = anyOf`
  : ?(?<place>${capitalised})(?=\s*(?:$|[,;/\n+()]))
  ,? ?"(?<quoted>[^"\n]{2,60})"
`;
/** `Teams: Service`, `Slack: Ops news`, `Teams "Release night"`: a place in it, by its name. */
const named = new RegExp(String.raw`(?<![\p{L}\p{N}_])(?<medium>(?:MS |Microsoft )?Teams|Slack)${byName}`, "gu");
/** `ITO mailing list`: whose list it is. */
const mailingList =
  /(?<![\p{L}\p{N}_])(?:\p{Lu}[\p{L}\p{N}&-]*\p{Lu}[\p{L}\p{N}&-]* ){1,2}(?:mailing|distribution) lists?(?!\p{L})/gu;
const mail = wholeWords(
  "(?:e-?mails?|(?:electronic )?mail(?:s|ing lists?)?|outlook|courriels?|distribution lists?)(?: (?:messages?|notices?|announcements?))?",
);
const kindsOfPlace = anyOf`
  // Whose it is
  customer|client|user|dedicated|support|service|self-service|public|internal|external
  team|ops|operations|release|change|api|product|planning|all-hands|the
  // What it belongs to
  system|website|web|site|home ?page|in-game|in-product|portal|intranet
  home|news|sign-?in|log-?in|landing|start|booking|order|status
  // When it comes
  weekly|daily|monthly|monday|tuesday|wednesday|thursday|friday
`;
/** What stands before a portal and is no part of its name. */
const notBeforePortal = "and|or|the|a|an|via|by|on|in|to|through|our|with|your|email|this";
const notBeforeBanner = `${notBeforePortal}|put|switch|show|showing|display|use|post|up|at|of|for|as|is|are|be|one|text|first|second`;
const places = anyOf`
  // Pages
  (?:(?!(?:${notBeforePortal}) )\p{L}[\p{L}-]{2,20} )?portal|status ?page|intranet(?:tet|tets)?
  (?:sign-?in|log-?in|landing|start|booking|order|home|news|intranet|portal) pages?
  websites?|web ?pages?|blog|wiki|confluence|sharepoint|knowledge base|kb articles?
  change ?log|release notes|newsletters?|news ?feeds?|rss feeds?
  forum|social media|social networks?|bulletin(?: board)?|notice ?boards?|calendar invit(?:e|ation)s?
  // In a program or on a page
  banner(?: notifications?)? (?:at|on) the top of (?:all|every|each|the) pages?
  (?:(?!(?:${notBeforeBanner}) )\p{Lu}[\p{L}-]{1,6} )?banner|message of the day|motd|log-?in (?:message|banner|screen)
  app (?:notifications?|messages?|alerts?)|in-app(?: (?:banner|notification|message))?|push notification|pop-?ups?
  control panel|dashboard|admin console|ticker|screensavers?|digital signage|monitors? in
  // Meetings
  meetings?|stand-?up|(?<!on[ -])call(?! (?:out|slips?|centres?|centers?|numbers?))|town hall|cab|sprint (?:update|review)
  // By phone, and other programs for messages
  phone(?: call)?|telephone|sms|text messages?|pagerduty|pager|bleep|service ?desk|helpdesk
  discord|zoom(?: call)?|twitter|linkedin|facebook|telegram|whatsapp|mattermost|google chat|webex|zulip|direct messages?
  // On paper and aloud
  letters?|post(?:al mail|ers?)|flyers?|fax
  (?:two-way )?radio(?! (?:channel|link|station|network|mast|telescope)s?)
  (?:official )?gazettes?
  intercom|loudspeakers?|(?:overhead|public[ -]address) announcements?
  // German
  statusseite|internetseite|webseite|startseite|briefe|brief(?! (?!an |per |und |oder |mit )\p{L})|aushang
  besprechung(?:en)?|anruf|telefon
  // Danish
  statussiden?|driftssiden?|hjemmesiden?|websitet|brev|opslag|opkald|møder?|portalen
  // French
  page d'état|site (?:internet|web)|courrier|affichage|téléphone|appel téléphonique|réunions?|portail
  (?:bandeau|bannière|message|avis)(?:x|s)? (?:sur|dans) (?:le |la |l')?(?:portail|site|accueil|page d'accueil)
  bandeaux?|bannières?|tableau de bord(?: de l'utilisateur)?
`;
const entries = "(?:post|message|announcement|entry|banner|news|article|item|notice|update)s?";
const manual = wholeWords(`(?:${kindsOfPlace} ){0,2}${places}(?: ${entries}(?!\\p{L}))?`);
const partOf = wholeWords("as part of (?:the |our |a |an )?(?<what>[\\p{L}-]+(?: [\\p{L}-]+){0,2})");
/** A tick, a yes, or `at the time itself` under the name of one. */
const mark =
  /^\s*(?:x|y|yes|✓|✔|✅|☑|●|•|\[x\]|ja|oui|true|required|at (?:the|that) (?:time|moment|point)(?: itself)?)\ufe0f?\s*$/iu;
/** A cross, or a box left empty. */
const emptyMark = /^\s*(?:n|0|✗|✘|✖|❌|❎|☐|☒|⬜|○|◯|\[ ?\])\ufe0f?\s*$/iu;

/** Every channel named in a text, in order, none overlapping another. */
export function findChannels(text: string): FoundChannel[] {
  const found: FoundChannel[] = [];
  const add = (pattern: RegExp, kind: ProposedChannel["kind"], name: string | null, isMedium: boolean): void => {
    for (const match of pattern.sticky ? findAll(pattern, text) : text.matchAll(pattern)) {
      const words = match.groups?.what ?? match[0];
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        channel: { name: name ?? nameOf(words), kind },
        isMedium,
      });
    }
  };
  if (text.includes("#")) add(chatChannel, isTeamsOnly(text) ? "teamsChannel" : "slack", null, false);
  for (const match of text.matchAll(named)) {
    // `Slack: At the start` is a label over a time.
    const { medium = "", place, quoted = "" } = match.groups ?? {};
    if (findTimings(place ?? quoted).length > 0) continue;
    const kind = medium === "Slack" ? "slack" : "teamsChannel";
    const name = place === undefined ? `${medium}: ${quoted}` : match[0].replace(/\s+/gu, " ");
    const channel = { name, kind } as const;
    found.push({ start: match.index, end: match.index + match[0].length, channel, isMedium: false });
  }
  add(slack, "slack", "Slack", true);
  add(teams, /chat/iu.test(text) ? "teamsChat" : "teamsChannel", "Teams", true);
  add(mailingList, "mail", null, false);
  add(mail, "mail", "Email", true);
  add(manual, "manual", null, false);
  add(partOf, "manual", null, false);
  return found;
}

function isTeamsOnly(text: string): boolean {
  // `Teams or #desk` is a choice between two, so the second is no place in the first.
  const isChoice = /Teams\s+(?:or|oder|eller|ou)\s+#|#\S+\s+(?:or|oder|eller|ou)\s+Teams/iu.test(text);
  return /(?<!\p{L})Teams(?!\p{L})/u.test(text) && !isChoice && !/slack/iu.test(text);
}

function nameOf(words: string): string {
  const name = words
    .replace(/\s+/gu, " ")
    .replace(/^the /iu, "")
    // `på intranettet`: Danish puts its article behind.
    .replace(/^(intranet|website)tet$/iu, "$1")
    .replace(/^(hjemmeside|statusside|driftsside)n$/iu, "$1");
  return startWithCapital(name.trim());
}

/** Whether a cell holds nothing but a mark: the notice its column names is owed. */
export function isMark(text: string): boolean {
  return mark.test(text);
}

/** Whether a cell holds nothing but a mark that denies: the notice its column names is not owed. */
export function isEmptyMark(text: string): boolean {
  return emptyMark.test(text);
}

/** The channels without repetition; a medium is left out where a place in it is named. */
export function distinctChannels(found: readonly Pick<FoundChannel, "channel" | "isMedium">[]): ProposedChannel[] {
  const kept: ProposedChannel[] = [];
  for (const { channel, isMedium } of found) {
    if (kept.some((other) => other.kind === channel.kind && other.name.toLowerCase() === channel.name.toLowerCase())) continue;
    if (isMedium && found.some((other) => !other.isMedium && other.channel.kind === channel.kind)) continue;
    kept.push(channel);
  }
  return kept;
}
