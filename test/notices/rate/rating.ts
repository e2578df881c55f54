import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import { checkDraft } from "../../../src/core/domain/checker.ts";
import { type Voice, voices } from "../../../src/core/domain/directory.ts";
import { factsForEach } from "../../../src/core/domain/facts.ts";
import { type Stage, stages } from "../../../src/core/domain/matrix.ts";
import type { Template } from "../../../src/core/domain/message.ts";
import { type NineFact as CheckedFact, nineFactsIn } from "../../../src/core/domain/nine-facts.ts";
import type { PlannedRecipient } from "../../../src/core/domain/notice.ts";
import { describeTime, zoneAbbreviation } from "../../../src/core/domain/time-text.ts";
import { exampleWindows } from "./example-windows.ts";
import { gradeOf } from "./grade.ts";
import { nineFacts, type ReadNotice, readNotice } from "./read-notice.ts";
import { type Situation, situationsOf } from "./situations.ts";

/** One template over every example window and each of its readers: the worst of each figure. */
export type TemplateRating = {
  readonly stage: Stage;
  readonly voice: Voice;
  readonly renderings: number;
  /** Of nine, the fewest in any rendering: as the checker finds them, and as a reader of the bare text does. */
  readonly byChecker: number;
  readonly byReader: number;
  readonly words: number;
  readonly grade: number;
  readonly beforeDate: number;
  readonly subject: number;
  /** Every goal that is missed, with the window and reader it is missed for. */
  readonly misses: readonly string[];
};

/** docs/notices.md: what a default template must come to. Null is no goal. */
const mostWords: Readonly<Record<Voice, number | null>> = { customer: 120, executive: 120, business: null, internal: null };
const highestGrade: Readonly<Record<Voice, number | null>> = { customer: 7, executive: 7, business: 9, internal: null };
const mostBeforeDate = 12;
const longestSubject = 60;
const statusWords: Readonly<Record<Stage, string>> = {
  announce: "",
  reminder: "Reminder: ",
  start: "Started: ",
  progress: "Update: ",
  extended: "Extended: ",
  rescheduled: "Moved: ",
  cancelled: "Cancelled: ",
  rolledBack: "Rolled back: ",
  completed: "Completed: ",
};
/** What a first sentence says of the service. */
const effects = /\b(?:interrupted|unavailable|available|slower|worked as)\b/u;
/** The order in which a notice is read: each label's place. */
const order = [
  /notice$|^Meanwhile$|^Expect/u,
  /^(?:What to do|To do)/u,
  /^(?:What (?:changes|changed|was|we)|Chang|Was )/u,
  /^(?:Questions|Ask)/u,
  /^Next word/u,
  /[Rr]eference$/u,
];

/** Rates the given templates, or of them only those asked for, on every example window. */
export function rateTemplates(
  templates: readonly Template[],
  asked: readonly Pick<Template, "stage" | "voice">[] = templates,
): readonly TemplateRating[] {
  const render = createMessageRenderer();
  const rated = new Map<string, Rendered[]>();
  const isAsked = ({ stage, voice }: Template): boolean => asked.some((one) => one.stage === stage && one.voice === voice);
  for (const example of exampleWindows) {
    for (const stage of stages) {
      for (const situation of situationsOf(example, stage)) {
        const { voice } = situation.notice;
        const template = templates.find((one) => one.stage === stage && one.voice === voice);
        if (template === undefined) throw new Error(`no template for ${stage}, ${voice}`);
        if (!isAsked(template)) continue;
        const key = `${stage} ${voice}`;
        rated.set(key, [...(rated.get(key) ?? []), ...renderAll(situation, template)]);
      }
    }
  }

  function renderAll(situation: Situation, template: Template): Rendered[] {
    const factsOf = factsForEach(situation);
    return situation.notice.recipients.map((recipient) => {
      const { message, problems } = render.render(template, factsOf(recipient), "mail", "");
      const text = message.content.kind === "mail" ? message.content.text : message.text;
      const customerName = situation.directory.customers.find(({ id }) => id === recipient.customerId)?.name ?? null;
      const rendering = { recipient, channelKind: "mail" as const, customerName, ...message };
      const findings = checkDraft({ ...situation, draft: template, voice: template.voice, problems, renderings: [rendering] });
      return {
        situation,
        recipient,
        subject: message.subject,
        text,
        read: readNotice(text),
        checked: nineFactsIn({ subject: message.subject, text: message.text, recipient }, situation),
        findings: findings.map(({ check, quote }) => `${check} ${quote}`.trim()),
      };
    });
  }

  const all = [...rated.values()].flat();
  const inOrderOfStages = (one: TemplateRating, other: TemplateRating): number =>
    stages.indexOf(one.stage) - stages.indexOf(other.stage) || voices.indexOf(one.voice) - voices.indexOf(other.voice);
  return templates
    .filter(isAsked)
    .map((template) => ratingOf(template, rated.get(`${template.stage} ${template.voice}`) ?? [], all))
    .toSorted(inOrderOfStages);
}

type Rendered = {
  readonly situation: Situation;
  readonly recipient: PlannedRecipient;
  readonly subject: string;
  readonly text: string;
  readonly read: ReadNotice;
  readonly checked: ReadonlySet<CheckedFact>;
  readonly findings: readonly string[];
};

function ratingOf({ stage, voice }: Template, renderings: readonly Rendered[], all: readonly Rendered[]): TemplateRating {
  const worst = (figure: (rendered: Rendered) => number): number => Math.max(...renderings.map(figure));
  const grade = worst(({ read }) => gradeOf(read.sentences));
  return {
    stage,
    voice,
    renderings: renderings.length,
    byChecker: -worst(({ checked }) => -checked.size),
    byReader: -worst(({ read }) => -read.found.size),
    words: worst(({ read }) => read.words),
    grade: Math.round(grade * 10) / 10,
    beforeDate: worst(({ read }) => read.beforeDate),
    subject: worst(({ subject, situation }) => newsOf(subject, situation).length),
    misses: [...new Set(renderings.flatMap((rendered) => [...missesOf(stage, voice, rendered), ...repeats(rendered, all)]))],
  };
}

function missesOf(stage: Stage, voice: Voice, rendered: Rendered): string[] {
  const { situation, recipient, subject, read, checked, findings } = rendered;
  const misses: string[] = [];
  const expect = (isSo: boolean, miss: string): void => {
    if (!isSo) misses.push(`${stage} ${voice}, ${situation.name}, ${recipient.zone}: ${miss}`);
  };
  for (const fact of nineFacts) {
    expect(read.found.has(fact), `a reader does not find “${fact}”`);
    expect(checked.has(fact), `the checker does not find “${fact}”`);
  }
  for (const finding of findings) expect(false, `the checker says ${finding}`);
  for (const fault of read.faults) expect(false, fault);
  const words = mostWords[voice];
  expect(words === null || read.words <= words, `${read.words} words`);
  const grade = gradeOf(read.sentences);
  const highest = highestGrade[voice];
  expect(highest === null || Math.round(grade * 10) / 10 <= highest, `grade ${grade.toFixed(1)}`);
  expect(read.beforeDate <= mostBeforeDate, `${read.beforeDate} words before the first date`);
  const start = read.opening.split(/\s+/u).slice(0, mostBeforeDate).join(" ");
  expect(effects.test(start), `no effect in the first ${mostBeforeDate} words: ${start}`);
  const news = newsOf(subject, situation);
  expect(news.length <= longestSubject, `a subject of ${news.length} characters: ${news}`);
  expect(hasStatusWord(subject, stage), `the status word does not open the subject: ${subject}`);
  expect(/\w{3} \d{1,2} \w{3} \d{2}:\d{2} [A-Z]/u.test(news), `no day, time and zone in the subject: ${subject}`);
  expect(subject.endsWith(`(${situation.window.reference})`), "our reference does not end the subject");
  expect(isInOrder(read.labels), `out of order: ${read.labels.join(", ")}`);
  expect(hasZoneLines(rendered), "no line in the reader's zone, or none in the work's");
  expect(isPromiseInPlan(rendered), `the next word “${read.promised}” is in no plan`);
  return misses;
}

/** A stage has its own subject, and its own first sentence: the announcement's words under a later subject are no news. */
function repeats({ situation, recipient, subject, read }: Rendered, all: readonly Rendered[]): string[] {
  const { stage, name, notice } = situation;
  const others = all.filter(
    (other) =>
      other.situation.name === name &&
      other.situation.notice.voice === notice.voice &&
      other.situation.stage !== stage &&
      other.recipient.zone === recipient.zone,
  );
  const misses = others.flatMap((other) => {
    const isReminding = [stage, other.situation.stage].sort().join() === "announce,reminder";
    return [
      ...(other.subject === subject ? [`the subject of ${other.situation.stage}`] : []),
      // A reminder says all again, and that it is unchanged.
      ...(other.read.opening === read.opening && !isReminding ? [`the first sentence of ${other.situation.stage}`] : []),
    ];
  });
  return misses.map((miss) => `${stage} ${notice.voice}, ${name}, ${recipient.zone}: it has ${miss}`);
}

/** What of a subject is news: our reference follows for whoever looks a notice up. */
function newsOf(subject: string, { window }: Situation): string {
  return subject.replace(` (${window.reference})`, "");
}

function hasStatusWord(subject: string, stage: Stage): boolean {
  const others = Object.values(statusWords).filter((word) => word !== "" && word !== statusWords[stage]);
  return subject.startsWith(statusWords[stage]) && !others.some((word) => subject.startsWith(word));
}

function isInOrder(labels: readonly string[]): boolean {
  const places = order.map((pattern) => labels.findIndex((label) => pattern.test(label)));
  return places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? -1)));
}

/** A line of its own for the reader's zone, and another for the work's where that is another. */
function hasZoneLines({ situation: { window }, recipient, read }: Rendered): boolean {
  const own = zoneAbbreviation(window.end.at, recipient.zone);
  const work = zoneAbbreviation(window.end.at, window.zone);
  return read.spanZones.includes(own) && (own === work || read.spanZones.includes(work));
}

/** A promised time is a promise: the plan holds a notice to this reader then, or the window ends then. */
function isPromiseInPlan({ situation: { plan, window }, recipient, read: { promised } }: Rendered): boolean {
  if (promised === null) return true;
  const dueTimes = plan.flatMap(({ recipients }) =>
    recipients
      .filter((one) => one.channelId === recipient.channelId && one.customerId === recipient.customerId)
      .map(({ dueAt }) => dueAt),
  );
  return [...dueTimes, window.end.at].some((at) => describeTime(at, recipient.zone).startsWith(promised));
}
