import { type AuditArea, auditWords, commandsOfArea } from "../../domain/audit-words.ts";
import { toCsv } from "../../domain/csv.ts";
import type { Directory } from "../../domain/directory.ts";
import type { AuditCheck, AuditEnd, AuditEntry, AuditFilter } from "../../ports/audit-log.ts";
import type { ReadStore } from "../../ports/store.ts";
import type { Dependencies } from "../dependencies.ts";
import { subjectNames } from "./audit-subjects.ts";

/** Which entries a person wants to see; an empty part wants all. */
export type AuditQuestion = {
  /** Part of a name. */
  readonly who: string;
  readonly area: AuditArea | null;
  /** Words in the title or reference of a window, or in the name of an entry of the directory. */
  readonly about: string;
};

/** An entry with what it was about by name. */
export type AuditLine = AuditEntry & { readonly subject: string };

export type AuditPage = {
  readonly lines: readonly AuditLine[];
  /** Older entries fit too: ask for those before the last line's number. */
  readonly hasMore: boolean;
  readonly end: AuditEnd;
};

/** A file for a person: `entries` are in it, and `isWhole` says whether all that fit the question are. */
export type AuditExport = {
  readonly fileName: string;
  readonly text: string;
  readonly entries: number;
  readonly isWhole: boolean;
};

export interface Audit {
  /** The newest entries first, those below the number `before`, or from the end when it is null. */
  entries(question: AuditQuestion, before: number | null): Promise<AuditPage>;
  /** Checks the chain of hashes over all entries. */
  verify(): Promise<AuditCheck>;
  /** RFC 4180, UTF-8, the newest first; formula characters neutralised. The last line holds where the log ended. */
  csv(question: AuditQuestion): Promise<AuditExport>;
  json(question: AuditQuestion): Promise<AuditExport>;
}

const pageLength = 100;
/** More than this makes no file a spreadsheet opens, and no text one message carries. */
const exportLimit = 50_000;

export function createAudit({ store, clock }: Pick<Dependencies, "store" | "clock">): Audit {
  const filterOf = ({ who, area, about }: AuditQuestion): AuditFilter => ({
    who: who.trim(),
    what: area === null ? [] : commandsOfArea[area],
    subjectIds: about.trim() === "" ? null : store.read((reading) => subjectsCalled(reading, about.trim())),
  });

  async function newest(question: AuditQuestion, before: number | null, limit: number): Promise<readonly AuditLine[]> {
    const entries = await store.auditLog.newest(filterOf(question), before, limit);
    return store.read((reading) => {
      const nameOf = subjectNames(reading);
      return entries.map((entry) => ({ ...entry, subject: nameOf(entry) }));
    });
  }

  async function exported(
    question: AuditQuestion,
    extension: string,
    write: (lines: readonly AuditLine[], end: AuditEnd) => string,
  ): Promise<AuditExport> {
    const end = store.auditLog.end();
    // Up to the end that is named in the file: what is written meanwhile is for the next one.
    const lines = await newest(question, end.entries + 1, exportLimit + 1);
    const kept = lines.slice(0, exportLimit);
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    return {
      fileName: `audit-log-${day}-${end.entries}-entries.${extension}`,
      text: write(kept, end),
      entries: kept.length,
      isWhole: lines.length === kept.length,
    };
  }

  return {
    async entries(question, before) {
      const lines = await newest(question, before, pageLength + 1);
      return { lines: lines.slice(0, pageLength), hasMore: lines.length > pageLength, end: store.auditLog.end() };
    },
    verify: () => store.auditLog.verify(),
    csv: (question) =>
      exported(question, "csv", (lines, end) =>
        toCsv(csvHeader, [...lines.map(csvRow), [String(end.entries), "", "", "", "End of the log", "", "", "", end.lastHash]]),
      ),
    json: (question) =>
      exported(question, "json", (lines, end) => {
        const document = {
          exportedAt: new Date(clock.now()).toISOString(),
          file: store.location,
          log: end,
          filter: question,
          entries: lines.map(({ at, ...line }) => ({ ...line, at: new Date(at).toISOString(), words: auditWords(line.what) })),
        };
        return `${JSON.stringify(document, null, 2)}\n`;
      }),
  };
}

const csvHeader = ["Number", "At (UTC)", "Who", "What", "About", "Command", "Before", "After", "Hash"];

function csvRow({ sequence, at, who, what, subject, before, after, hash }: AuditLine): readonly string[] {
  return [
    String(sequence),
    new Date(at).toISOString(),
    who,
    auditWords(what),
    subject,
    what,
    JSON.stringify(before),
    JSON.stringify(after),
    hash,
  ];
}

/** Ids of everything that is called so. */
function subjectsCalled(reading: ReadStore, words: string): readonly string[] {
  const wanted = words.toLowerCase();
  const directory: Directory = reading.directory();
  const named = Object.values(directory).flatMap((list: readonly { readonly id: string; readonly name: string }[]) => list);
  return [
    words,
    ...reading.findWindows(words, 500).map(({ id }) => id),
    ...named.filter(({ name }) => name.toLowerCase().includes(wanted)).map(({ id }) => id),
  ];
}
