import type { AgreementView } from "../../../core/app/connections/counterparts.ts";
import { apartFrom, apartText } from "../../ui/counterpart/counterpart-words.ts";
import { IconAlertTriangle } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/plain-button.tsx";
import { Row } from "./row.tsx";

/** Windows that another system holds otherwise than they are: all of them in one row. */
export function ElsewhereRow({ apart }: { readonly apart: ReturnType<typeof apartFrom> }) {
  const titles = [...new Set([...apart.disagreeing, ...apart.stuck].map(({ title }) => title))];
  const [first = "", second, ...more] = titles;
  return (
    <Row
      icon={IconAlertTriangle}
      title={apartText(apart)}
      detail={[first, ...(second === undefined ? [] : [second]), ...(more.length === 0 ? [] : [`${more.length} more`])].join(
        ", ",
      )}
      end={
        <ButtonLink size="xs" href="/agreement">
          Compare
        </ButtonLink>
      }
    />
  );
}

/** What stands apart in other systems. What readers were told otherwise is among the notices already. */
export function apartElsewhere(views: readonly AgreementView[]): ReturnType<typeof apartFrom> | null {
  const apart = apartFrom(
    views.map((view) => ({ ...view, disagreements: view.disagreements.filter(({ of }) => of.kind === "counterpart") })),
  );
  return apart.disagreeing.length + apart.stuck.length === 0 ? null : apart;
}
