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
        {[...byTurn(recipients)].map(([turn, [recipient, ...others]]) => (
          <li key={turn}>
            <strong>{namesOf([recipient, ...others], directory)}</strong>
            <span className="fw-tabular">{timeText(recipient.dueAt, recipient.zone)}</span>
            <PromiseText promise={recipient.promise} zone={recipient.zone} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type Recipient = PlannedNotice["recipients"][number];
type SameTurn = readonly [Recipient, ...Recipient[]];

/** A customer reached by several channels at one time, under one promise, is told of once. */
function byTurn(recipients: readonly Recipient[]): ReadonlyMap<string, SameTurn> {
  const turns = new Map<string, SameTurn>();
  for (const recipient of recipients) {
    const { customerId, channelId, dueAt, promise } = recipient;
    const turn = JSON.stringify([customerId ?? channelId, dueAt, promise]);
    const before = turns.get(turn);
    turns.set(turn, before === undefined ? [recipient] : [...before, recipient]);
  }
  return turns;
}

function namesOf([first, ...others]: SameTurn, { channels, customers }: Directory): string {
  const places = [first, ...others].map(
    ({ channelId }) => channels.find(({ id }) => id === channelId)?.name ?? "a removed channel",
  );
  if (first.customerId === null) return places.join(", ");
  return [customers.find(({ id }) => id === first.customerId)?.name ?? "a removed customer", ...places].join(", ");
}
