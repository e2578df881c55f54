import { anyOf } from "../../any-of.ts";
import { isNamed, wholeWords } from "./plain-text.ts";

/** The names columns of a matrix go by, in English, German, Danish and French. */
export const changeWords = wholeWords(anyOf`
  changes?|types?|category|class|kind|activity|event|scenario
  deployments?|releases?|maintenance|work
  // German
  änderung\p{L}*|art
  // Danish
  ændring\p{L}*|aktivitet
  // French
  changements?|intervention|nature
`);
/** Columns whose cells may be points of a window's life. */
export const eventWords = wholeWords("events?|triggers?|moments?|occasions?|ereignis|anlass|hændelse|événements?");
/** What kinds of change are told apart by, in the first column. */
export const kindWords = wholeWords("impact|class|level|size|scope|risk(?: level)?|auswirkung|påvirkning");
const owners = anyOf`
  owners?|responsib\w*|accountable|coordinator|author|issuer
  sender|sent by|performed by|by whom
  who sends|sends|who (?:tells|informs|notifies|communicates)
  (?:told|informed|notified|prepared|written|drafted|announced) by
  // German
  verantwortlich\p{L}*|zuständig\p{L}*
  // Danish
  ansvarlig\p{L}*
  // French
  responsables?
`;
/** Columns of persons, whatever their cells may mean besides. */
export const ownerWords = wholeWords(owners);
export const leadWords = wholeWords(`(?:lead(?![ -]?time)|leads|contact|from|${owners})`);
export const stageWords = wholeWords(anyOf`
  stages?|phases?|milestones?|steps?|points?|notification types?|notice types?
  // German, Danish and French
  phase|skridt|étapes?
`);
export const audienceWords = wholeWords(anyOf`
  audiences?|stakeholders?(?: group)?|recipients?|readers?|groups?|parties
  told|hears|who|whom|notify|informed
  // German
  zielgruppen?|empfänger|wer|wen
  // Danish
  modtagere?|målgruppe|hvem
  // French
  destinataires?|qui|public cible
`);
/** What makes `how` a time: `How far ahead`. */
const howEarly = "(?:far|long|early|soon|much)(?: in)? (?:ahead|advance|before(?:hand)?|notice|warning)";
export const channelWords = wholeWords(anyOf`
  channels?|medium|media|methods?|(?<!it )means|how(?! ${howEarly})|where|via|tools?|format|comment
  // German
  wie|wo|kan[aä]le?|weg
  // Danish
  hvordan|hvor|kanaler|medier?
  // French
  où|canal|canaux|moyens?
`);
export const timingWords = wholeWords(anyOf`
  timings?|dates?|when|schedule|frequency|time ?frames?|timelines?
  (?:minimum |advance )?notice|notice period|lead[ -]?times?|how ${howEarly}
  // German
  vorlauf\p{L}*|zeitpunkt|zeitraum|wann|frist|fristen
  // Danish
  hvornår|varsel|tidspunkt
  // French
  délais?|quand|moment|préavis|fréquence
`);
export const conditionWords = wholeWords("conditions?|criteria|only if|applies|bedingung|betingelse");
export const noticeWords = wholeWords(anyOf`
  notifications?|communications?|notices?|announcements?|messages?|updates?|information
  // German
  meldung|benachrichtigung|mitteilung|kommunikation
  // Danish
  besked|meddelelse
`);
/** Words for telling somebody something. */
export const tellingWords = wholeWords(anyOf`
  notif\w*|notices?|inform(?:ed|s|ing)?|announce\w*|told|tells?|warn(?:ed|s|ing)?|communicat\w*
  messages?|mailed|e-?mailed|posted|posts?|sent|sends?|alerts?|reminders?
  // German
  mitteil\p{L}*|informier\p{L}*|benachrichtig\p{L}*|ankündig\p{L}*
  // Danish
  varsl\p{L}*|orienter\p{L}*|underret\p{L}*|besked
  // French
  informe\p{L}*|prév\p{L}*|avis
`);

const approvals = anyOf`
  approv\w*|decid\w*|decision|deadline|due(?: date)?|answer\w*|sign-?off|requests?|submi\w*|requested
  appl(?:y|ication|ications)(?: by| before)?(?! to)
  // German, Danish and French
  genehmigung|godkendelse|approbation
`;
const records = anyOf`
  sent\??|status|date sent|done|tick(?:ed)?(?: off)?|checked(?: off)?|completed by|last updated|updated
`;
const severities = anyOf`
  severity|priority|risk|response time|resolution time
  // German, Danish and French
  schweregrad|alvorlighed|sévérité
`;
/** What the change does and how long it takes. */
const factsOfChange = anyOf`
  impact|effects?|scope|risk level|meaning|definition|metrics?|targets?|goals?|what\b.*
  length|how long(?! (?:ahead|in advance|before))|dur|duration|downtime
  // German
  dauer|auswirkung\p{L}*
  // Danish
  varighed|umfang|påvirkning
  // French
  durée|portée
`;
const remarks = anyOf`
  // What is to be written
  templates?|examples?|copy|subject(?: line)?|preview(?: text)?|wording|talking points?|tone|content
  // Where to look further
  links?|urls?|phone|telephone|mobile|ids?|no|number|ref|reference
  agenda|platforms?|access|usage|use cases?|notes?|comments?|remarks?|description|purpose|reason
  // German, Danish and French
  bemerkung\p{L}*|noter?|remarques?
`;
export const aboutChange = "A column about the change itself, which names no reader and no time of notice.";
export const lookAlikes: readonly (readonly [RegExp, string])[] = [
  [wholeWords(approvals), "A column about approvals or requests, which are no notices."],
  [wholeWords(records), "A column that records what was done, which is no rule."],
  [wholeWords(severities), "A column about severity, which is no notice."],
  [wholeWords(factsOfChange), aboutChange],
  [wholeWords(remarks), "A column of remarks, which names no reader and no time."],
];

/** Whether a header has any word that columns go by, so that the language of its table is known. */
export function isKnownHeader(name: string): boolean {
  const known = [
    changeWords,
    kindWords,
    leadWords,
    stageWords,
    audienceWords,
    channelWords,
    timingWords,
    conditionWords,
    noticeWords,
  ];
  return [...known, eventWords, workTimes, thingNames, ...lookAlikes.map(([pattern]) => pattern)].some((words) =>
    isNamed(words, name),
  );
}

/** Cells that name a point of a window's life: `Announcement`, `Reminder 2`, `Completion notice`. */
export const stageNames = wholeWords(anyOf`
  // Before
  announc\w*|remind\w*
  // While it runs
  confirmed|initiated|opens?|opened|start\w*|begin\w*|go-?live|launch|progress|during
  // At its end
  complet\w*|finish\w*|end|clos\w*|final|all clear
  // When it comes otherwise
  cancel\w*|reschedul\w*|postpone\w*|extend\w*|extension|delay\w*|roll(?:ed)?[ -]?back
  // German, French and Danish
  ankündigung|erinnerung|abschluss|annonce|rappel|påmindelse
`);

/** What columns of things go by: no name of readers, whatever their cells hold. */
export const thingNames = wholeWords(anyOf`
  // What is done, and with what outcome
  actions?|activit(?:y|ies)|tasks?|steps?|checks?|tests?|measures?|usage|use case|triggers?
  results?|outputs?|outcomes?|deliverables?|evidence
  // What it is done to
  endpoints?|platforms?|systems?|access|locations?|items?|values?|details?|settings?|requirements?
`);

/** Columns that say when the work takes place, beside one that says when its notice is due. */
export const workTimes = wholeWords("frequency|schedule|window|duration|start|end|time ?slot|recurrence");
/** Columns that say when a notice is due, and nothing else. */
export const noticeTimes = wholeWords(anyOf`
  (?:advance |minimum |prior )?notice(?: period)?|lead[ -]?time
  notif(?:ication|y) (?:period|timelines?|time ?frames?|lead[ -]?times?|times?)
  // German, Danish and French
  vorlauf\p{L}*|varsel|préavis
`);
