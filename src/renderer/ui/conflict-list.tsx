import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Conflict, Named, WindowConflicts } from "../../core/domain/conflicts/conflict.ts";
import type { ZoneId } from "../../core/domain/instant.ts";
import classes from "./conflict-list.module.css";
import { conflictIcons, conflictWords, slotWords } from "./conflict-words.ts";
import { SpanText, TimeText } from "./time-text.tsx";
import { count } from "./words.ts";

type Props = {
  readonly conflicts: WindowConflicts;
  /** Whose clock the times are read by. */
  readonly zone: ZoneId;
};

/** What stands against a window's time: each with its kind in a shape and in words, and a link to the record. */
export function ConflictList({ conflicts: { conflicts, count: all }, zone }: Props) {
  const untold = all - conflicts.length;
  return (
    <ul className={classes.list} aria-label="Conflicts">
      {conflicts.map((conflict) => {
        const Icon = conflictIcons[conflict.kind];
        return (
          <li key={keyOf(conflict)} className={classes.conflict}>
            <Icon size={15} stroke={1.75} aria-hidden="true" />
            <span>
              <strong>{conflictWords[conflict.kind]}</strong> <ConflictText conflict={conflict} zone={zone} />
            </span>
          </li>
        );
      })}
      {untold > 0 && <li>and {count(untold, "more conflict")}</li>}
    </ul>
  );
}

/** One conflict in words, without its kind: `Portal: Upgrade of the database (FW-2026-118), Sat 28 Nov, 02:00–04:00 GMT`. */
export function ConflictText({ conflict, zone }: { readonly conflict: Conflict; readonly zone: ZoneId }) {
  switch (conflict.kind) {
    case "freeze": {
      const { freeze } = conflict;
      const whose = conflict.customers.length === 0 ? "" : `, for ${namesOf(conflict.customers)}`;
      return (
        <>
          <Link href={`/directory?kind=freeze&id=${encodeURIComponent(freeze.id)}`}>{freeze.name}</Link>,{" "}
          <SpanText from={freeze.startAt} to={freeze.endAt} zone={zone} />: {namesOf(conflict.services)} must not change{whose}
          {freeze.reason === "" ? "." : `. ${freeze.reason}`}
        </>
      );
    }
    case "outsideSlot":
      return (
        <>
          <Link href={`/directory?kind=service&id=${encodeURIComponent(conflict.service.id)}`}>{conflict.service.name}</Link> is
          maintained {slotWords(conflict.slots)} in {conflict.zone.replaceAll("_", " ")}.{" "}
          {conflict.nextStart === null ? (
            "No slot of the next four weeks is long enough."
          ) : (
            <>
              It would fit from <TimeText at={conflict.nextStart} zone={zone} />.
            </>
          )}
        </>
      );
    case "sameService":
      return <With conflict={conflict} zone={zone} what={namesOf(conflict.services)} />;
    case "dependency":
      return <With conflict={conflict} zone={zone} what={conflict.path.map(({ name }) => name).join(" needs ")} />;
    case "samePerson":
      return <With conflict={conflict} zone={zone} what={conflict.people.join(", ")} />;
    case "sameCustomerDay": {
      const others = conflict.customerCount - conflict.customers.length;
      const what = `${namesOf(conflict.customers)}${others > 0 ? ` and ${count(others, "other customer")}` : ""}`;
      return <With conflict={conflict} zone={zone} what={what} />;
    }
  }
}

/** What is shared, and the window it is shared with. */
function With({
  conflict: { other },
  zone,
  what,
}: {
  readonly conflict: Extract<Conflict, { readonly other: unknown }>;
  readonly zone: ZoneId;
  readonly what: ReactNode;
}) {
  return (
    <>
      {what}: <Link href={`/windows/${other.id}`}>{other.title}</Link> ({other.reference}),{" "}
      <SpanText from={other.startAt} to={other.endAt} zone={zone} />
    </>
  );
}

function namesOf(entries: readonly Named[]): string {
  return entries.map(({ name }) => name).join(", ");
}

function keyOf(conflict: Conflict): string {
  switch (conflict.kind) {
    case "freeze":
      return `freeze ${conflict.freeze.id}`;
    case "outsideSlot":
      return `outsideSlot ${conflict.service.id}`;
    default:
      return `${conflict.kind} ${conflict.other.id}`;
  }
}
