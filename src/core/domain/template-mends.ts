import type { CheckName } from "./checks/check-table.ts";
import type { Finding, Mend } from "./message.ts";

/** What is wrong with a time typed out: the right one is right for the window it is tried on, and for no other. */
const ofOneWindow: ReadonlySet<string> = new Set<CheckName>([
  "timeWithoutZone",
  "localTime",
  "wrongZone",
  "wrongWeekday",
  "timeDisagrees",
  "dateDisagrees",
  "oldTime",
  "otherTime",
  "otherDate",
  "pastDate",
  "digitsOnlyDate",
]);

/** The mend of a finding where the text is a template: one that is right for whatever window it meets, or none. */
export function mendOfTemplate({ check, mend }: Finding): Mend | null {
  if (mend === null) return null;
  // Another window may have a value where this one has none.
  if (check === ("emptyVariable" satisfies CheckName) && mend.kind === "replace") {
    const name = /[\w.-]+/u.exec(mend.place.quote)?.[0] ?? "";
    return { ...mend, label: "Only where it is known", replacement: `{% if ${name} %}${mend.place.quote}{% endif %}` };
  }
  return ofOneWindow.has(check) && !mend.replacement.includes("{{") ? null : mend;
}
