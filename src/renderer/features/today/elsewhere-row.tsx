import type { AgreementView } from "../../../core/app/counterparts.ts";
import { apartFrom, apartText } from "../../ui/counterpart/counterpart-words.ts";
import { IconAlertTriangle } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/plain-button.tsx";
import classes from "./today.module.css";

/** Windows that another system holds otherwise than they are: all of them in one row. */
export function ElsewhereRow({ apart }: { readonly apart: ReturnType<typeof apartFrom> }) {
  const titles = [...new Set([...apart.disagreeing, ...apart.stuck].map(({ title }) => title))];
  const [first = "", second, ...more] = titles;
  return (
    <div className={classes.row}>
      <IconAlertTriangle size={17} stroke={1.75} aria-hidden="true" className={classes.rowIcon} />
      <div className={classes.rowText}>
        <h3 className={classes.rowTitle}>{apartText(apart)}</h3>
        <p className={classes.rowDetail}>
          {[first, ...(second === undefined ? [] : [second]), ...(more.length === 0 ? [] : [`${more.length} more`])].join(", ")}
        </p>
      </div>
      <div className={classes.rowEnd}>
        <ButtonLink size="xs" href="/agreement">
          Compare
        </ButtonLink>
      </div>
    </div>
  );
}

/** What stands apart in other systems. What readers were told otherwise is among the notices already. */
export function apartElsewhere(views: readonly AgreementView[]): ReturnType<typeof apartFrom> | null {
  const apart = apartFrom(
    views.map((view) => ({ ...view, disagreements: view.disagreements.filter(({ of }) => of.kind === "counterpart") })),
  );
  return apart.disagreeing.length + apart.stuck.length === 0 ? null : apart;
}
