import { useQuery } from "@tanstack/react-query";
import type { MessageContent } from "../../../core/domain/delivery.ts";
import type { Instant, ZoneId } from "../../../core/domain/instant.ts";
import { trpc } from "../../api/trpc.ts";
import { IconCalendarEvent, IconHandClick } from "../icons.ts";
import { clockText, timeText } from "../time-words.ts";
import { MailBody } from "./mail-body.tsx";
import { MessageHtml } from "./message-html.tsx";
import { PhoneRow } from "./phone-row.tsx";
import classes from "./preview.module.css";
import { SlackBlocks } from "./slack-blocks.tsx";

type Props = {
  readonly content: MessageContent;
  /** `text` shows a mail's plain-text part instead of its HTML; other messages look the same either way. */
  readonly form?: "rich" | "text";
  /** As whom it is sent. */
  readonly from: { readonly name: string; readonly email: string };
  /** A mail's recipients, in order. */
  readonly to?: readonly { readonly name: string; readonly email: string }[];
  /** The channel's name, as `#devops`. */
  readonly channelName?: string;
  /** When it arrived; left out in a preview of what has not been sent. */
  readonly at?: { readonly instant: Instant; readonly zone: ZoneId };
  readonly isReply?: boolean;
};

/** A message exactly as it will arrive: as Slack, Teams, Outlook, plain text, or what a person is asked to do. */
export function MessagePreview(props: Props) {
  const { content, form = "rich" } = props;
  switch (content.kind) {
    case "slack":
      return <SlackMessage {...props} content={content} />;
    case "teams":
      return <TeamsMessage {...props} content={content} />;
    case "mail":
      return <MailMessage {...props} content={content} form={form} />;
    default:
      return <ManualMessage content={content} />;
  }
}

type PropsFor<Kind extends MessageContent["kind"]> = Omit<Props, "content"> & {
  readonly content: Extract<MessageContent, { kind: Kind }>;
};

/** A longer word must break, or it would leave the screen. */
const longestUnbroken = 24;

function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  return `${words[0]?.charAt(0) ?? ""}${words.length > 1 ? (words.at(-1)?.charAt(0) ?? "") : ""}`.toUpperCase();
}

function SlackMessage({ content, from, channelName, at, isReply = false }: PropsFor<"slack">) {
  const directory = useQuery(trpc.directory.all.queryOptions());
  const nameOf = (id: string): string => directory.data?.contacts.find(({ slackId }) => slackId === id)?.name ?? id;
  return (
    <article className={classes.slack} aria-label={`Slack message${channelName === undefined ? "" : ` in ${channelName}`}`}>
      {channelName !== undefined && <p className={classes.place}>{isReply ? `Thread in ${channelName}` : channelName}</p>}
      <div className={classes.chat}>
        <span className={classes.slackFace} aria-hidden="true">
          {initials(from.name)}
        </span>
        <div className={classes.chatBody}>
          <p className={classes.author}>
            <strong>{from.name}</strong> {at !== undefined && <span>{clockText(at.instant, at.zone)}</span>}
          </p>
          <div className={classes.message}>
            <SlackBlocks blocks={content.blocks} nameOf={nameOf} />
          </div>
          {content.details !== undefined && (
            <section className={classes.thread} aria-label="Details in its thread">
              <p className={classes.threadHead}>In the thread</p>
              <div className={classes.message}>
                <SlackBlocks blocks={content.details.blocks} nameOf={nameOf} />
              </div>
            </section>
          )}
        </div>
      </div>
    </article>
  );
}

function TeamsMessage({ content, from, channelName, at, isReply = false }: PropsFor<"teams">) {
  return (
    <article className={classes.teams} aria-label={`Teams message${channelName === undefined ? "" : ` in ${channelName}`}`}>
      {channelName !== undefined && <p className={classes.place}>{isReply ? `Reply in ${channelName}` : channelName}</p>}
      <div className={classes.chat}>
        <span className={classes.teamsFace} aria-hidden="true">
          {initials(from.name)}
        </span>
        <div className={classes.teamsCard}>
          <p className={classes.author}>
            <strong>{from.name}</strong> {at !== undefined && <span>{clockText(at.instant, at.zone)}</span>}
          </p>
          {content.subject !== "" && !isReply && (
            <p className={classes.subject}>
              <Unbroken text={content.subject} />
            </p>
          )}
          <div className={classes.message}>
            <MessageHtml html={content.html} />
          </div>
        </div>
      </div>
    </article>
  );
}

function MailMessage({ content, form, from, to, at }: PropsFor<"mail">) {
  const attachment = content.calendar !== "" && (
    <p className={classes.attachment}>
      <IconCalendarEvent size={15} stroke={1.75} aria-hidden="true" />
      window.ics
    </p>
  );
  return (
    <article className={classes.mail} aria-label={`Mail: ${content.subject}`}>
      {form === "rich" && (
        <PhoneRow sender={from.name} subject={content.subject} html={content.html} {...(at === undefined ? {} : { at })} />
      )}
      <p className={classes.mailSubject}>
        <Unbroken text={content.subject} />
      </p>
      <div className={classes.mailHead}>
        <span className={classes.mailFace} aria-hidden="true">
          {initials(from.name)}
        </span>
        <div className={classes.mailNames}>
          <p>
            <strong>{from.name}</strong> <span>&lt;{from.email}&gt;</span>
          </p>
          {to !== undefined && (
            <p>
              <span>To: </span>
              {to.length === 0 ? "nobody yet" : to.map(({ name }) => name).join("; ")}
            </p>
          )}
        </div>
        {at !== undefined && <span className={classes.mailAt}>{timeText(at.instant, at.zone)}</span>}
      </div>
      {form === "text" ? (
        <div className={classes.plainBox}>
          {attachment}
          <pre className={classes.plain}>{content.text}</pre>
        </div>
      ) : (
        <MailBody html={withLogo(content)} title={`Mail: ${content.subject}`} beside={attachment} />
      )}
    </article>
  );
}

/** References and offsets hold together, as `FW-2026-118`: a line would else break at their hyphens. */
function Unbroken({ text }: { readonly text: string }) {
  return text.split(/(\S*\w-\w\S*)/u).map((part, at) =>
    at % 2 === 0 || part.length > longestUnbroken ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity and never move.
      <span key={at} className={classes.unbroken}>
        {part}
      </span>
    ),
  );
}

/** A mail program finds the picture in the mail; the frame is given it in place. */
function withLogo({ html, logo }: Extract<MessageContent, { kind: "mail" }>): string {
  if (logo === undefined) return html;
  return html.replaceAll(`src="cid:${logo.contentId}"`, `src="data:${logo.mediaType};base64,${logo.base64}"`);
}

function ManualMessage({ content }: { readonly content: Extract<MessageContent, { kind: "manual" }> }) {
  return (
    <article className={classes.manual} aria-label="To do by hand">
      <p className={classes.place}>
        <IconHandClick size={15} stroke={1.75} aria-hidden="true" /> Copy this, and tick it off when it is done
      </p>
      {content.subject !== "" && <p className={classes.subject}>{content.subject}</p>}
      <pre className={classes.plain}>{content.text}</pre>
    </article>
  );
}
