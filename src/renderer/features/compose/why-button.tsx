import { Popover } from "@mantine/core";
import { Link } from "wouter";
import type { ComposeView } from "../../../core/app/notices/notices.ts";
import type { Directory } from "../../../core/domain/directory.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { IconChevronDown } from "../../ui/icons.ts";
import { PlanExplanation } from "../../ui/plan-explanation.tsx";
import classes from "./header-button.module.css";

type Props = { readonly view: ComposeView; readonly directory: Directory; readonly zone: ZoneId };

/** The rule behind the notice, and how its time was counted. */
export function WhyButton({ view, directory, zone }: Props) {
  const { rule, notice } = view;
  const changeType = directory.changeTypes.find(({ id }) => id === rule?.changeTypeId)?.name;
  const audience = directory.audiences.find(({ id }) => id === notice.audienceId)?.name ?? "";
  const words = rule === null ? "Owed to those who heard" : `Rule: ${changeType ?? "every change"} → ${audience}`;
  return (
    <Popover width={560} position="bottom-end" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={classes.button}>
          {words}
          <IconChevronDown size={13} stroke={2} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.popover}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
        <section className={classes.why} tabIndex={0} aria-label="Why it is owed, and when to whom">
          <PlanExplanation notice={notice} directory={directory} zone={zone} />
        </section>
        {rule !== null && (
          <p className={classes.popoverEnd}>
            <Link href="/matrix">Open the matrix</Link>
          </p>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
