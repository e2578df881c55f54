import { Link } from "wouter";
import { assertNever } from "../../../core/domain/assert-never.ts";
import type { Directory } from "../../../core/domain/directory.ts";
import type { FactSource } from "../../../core/domain/fact-sources.ts";
import type { Finding } from "../../../core/domain/message.ts";
import { useDirectory } from "../../api/use-workspace.ts";
import type { MendHere } from "../draft-editor/mend-draft.ts";

/** What the Directory says of people and channels; all else of a plan is the window's. */
const ofTheDirectory = new Set([
  "internalNoticeOutside",
  "insideVoiceOutside",
  "hiddenInName",
  "lookAlikeName",
  "massMention",
  "callsEverybody",
]);

type Props = {
  readonly finding: Finding;
  readonly fact: MendHere["fact"];
  readonly windowId: string | null;
};

/** Where to mend what is not written in the text: the very field, entry or setting that says it. */
export function PlaceToMend({ finding, fact, windowId }: Props) {
  const directory = useDirectory();
  const { check, part, quote } = finding;
  if (fact !== null) {
    return (
      <>
        {fact.source.kind === "words" || fact.source.kind === "counted" ? "Forewarn words this" : "These words come from"}{" "}
        <code>{fact.name}</code>
        <WhereStated source={fact.source} quote={quote} windowId={windowId} directory={directory} />
      </>
    );
  }
  // A template speaks of any window: what this one lacks is not its fault.
  if (windowId === null || (part !== "plan" && check !== "emptyVariable")) return null;
  return ofTheDirectory.has(check) ? (
    <Link href="/directory">Open the Directory</Link>
  ) : (
    <Link href={formOf(windowId, fieldOf(finding))}>Open the window's facts</Link>
  );
}

type Stated = {
  readonly source: FactSource;
  readonly quote: string;
  readonly windowId: string | null;
  readonly directory: Directory | null;
};

/** Ends the sentence that names the fact. */
function WhereStated({ source, quote, windowId, directory }: Stated) {
  switch (source.kind) {
    case "field":
      if (windowId === null) return " of the invented window.";
      return (
        <>
          . <Link href={formOf(windowId, source.field)}>Change it in the window's facts</Link>
        </>
      );
    case "history":
      if (windowId === null) return " of the invented window.";
      return (
        <>
          , said when it moved or ended. <Link href={`/windows/${windowId}`}>Open the window</Link>
        </>
      );
    case "directory":
      return (
        <>
          . <Link href={entryOf(source.of, quote, directory)}>Change it in the Directory</Link>
        </>
      );
    case "settings":
      return (
        <>
          . <Link href="/settings?part=workspace">Change it in Settings</Link>
        </>
      );
    case "words":
    case "counted":
      return ". Write words of your own in its place.";
    default:
      return assertNever(source);
  }
}

/** The field of the window's form in which a finding is mended; null where no one field is it. */
function fieldOf({ check, quote }: Finding): string | null {
  switch (check) {
    case "missingFact":
      return quote;
    case "shortNoticeUnexplained":
      return "shortNotice";
    case "promiseNotKept":
      return "start";
    default:
      return null;
  }
}

function formOf(windowId: string, field: string | null): string {
  return `/windows/${windowId}/edit${field === null ? "" : `?field=${encodeURIComponent(field)}`}`;
}

const lists = {
  service: "services",
  customer: "customers",
  audience: "audiences",
  contact: "contacts",
  changeType: "changeTypes",
} as const satisfies Readonly<Record<Extract<FactSource, { kind: "directory" }>["of"], keyof Directory>>;

/** The entry whose name has these words, opened; the list where none has. */
function entryOf(kind: keyof typeof lists, words: string, directory: Directory | null): string {
  const entries: readonly { readonly id: string; readonly name: string }[] = directory?.[lists[kind]] ?? [];
  const entry = entries.find(({ name }) => name.toLowerCase().includes(words.toLowerCase()));
  return `/directory?kind=${kind}${entry === undefined ? "" : `&id=${encodeURIComponent(entry.id)}`}`;
}
