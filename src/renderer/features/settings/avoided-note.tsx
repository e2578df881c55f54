import { avoidedIn } from "../../../core/domain/avoided-words.ts";
import type { AvoidedWords } from "../../../core/domain/house-style.ts";
import { IconAlertTriangle } from "../../ui/icons.ts";
import classes from "./house-style.module.css";

/** Says which words of a salutation or sign-off the house itself avoids: they would stand in every mail to a customer. */
export function AvoidedNote({ line, avoid }: { readonly line: string; readonly avoid: readonly AvoidedWords[] }) {
  // Listed twice, it is said once.
  const found = new Map(avoidedIn(line, avoid).map((one) => [one.found, one]));
  return (
    <div role="status" className={classes.avoidedNote}>
      {[...found.values()].map(({ found, instead }) => (
        <p key={found}>
          <IconAlertTriangle size={14} stroke={2} aria-hidden="true" /> “{found}” is among the words to avoid.{" "}
          {instead === "" ? "Leave it out." : `Say “${instead}” instead.`}
        </p>
      ))}
    </div>
  );
}
