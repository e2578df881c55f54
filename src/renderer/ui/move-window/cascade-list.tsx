import type { Directory } from "../../../core/domain/directory.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import type { Cascade, NoticeChange } from "../../../core/domain/planning/cascade.ts";
import { SpanText, TimeText } from "../time-text.tsx";
import { count, stageWords } from "../words.ts";
import classes from "./move-window.module.css";

type Props = { readonly cascade: Cascade; readonly directory: Directory; readonly zone: ZoneId };

/** Every notice with its old due time struck out beside the new one, and everyone who is owed a correction, by name. */
export function CascadeList({ cascade, directory, zone }: Props) {
  const { notices, told } = cascade;
  return (
    <>
      {notices.length > 0 && (
        // A list that may be longer than its place must be reachable to be scrolled by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls.
        <section className={classes.list} aria-label="Notices before and after" tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Notice</th>
                <th scope="col">Due before</th>
                <th scope="col">Due after</th>
                <th scope="col">Promise</th>
              </tr>
            </thead>
            <tbody>
              {notices.map((change, index) => (
                <Row
                  key={`${change.noticeId ?? index} ${change.stage} ${change.audienceId}`}
                  change={change}
                  directory={directory}
                  zone={zone}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {told.length > 0 && (
        <section className={classes.told} aria-label="Who gets a correction">
          <h3>
            {count(told.length, "recipient")} who heard the old time {told.length === 1 ? "gets" : "get"} a rescheduled notice
          </h3>
          <ul>
            {told.map(({ channelId, customerId, startAt, endAt }) => (
              <li key={`${channelId} ${customerId ?? ""}`}>
                <strong>{recipientName(directory, channelId, customerId)}</strong> <span className={classes.heard}>heard</span>{" "}
                <s>
                  <SpanText from={startAt} to={endAt} zone={zone} />
                </s>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Row({
  change,
  directory,
  zone,
}: {
  readonly change: NoticeChange;
  readonly directory: Directory;
  readonly zone: ZoneId;
}) {
  const { kind, stage, audienceId, before, after, takenBack, promises } = change;
  const audience = directory.audiences.find(({ id }) => id === audienceId)?.name ?? "Removed audience";
  return (
    <tr data-kind={kind}>
      <th scope="row">
        {stageWords[stage]} <span className={classes.audience}>{audience}</span>
        {takenBack > 0 && (
          <span className={classes.tag} data-tone="warning">
            {count(takenBack, "approved message")} taken back
          </span>
        )}
      </th>
      <td>
        {before === null ? (
          <span className={classes.none}>not planned</span>
        ) : kind === "same" ? (
          <TimeText at={before} zone={zone} />
        ) : (
          <s>
            <TimeText at={before} zone={zone} />
          </s>
        )}
      </td>
      <td>
        {after === null ? (
          <span className={classes.none}>owed no more</span>
        ) : kind === "same" ? (
          <span className={classes.none}>unchanged</span>
        ) : (
          <strong>
            <TimeText at={after} zone={zone} />
          </strong>
        )}
        {kind === "added" && <span className={classes.tag}>new</span>}
      </td>
      <td data-tone={promises.broken > 0 ? "bad" : "good"}>{promiseWords(promises)}</td>
    </tr>
  );
}

function promiseWords({ kept, broken }: NoticeChange["promises"]): string {
  if (kept + broken === 0) return "";
  if (broken === 0) return kept === 1 ? "kept" : `kept for all ${kept}`;
  return kept === 0 ? "broken" : `broken for ${broken} of ${kept + broken}`;
}

function recipientName(directory: Directory, channelId: string, customerId: string | null): string {
  const channel = directory.channels.find(({ id }) => id === channelId)?.name ?? "a removed channel";
  if (customerId === null) return channel;
  return `${directory.customers.find(({ id }) => id === customerId)?.name ?? "A removed customer"}, ${channel}`;
}
