import type { Instant } from "../../../core/domain/instant.ts";
import type { PracticeMessage } from "../../../core/ports/store.ts";

/** Messages of one place that answer one another, oldest first. */
export type Thread = {
  readonly key: string;
  readonly subject: string;
  readonly placeName: string;
  readonly messages: readonly PracticeMessage[];
  readonly lastAt: Instant;
};

/** One channel or, for what goes outside, one customer's mailbox. */
export type Place = { readonly name: string; readonly threads: readonly Thread[]; readonly lastAt: Instant };

/** Sorts the mailbox as its readers would find it: place by place, thread by thread, the latest first. */
export function threadsOf(messages: readonly PracticeMessage[], customerName: (id: string) => string): readonly Place[] {
  const placeName = ({ customerId, channelName }: PracticeMessage): string =>
    customerId === null ? channelName : `${customerName(customerId)}, ${channelName}`;
  return [...Map.groupBy(messages, placeName)]
    .map(([name, here]): Place => {
      const threads = [...Map.groupBy(here, ({ threadId, id }) => (threadId === "" ? id : threadId))]
        .map(([threadId, replies]) => threadOf(name, threadId, replies))
        .toSorted((one, other) => other.lastAt - one.lastAt);
      return { name, threads, lastAt: Math.max(...threads.map(({ lastAt }) => lastAt)) };
    })
    .toSorted((one, other) => other.lastAt - one.lastAt);
}

function threadOf(placeName: string, threadId: string, messages: readonly PracticeMessage[]): Thread {
  const oldestFirst = messages.toSorted((one, other) => one.at - other.at);
  const first = oldestFirst[0];
  return {
    key: `${placeName} ${threadId}`,
    subject: first === undefined ? "" : subjectOf(first),
    placeName,
    messages: oldestFirst,
    lastAt: oldestFirst.at(-1)?.at ?? 0,
  };
}

/** The line a reader sees first. A Slack message has no subject: its first line stands in. */
function subjectOf({ content }: PracticeMessage): string {
  return content.kind === "slack" ? (content.text.split("\n", 1)[0] ?? "") : content.subject;
}
