import type { Directory } from "../../core/domain/directory.ts";
import type { ZoneId } from "../../core/domain/instant.ts";
import type { PlannedNotice } from "../../core/domain/notice.ts";
import { FactList } from "./fact-list.tsx";
import classes from "./plan-explanation.module.css";
import { PromiseText } from "./promise-text.tsx";
import { timeText } from "./time-words.ts";

type Props = {
  readonly notice: Pick<PlannedNotice, "explanation" | "recipients" | "latestUsefulAt" | "sending">;
  readonly directory: Directory;
  readonly zone: ZoneId;
};

/** Why a notice is owed: its timing, the calendar it was counted in, the policy's words, and each recipient's own time. */
export function PlanExplanation({ notice, directory, zone }: Props) {
  const { explanation, recipients } = notice;
  return (
    <div className={classes.explanation}>
      <FactList
        facts={[
          ["Timing", explanation.timing],
          ...(explanation.calendar === "" ? [] : [["Calendar", explanation.calendar] as const]),
          ["Because", explanation.because],
          ["Useful until", timeText(notice.latestUsefulAt, zone)],
          [
            "Leaves",
            notice.sending === "automatic" ? "By itself when due, if nothing is wrong with it" : "After a person has approved it",
          ],
        ]}
      />
      <ul className={classes.recipients} aria-label="Recipients">
        {recipients.map((recipient) => (
          <li key={`${recipient.channelId} ${recipient.customerId}`}>
            <strong>{nameOf(recipient, directory)}</strong>
            <span className="fw-tabular">{timeText(recipient.dueAt, recipient.zone)}</span>
            <PromiseText promise={recipient.promise} zone={recipient.zone} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function nameOf({ channelId, customerId }: PlannedNotice["recipients"][number], directory: Directory): string {
  const channel = directory.channels.find(({ id }) => id === channelId)?.name ?? "a removed channel";
  if (customerId === null) return channel;
  return `${directory.customers.find(({ id }) => id === customerId)?.name ?? "a removed customer"}, ${channel}`;
}
