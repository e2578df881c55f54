import { isNamed, wholeWords } from "./plain-text.ts";

/** The names columns of a matrix go by, in English, German, Danish and French. */
export const changeWords = wholeWords(
  "changes?|types?|category|activity|event|scenario|class|kind|deployments?|releases?|maintenance|work|änderung\\p{L}*|art|ændring\\p{L}*|aktivitet|changements?|intervention|nature",
);
/** Columns whose cells may be points of a window's life. */
export const eventWords = wholeWords("events?|triggers?|moments?|occasions?|ereignis|anlass|hændelse|événements?");
/** What kinds of change are told apart by, in the first column. */
export const kindWords = wholeWords("impact|class|level|size|scope|risk(?: level)?|auswirkung|påvirkning");
export const leadWords = wholeWords(
  "lead(?![ -]?time)|leads|owners?|responsib\\w*|accountable|sender|sent by|performed by|coordinator|contact|from|who sends|sends|who (?:tells|informs|notifies|communicates)|(?:told|informed|notified|prepared|written|drafted|announced) by|author|issuer|verantwortlich\\p{L}*|zuständig\\p{L}*|ansvarlig\\p{L}*|responsables?|by whom",
);
export const stageWords = wholeWords(
  "stages?|phases?|milestones?|steps?|points?|notification types?|notice types?|phase|skridt|étapes?",
);
export const audienceWords = wholeWords(
  "audiences?|stakeholders?(?: group)?|recipients?|told|hears|who|whom|notify|informed|readers?|groups?|parties|zielgruppen?|empfänger|wer|wen|modtagere?|målgruppe|hvem|destinataires?|qui|public cible",
);
export const channelWords = wholeWords(
  "channels?|medium|media|methods?|(?<!it )means|how|wie|hvordan|comment|where|wo|où|hvor|via|tools?|kan[aä]le?|kanaler|medier?|weg|canal|canaux|moyens?|format",
);
export const timingWords = wholeWords(
  "timings?|dates?|when|notice period|minimum notice|lead[ -]?times?|schedule|frequency|time ?frames?|timelines?|advance notice|notice|vorlauf\\p{L}*|zeitpunkt|zeitraum|wann|frist|fristen|hvornår|varsel|tidspunkt|délais?|quand|moment|préavis|fréquence",
);
export const conditionWords = wholeWords("conditions?|criteria|only if|applies|bedingung|betingelse|conditions?");
export const noticeWords = wholeWords(
  "notifications?|communications?|notices?|announcements?|messages?|updates?|information|meldung|benachrichtigung|mitteilung|kommunikation|besked|meddelelse|notification",
);
/** Words for telling somebody something. */
export const tellingWords = wholeWords(
  "notif\\w*|notices?|inform(?:ed|s|ing)?|announce\\w*|told|tells?|warn(?:ed|s|ing)?|communicat\\w*|messages?|mailed|e-?mailed|posted|posts?|sent|sends?|alerts?|reminders?|mitteil\\p{L}*|informier\\p{L}*|benachrichtig\\p{L}*|ankündig\\p{L}*|varsl\\p{L}*|orienter\\p{L}*|underret\\p{L}*|besked|informe\\p{L}*|prév\\p{L}*|avis",
);
export const aboutChange = "A column about the change itself, which names no reader and no time of notice.";
export const lookAlikes: readonly (readonly [RegExp, string])[] = [
  [
    wholeWords(
      "approv\\w*|decid\\w*|decision|deadline|due(?: date)?|answer\\w*|sign-?off|requests?|submi\\w*|requested|genehmigung|godkendelse|approbation",
    ),
    "A column about approvals or requests, which are no notices.",
  ],
  [
    wholeWords("sent\\??|status|date sent|done|tick(?:ed)?(?: off)?|checked(?: off)?|completed by|last updated|updated"),
    "A column that records what was done, which is no rule.",
  ],
  [
    wholeWords("severity|priority|risk|response time|resolution time|schweregrad|alvorlighed|sévérité"),
    "A column about severity, which is no notice.",
  ],
  [
    wholeWords(
      "impact|effects?|length|how long|dauer|varighed|durée|scope|meaning|what\\b.*|definition|dur|duration|downtime|metrics?|targets?|goals?|risk level|auswirkung\\p{L}*|umfang|påvirkning|portée",
    ),
    aboutChange,
  ],
  [
    wholeWords(
      "templates?|examples?|links?|urls?|copy|subject(?: line)?|preview(?: text)?|wording|talking points?|tone|agenda|platforms?|access|usage|use cases?|notes?|comments?|remarks?|description|purpose|reason|content|phone|telephone|mobile|ids?|no|number|ref|reference|bemerkung\\p{L}*|noter?|remarques?",
    ),
    "A column of remarks, which names no reader and no time.",
  ],
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
export const stageNames = wholeWords(
  "confirmed|initiated|opens?|opened|announc\\w*|remind\\w*|start\\w*|begin\\w*|go-?live|launch|progress|during|complet\\w*|finish\\w*|end|clos\\w*|final|all clear|cancel\\w*|reschedul\\w*|postpone\\w*|extend\\w*|extension|delay\\w*|roll(?:ed)?[ -]?back|ankündigung|erinnerung|abschluss|annonce|rappel|påmindelse",
);

/** What columns of things go by: no name of readers, whatever their cells hold. */
export const thingNames = wholeWords(
  "actions?|activit(?:y|ies)|tasks?|endpoints?|platforms?|values?|details?|settings?|requirements?|access|results?|outputs?|outcomes?|deliverables?|measures?|steps?|checks?|tests?|triggers?|usage|use case|systems?|evidence|locations?|items?",
);

/** Columns that say when the work takes place, beside one that says when its notice is due. */
export const workTimes = wholeWords("frequency|schedule|window|duration|start|end|time ?slot|recurrence");
/** Columns that say when a notice is due, and nothing else. */
export const noticeTimes = wholeWords(
  "(?:advance |minimum |prior )?notice(?: period)?|notice period|notif(?:ication|y) (?:period|timelines?|time ?frames?|lead[ -]?times?|times?)|lead[ -]?time|vorlauf\\p{L}*|varsel|préavis",
);
