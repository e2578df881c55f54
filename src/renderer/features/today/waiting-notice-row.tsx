import type { WaitingNotice } from "../../../core/app/today/today.ts";
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import { Badge } from "../../ui/badge.tsx";
import { stagePhrases } from "../../ui/delivery-words.ts";
import { IconCalendarExclamation, IconEdit } from "../../ui/icons.ts";
import { PlaceLink } from "../../ui/place-link.tsx";
import { ButtonLink } from "../../ui/plain-button.tsx";
import { PromiseText } from "../../ui/promise-text.tsx";
import { awayText, nearText } from "../../ui/relative-words.ts";
import { clockText } from "../../ui/time-words.ts";
import { count, stageWords } from "../../ui/words.ts";
import classes from "./row.module.css";
import { Row } from "./row.tsx";

type Props = {
  readonly notice: WaitingNotice;
  readonly zone: ZoneId;
  readonly now: Instant;
  /** The one to begin with gets the primary button. */
  readonly isFirst: boolean;
};

/** A drafted notice that waits for a person's approval. */
export function WaitingNoticeRow({ notice, zone, now, isFirst }: Props) {
  const isOverdue = notice.dueAt <= now;
  const follows = notice.stage === "rescheduled" || notice.stage === "cancelled";
  const Icon = follows ? IconCalendarExclamation : IconEdit;
  return (
    <Row
      icon={Icon}
      title={title(notice)}
      detail={
        <>
          <PlaceLink href={`/windows/${notice.windowId}`} className={classes.quietLink}>
            {notice.windowTitle}
          </PlaceLink>{" "}
          · {follows && `${notice.audienceName} · `}
          {isOverdue ? "was due" : "due"} {nearText(notice.dueAt, now, zone)}, {awayText(notice.dueAt, now)}
          {notice.promise.kind !== "none" && (
            <>
              {" · "}
              <PromiseText promise={notice.promise} zone={zone} />
            </>
          )}
        </>
      }
      end={
        <>
          {follows && <Badge tone="warning">{stageWords[notice.stage]}</Badge>}
          {!follows && (
            <Badge tone={isOverdue ? "bad" : "warning"}>{isOverdue ? "Overdue" : `Due ${clockText(notice.dueAt, zone)}`}</Badge>
          )}
          <ButtonLink size="xs" look={isFirst ? "accent" : "default"} href={`/notices/${notice.id}`}>
            Review
          </ButtonLink>
        </>
      }
    />
  );
}

function title(notice: WaitingNotice): string {
  const recipients = count(notice.recipients, "recipient");
  switch (notice.stage) {
    case "rescheduled":
      return `${recipients} still ${notice.recipients === 1 ? "has" : "have"} the old time`;
    case "cancelled":
      return `${recipients} still ${notice.recipients === 1 ? "expects" : "expect"} a cancelled window`;
    default:
      return `Approve the ${stagePhrases[notice.stage]} for ${notice.audienceName} (${recipients})`;
  }
}
