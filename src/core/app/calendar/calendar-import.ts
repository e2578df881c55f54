import type { ForeignEntries, ForeignEntry, ForeignProblem, ForeignTable } from "../../domain/calendar/foreign-entry.ts";
import {
  type DateOrder,
  entriesOfTable,
  guessDateOrder,
  guessMapping,
  type TableMapping,
} from "../../domain/calendar/foreign-table.ts";
import { type ResolvedTimes, resolveTimes, type TimeAnswer } from "../../domain/calendar/foreign-times.ts";
import type { ProposedFacts, WindowProposal } from "../../domain/calendar/window-proposal.ts";
import type { Instant, ZoneId } from "../../domain/instant.ts";
import type { Impact } from "../../domain/window.ts";
import type { ForeignReading } from "../../ports/calendar-reader.ts";
import type { ReadStore } from "../../ports/store.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import type { Windows } from "../windows/windows.ts";
import { mayWrite, workspaceIn } from "../workspace-in-use.ts";
import { type Standing, sequenceFor, standingOf } from "./proposal-standing.ts";
import { createProposals, type ProposalLine, type Proposals } from "./proposals.ts";

/** A file as it was opened, with what a person said about how to read it. */
export type ImportedFile = {
  readonly name: string;
  readonly text: string;
  /** Which column means what; null takes the guess. Only for tables. */
  readonly mapping: TableMapping | null;
  readonly dates: DateOrder | null;
  /** Answers about times that clocks skip or show twice, by row. */
  readonly answers: readonly { readonly key: string; readonly field: "start" | "end"; readonly answer: TimeAnswer }[];
};

/** One row of the preview: what it says, and what would come of it. */
export type ImportRow = {
  readonly key: string;
  readonly line: number;
  readonly title: string;
  readonly provider: string;
  readonly impact: Impact | null;
  readonly times: { readonly startAt: Instant; readonly endAt: Instant; readonly zone: ZoneId } | null;
  /** Whether the file names no zone, so that the workspace's is taken. */
  readonly isZoneTaken: boolean;
  readonly becomes: Standing | Exclude<ResolvedTimes, { readonly kind: "times" }>;
};

export type ImportPreview = {
  readonly rows: readonly ImportRow[];
  readonly problems: readonly ForeignProblem[];
  /** How a table was read, for correction; null for a calendar file. */
  readonly table: {
    readonly header: readonly string[];
    readonly mapping: TableMapping;
    readonly dates: DateOrder | null;
    /** Whether its dates can be read in two ways and nobody said which. */
    readonly asksDates: boolean;
  } | null;
};

export interface CalendarImport extends Proposals {
  /** What each row of a file would become. Nothing is stored. */
  read(file: ImportedFile): Promise<Answer<ImportPreview>>;
  /** Keeps the chosen rows as proposals: all of them, or none. */
  keep(file: ImportedFile, keys: readonly string[]): Promise<Answer<{ readonly kept: number }>>;
}

export type { ProposalLine };

/** A file as it was read, before anything is decided about its rows. */
type Read =
  | { readonly kind: "calendar"; readonly entries: ForeignEntries }
  | { readonly kind: "table"; readonly table: ForeignTable };

/** Reads foreign calendars and tables. What they say is proposed to a person; nothing of it acts by itself. */
export function createCalendarImport(dependencies: Dependencies, windows: Windows): CalendarImport {
  const { store, clock, ids, changes, calendarReader } = dependencies;

  type Entries = {
    readonly entries: readonly ForeignEntry[];
    readonly problems: readonly ForeignProblem[];
    readonly table: ImportPreview["table"];
  };

  /** The file that was read last: its preview, an answer about it and keeping it are one reading. */
  let last: { readonly text: string; readonly isTable: boolean; readonly reading: ForeignReading<Read> } | null = null;

  async function readingOf({ name, text }: ImportedFile): Promise<ForeignReading<Read>> {
    const isTable = /\.(?:csv|tsv|txt)$/iu.test(name);
    if (last !== null && last.text === text && last.isTable === isTable) return last.reading;
    const reading = await (isTable ? readTable(text) : readCalendar(text));
    last = { text, isTable, reading };
    return reading;
  }

  async function readTable(text: string): Promise<ForeignReading<Read>> {
    const reading = await calendarReader.table(text);
    return reading.kind === "read" ? { kind: "read", value: { kind: "table", table: reading.value } } : reading;
  }

  async function readCalendar(text: string): Promise<ForeignReading<Read>> {
    const reading = await calendarReader.calendar(text, clock.now());
    return reading.kind === "read" ? { kind: "read", value: { kind: "calendar", entries: reading.value } } : reading;
  }

  async function entriesOf(file: ImportedFile): Promise<Answer<Entries>> {
    const reading = await readingOf(file);
    if (reading.kind === "refused") return refusedFile(file, reading.reason);
    if (reading.value.kind === "calendar") return done({ ...reading.value.entries, table: null });
    const { table } = reading.value;
    const mapping = file.mapping ?? guessMapping(table.header);
    const guessed = guessDateOrder(table, mapping);
    const dates = file.dates ?? (guessed === "clear" ? null : guessed);
    const { entries, problems } = entriesOfTable(table, mapping, dates, file.name);
    const asksDates = guessed === null && file.dates === null;
    return done({ entries, problems, table: { header: table.header, mapping, dates, asksDates } });
  }

  function rowOf(reading: ReadStore, entry: ForeignEntry, file: ImportedFile): { row: ImportRow; says: ProposedFacts | null } {
    const answers = file.answers.filter(({ key }) => key === entry.key);
    const answerTo = (field: "start" | "end"): TimeAnswer | undefined => answers.find((each) => each.field === field)?.answer;
    const times = resolveTimes(entry, workspaceIn(reading).zone, { start: answerTo("start"), end: answerTo("end") });
    const isKnown = times.kind === "times";
    const says = isKnown ? factsOf(entry, times) : null;
    const { key, line, title, provider, impact } = entry;
    return {
      says,
      row: {
        key,
        line,
        title,
        provider,
        impact,
        times: isKnown ? { startAt: times.startAt, endAt: times.endAt, zone: times.zone } : null,
        isZoneTaken: entry.start.kind === "floating",
        becomes: says !== null ? standingOf(reading, entry, says) : (times as Exclude<ResolvedTimes, { kind: "times" }>),
      },
    };
  }

  return {
    ...createProposals(dependencies, windows),
    async read(file) {
      const read = await entriesOf(file);
      if (!read.ok) return read;
      const { entries, problems, table } = read.value;
      return store.read((reading) => done({ rows: entries.map((entry) => rowOf(reading, entry, file).row), problems, table }));
    },
    async keep(file, keys) {
      const allowed = mayWrite(store);
      if (!allowed.ok) return allowed;
      const read = await entriesOf(file);
      if (!read.ok) return read;
      const chosen = read.value.entries.filter(({ key }) => keys.includes(key));
      const now = clock.now();
      const answer = store.write((writing): Answer<{ readonly kept: number }> => {
        const kept: WindowProposal[] = [];
        for (const entry of chosen) {
          const { row, says } = rowOf(writing, entry, file);
          const { becomes } = row;
          if (says === null || becomes.kind === "known" || becomes.kind === "asks" || becomes.kind === "broken") {
            const why = "why" in becomes ? becomes.why : "message" in becomes ? becomes.message : "";
            return refuse("notPossible", `Line ${entry.line}: ${why} Nothing of the file was kept. Look at it again.`);
          }
          kept.push({
            id: ids.next(),
            uid: entry.uid,
            sequence: sequenceFor(writing, entry),
            receivedAt: now,
            source: file.name,
            asks: becomes.kind,
            windowId: becomes.kind === "add" ? null : becomes.windowId,
            state: "open",
            says,
          });
        }
        if (kept.length < keys.length || kept.length === 0) {
          return refuse("changedMeanwhile", "Some of these rows are not in the file any more. Nothing of it was kept.");
        }
        for (const proposal of kept) {
          // What the same sender said before and nobody decided is overtaken by this.
          const last = writing.proposalOf(proposal.uid);
          if (last !== null && last.state === "open") writing.saveProposal({ ...last, state: "dismissed" });
          writing.saveProposal(proposal);
        }
        writing.appendAudit({
          at: now,
          who: workspaceIn(writing).coordinator.name,
          what: "proposals.keep",
          subjectId: file.name.slice(0, 200),
          before: null,
          after: { name: file.name, proposals: kept.map(({ id, uid, sequence, asks }) => ({ id, uid, sequence, asks })) },
        });
        return done({ kept: kept.length });
      });
      if (answer.ok) changes.emit({ topic: "proposals" });
      return answer;
    },
  };
}

function refusedFile(file: ImportedFile, reason: string): Answer<never> {
  return refuse("invalid", `${file.name} was not imported. ${reason} Nothing was changed.`, "text");
}

function factsOf(entry: ForeignEntry, times: Extract<ResolvedTimes, { kind: "times" }>): ProposedFacts {
  const { title, impact, description, provider, organizer, reference, objects } = entry;
  const { startAt, endAt, zone } = times;
  return {
    title: title === "" ? "Untitled maintenance" : title,
    startAt,
    endAt,
    zone,
    impact,
    description,
    provider,
    organizer,
    reference,
    objects,
  };
}
