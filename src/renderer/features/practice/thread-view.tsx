import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Workspace } from "../../../core/domain/directory.ts";
import type { PracticeMessage } from "../../../core/ports/store.ts";
import { useDirectory } from "../../api/use-workspace.ts";
import { MessagePreview } from "../../ui/preview/message-preview.tsx";
import { timeText } from "../../ui/time-words.ts";
import { count } from "../../ui/words.ts";
import type { Thread } from "./mailbox-threads.ts";
import classes from "./practice.module.css";
import "../../theme/form-styles.ts";

/** One thread as its readers see it, oldest message first. */
export function ThreadView({ thread, workspace }: { readonly thread: Thread; readonly workspace: Workspace }) {
  const [form, setForm] = useState<"rich" | "text">("rich");
  const isMail = thread.messages.some(({ content }) => content.kind === "mail");
  const windowId = thread.messages[0]?.windowId;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={classes.view} aria-label={`Thread: ${thread.subject}`} tabIndex={0}>
      <header className={classes.viewHead}>
        <div className={classes.viewTitles}>
          <h2 className={classes.viewTitle}>{thread.placeName}</h2>
          <p className={classes.threadDetail}>
            {count(thread.messages.length, "message")}
            {windowId !== undefined && (
              <>
                {" · "}
                <Link href={`/windows/${windowId}`}>Open the window</Link>
              </>
            )}
          </p>
        </div>
        {isMail && (
          <SegmentedControl
            size="xs"
            aria-label="Show mail as"
            data={[
              { value: "rich", label: "Outlook" },
              { value: "text", label: "Plain text" },
            ]}
            value={form}
            onChange={(value) => setForm(value === "text" ? "text" : "rich")}
            transitionDuration={0}
          />
        )}
      </header>
      <ol className={classes.messages}>
        {thread.messages.map((message, index) => (
          <li key={message.id} className={classes.message} data-reply={index > 0 || undefined}>
            {/* A mail's own head tells its time. */}
            {message.content.kind !== "mail" && (
              <p className={classes.arrived}>Arrived {timeText(message.at, workspace.zone, "long")}</p>
            )}
            <Arrived message={message} form={form} isReply={index > 0} workspace={workspace} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Arrived({
  message,
  form,
  isReply,
  workspace,
}: {
  readonly message: PracticeMessage;
  readonly form: "rich" | "text";
  readonly isReply: boolean;
  readonly workspace: Workspace;
}) {
  const directory = useDirectory();
  const channel = directory?.channels.find(({ name }) => name === message.channelName);
  const mailbox = channel?.kind === "mail" && channel.from !== null ? { name: workspace.name, email: channel.from } : null;
  return (
    <MessagePreview
      content={message.content}
      form={form}
      isReply={isReply}
      from={mailbox ?? workspace.coordinator}
      to={message.recipients}
      at={{ instant: message.at, zone: workspace.zone }}
      {...(message.content.kind === "mail" ? {} : { channelName: message.channelName })}
    />
  );
}
