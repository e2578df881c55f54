import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "wouter";
import type { Workspace } from "../../../core/domain/directory.ts";
import type { PracticeMessage } from "../../../core/ports/store.ts";
import { trpc } from "../../api/trpc.ts";
import { useDirectory, useWorkspace } from "../../api/use-workspace.ts";
import { Empty } from "../../ui/empty.tsx";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconFlask } from "../../ui/icons.ts";
import { Loading } from "../../ui/loading.tsx";
import { Page } from "../../ui/page.tsx";
import { count } from "../../ui/words.ts";
import { MailboxList } from "./mailbox-list.tsx";
import { threadsOf } from "./mailbox-threads.ts";
import classes from "./practice.module.css";
import { ThreadView } from "./thread-view.tsx";

/** The mailbox of practice mode: every message as it would have arrived, where it would have arrived. */
export function PracticePage() {
  const workspace = useWorkspace();
  const mailbox = useQuery(trpc.outbox.practiceMailbox.queryOptions());
  const messages = mailbox.data;
  return (
    <Page
      title="Practice mailbox"
      detail={messages === undefined ? "" : `${count(messages.length, "message")}, none of which left this computer`}
      layout="full"
    >
      {mailbox.error !== null && (
        <div className={classes.note}>
          <ErrorNote error={mailbox.error} onRetry={() => void mailbox.refetch()} />
        </div>
      )}
      {(messages === undefined || workspace === null) && mailbox.error === null && <Loading what="Opening the mailbox" />}
      {messages !== undefined && messages.length === 0 && (
        <Empty icon={IconFlask} title="Nothing has arrived yet" action={<Link href="/today">See what needs you</Link>}>
          In practice mode every approved notice arrives here, exactly as its reader would see it. Approve one, and look.
        </Empty>
      )}
      {messages !== undefined && messages.length > 0 && workspace !== null && (
        <Mailbox messages={messages} workspace={workspace} />
      )}
    </Page>
  );
}

function Mailbox({ messages, workspace }: { readonly messages: readonly PracticeMessage[]; readonly workspace: Workspace }) {
  const directory = useDirectory();
  const [search, setSearch] = useSearchParams();
  const places = threadsOf(
    messages,
    (id) => directory?.customers.find((customer) => customer.id === id)?.name ?? "a removed customer",
  );
  const threads = places.flatMap((place) => place.threads);
  const wanted = search.get("thread");
  const chosen = threads.find(({ key }) => key === wanted) ?? threads.toSorted((one, other) => other.lastAt - one.lastAt)[0];
  return (
    <div className={classes.mailbox}>
      <MailboxList
        places={places}
        chosenKey={chosen?.key ?? ""}
        zone={workspace.zone}
        onChoose={(key) => setSearch({ thread: key }, { replace: true })}
      />
      {chosen !== undefined && <ThreadView thread={chosen} workspace={workspace} />}
    </div>
  );
}
