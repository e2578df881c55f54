import type { ChannelKind } from "../../../core/domain/directory.ts";
import type { ZoneId } from "../../../core/domain/instant.ts";
import { useNow } from "../../state/now.ts";
import { type Icon, IconBrandSlack, IconBrandTeams, IconHandClick, IconMail } from "../../ui/icons.ts";
import { nearText } from "../../ui/relative-words.ts";
import { channelKindWords, count } from "../../ui/words.ts";
import type { Place, Thread } from "./mailbox-threads.ts";
import classes from "./practice.module.css";

type Props = {
  readonly places: readonly Place[];
  readonly chosenKey: string;
  readonly zone: ZoneId;
  readonly onChoose: (key: string) => void;
};

const icons: Readonly<Record<ChannelKind, Icon>> = {
  slack: IconBrandSlack,
  teamsChannel: IconBrandTeams,
  teamsChat: IconBrandTeams,
  mail: IconMail,
  manual: IconHandClick,
};

/** Places and their threads, the latest first. */
export function MailboxList({ places, chosenKey, zone, onChoose }: Props) {
  const now = useNow(60_000);
  return (
    <nav className={classes.list} aria-label="Threads by place">
      {places.map((place) => (
        <section key={place.name} aria-label={place.name}>
          <PlaceHeading place={place} />
          <ul className={classes.threads}>
            {place.threads.map((thread) => (
              <li key={thread.key}>
                <button
                  type="button"
                  className={classes.thread}
                  aria-current={thread.key === chosenKey ? "true" : undefined}
                  onClick={() => onChoose(thread.key)}
                >
                  <span className={classes.threadSubject}>{thread.subject}</span>
                  <span className={classes.threadDetail}>{threadDetail(thread, nearText(thread.lastAt, now, zone))}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function PlaceHeading({ place }: { readonly place: Place }) {
  const kind = place.threads[0]?.messages[0]?.channelKind ?? "mail";
  const Icon = icons[kind];
  return (
    <h2 className={classes.place} title={channelKindWords[kind]}>
      <Icon size={15} stroke={1.75} aria-hidden="true" />
      {place.name}
    </h2>
  );
}

function threadDetail(thread: Thread, when: string): string {
  const replies = thread.messages.length - 1;
  return replies === 0 ? when : `${when} · ${count(replies, "reply", "replies")}`;
}
