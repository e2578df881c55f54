import { ActionIcon, SegmentedControl, Select } from "@mantine/core";
import { useMemo, useState } from "react";
import type { ComposeView, NoticeRecipient } from "../../../core/app/notices/notices.ts";
import type { ChannelKind, Directory, Workspace } from "../../../core/domain/directory.ts";
import { ErrorNote } from "../../ui/error-note.tsx";
import { IconChevronLeft, IconChevronRight } from "../../ui/icons.ts";
import { Loading } from "../../ui/loading.tsx";
import { MessagePreview } from "../../ui/preview/message-preview.tsx";
import { zonePlace } from "../../ui/time-words.ts";
import classes from "./compose.module.css";
import type { Preview } from "./use-preview.ts";

type Form = "mail" | "text" | "slack" | "teams" | "manual";

type Props = {
  readonly view: ComposeView;
  readonly preview: Preview;
  readonly directory: Directory;
  readonly workspace: Workspace;
  readonly recipientKey: string | null;
  readonly onRecipient: (key: string) => void;
};

const formWords: Readonly<Record<Form, string>> = {
  mail: "Outlook",
  text: "Plain text",
  slack: "Slack",
  teams: "Teams",
  manual: "By hand",
};
const formOfChannel: Readonly<Record<ChannelKind, Form>> = {
  mail: "mail",
  slack: "slack",
  teamsChannel: "teams",
  teamsChat: "teams",
  manual: "manual",
};

/** The draft as each recipient gets it, in each form; stepping to a recipient shows the form of its channel. */
export function PreviewPanel({ view, preview, directory, workspace, recipientKey, onRecipient }: Props) {
  const { recipients } = view;
  const at = Math.max(
    0,
    recipients.findIndex(({ key }) => key === recipientKey),
  );
  const recipient = recipients[at];
  const [chosen, setChosen] = useState<Form | null>(null);
  const form = chosen ?? (recipient === undefined ? "mail" : formOfChannel[recipient.channelKind]);
  const isByHand = recipients.some(({ channelKind }) => channelKind === "manual");
  const forms = (["mail", "text", "slack", "teams", ...(isByHand ? ["manual" as const] : [])] as const).map((value) => ({
    value,
    label: formWords[value],
  }));
  const choose = (key: string | null | undefined): void => {
    if (key === null || key === undefined) return;
    setChosen(null);
    onRecipient(key);
  };
  const step = (by: number): void => choose(recipients[at + by]?.key);
  const choices = useMemo(() => choicesOf(recipients), [recipients]);
  return (
    <section className={classes.panel} aria-label="Preview" aria-busy={preview.isPending}>
      <div className={classes.panelHead}>
        <SegmentedControl
          size="xs"
          aria-label="Preview as"
          data={forms}
          value={form}
          onChange={(value) => setChosen(value as Form)}
          transitionDuration={0}
        />
        {recipient !== undefined && (
          <div className={classes.recipientStep}>
            <span className="fw-tabular">
              {at + 1} of {recipients.length}
            </span>
            <Select
              size="xs"
              className={classes.recipientChoice}
              aria-label="As whom it is read"
              data={choices}
              value={recipient.key}
              onChange={choose}
              allowDeselect={false}
              searchable={recipients.length > 8}
              nothingFoundMessage="No such recipient"
              comboboxProps={{ width: 320, position: "bottom-end" }}
            />
            <ActionIcon aria-label="Previous recipient" disabled={at === 0} onClick={() => step(-1)}>
              <IconChevronLeft size={16} stroke={1.75} aria-hidden="true" />
            </ActionIcon>
            <ActionIcon aria-label="Next recipient" disabled={at >= recipients.length - 1} onClick={() => step(1)}>
              <IconChevronRight size={16} stroke={1.75} aria-hidden="true" />
            </ActionIcon>
          </div>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className={classes.previewBody} tabIndex={0} aria-label="The message as it will arrive">
        <ErrorNote error={preview.error} />
        {preview.view === null && preview.error === null && <Loading what="Rendering" />}
        {preview.view !== null && (
          <MessagePreview
            content={preview.view.messages[form === "text" ? "mail" : form].content}
            form={form === "text" ? "text" : "rich"}
            from={senderOf(recipient, directory, workspace)}
            {...(recipient === undefined
              ? {}
              : recipient.channelKind === "mail"
                ? { to: recipient.to }
                : { channelName: recipient.channelName })}
          />
        )}
      </section>
    </section>
  );
}

/** The recipients by name, each with the zone it reads in; with the channel where a name is not enough. */
function choicesOf(recipients: readonly NoticeRecipient[]): { readonly value: string; readonly label: string }[] {
  const nameOf = ({ customerName, channelName }: NoticeRecipient): string => customerName ?? channelName;
  const times = Map.groupBy(recipients, nameOf);
  return recipients.map((one) => {
    const channel = (times.get(nameOf(one))?.length ?? 0) > 1 ? ` (${one.channelName})` : "";
    return { value: one.key, label: `${nameOf(one)}, ${zonePlace(one.zone)} time${channel}` };
  });
}

/** As whom it is sent: the shared mailbox of a mail channel, the coordinator otherwise. */
function senderOf(recipient: NoticeRecipient | undefined, directory: Directory, workspace: Workspace) {
  const channel = directory.channels.find(({ id }) => id === recipient?.channelId);
  if (channel?.kind === "mail" && channel.from !== null) return { name: workspace.name, email: channel.from };
  return workspace.coordinator;
}
