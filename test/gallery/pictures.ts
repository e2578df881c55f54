import { createMessageRenderer } from "../../src/adapters/rendering/message-renderer.ts";
import type { MessageContent } from "../../src/core/domain/delivery.ts";
import { type Directory, type Voice, voices } from "../../src/core/domain/directory.ts";
import { factsFor } from "../../src/core/domain/facts.ts";
import { type Stage, stages } from "../../src/core/domain/matrix.ts";
import { aFactsInput } from "../builders/notice.ts";
import { defaultTemplates } from "../builders/templates.ts";

/** One notice in several channels, as one picture shows it. */
export type Picture = {
  /** The file's name, without its ending. */
  readonly name: string;
  readonly stage: Stage;
  readonly voice: Voice;
  readonly title: string;
  readonly directory: Directory;
  readonly sides: readonly {
    readonly title: string;
    /** In pixels. */
    readonly width: number;
    readonly content: MessageContent;
    readonly from: { readonly name: string; readonly email: string };
    readonly channelName: string | null;
  }[];
};

const stageWords: Readonly<Record<Stage, string>> = {
  announce: "Announcement",
  reminder: "Reminder",
  start: "Start",
  progress: "Progress",
  extended: "Extended",
  rescheduled: "Moved",
  cancelled: "Cancelled",
  rolledBack: "Rolled back",
  completed: "Completed",
};
const voiceWords: Readonly<Record<Voice, string>> = {
  internal: "internal teams",
  business: "business",
  customer: "customers",
  executive: "executives",
};

const renderer = createMessageRenderer();
const desk = { name: "Regional health platform", email: "changes@example.org" };

/** The default template of every stage and audience, over the example window. Customers read in a zone of their own. */
export function picturesOfNotices(): readonly Picture[] {
  const templates = defaultTemplates();
  return stages.flatMap((stage) =>
    voices.flatMap((voice) => {
      const template = templates.find((one) => one.stage === stage && one.voice === voice);
      if (template === undefined) throw new Error(`No template for ${stage}, ${voice}`);
      return [pictureOf(stage, voice, template)];
    }),
  );
}

/** A notice to customers as a mail, for pictures of the mail alone. */
export function mailOf(picture: Picture): string {
  const mail = picture.sides.find(({ content }) => content.kind === "mail")?.content;
  if (mail?.kind !== "mail") throw new Error(`${picture.name} has no mail`);
  return mail.html;
}

function pictureOf(stage: Stage, voice: Voice, template: { readonly subject: string; readonly body: string }): Picture {
  const input = aFactsInput(stage, voice);
  const zone = voice === "customer" ? "America/New_York" : input.recipient.zone;
  const facts = factsFor({ ...input, recipient: { ...input.recipient, zone } });
  const say = (channel: "mail" | "slack" | "teamsChannel"): MessageContent =>
    renderer.render(template, facts, channel, "").message.content;
  return {
    name: `${stage}-${voice}`,
    stage,
    voice,
    title: `${stageWords[stage]}, to ${voiceWords[voice]}${voice === "customer" ? " in New York" : ""}`,
    directory: input.directory,
    sides: [
      { title: "Mail", width: 500, content: say("mail"), from: desk, channelName: null },
      { title: "Slack", width: 400, content: say("slack"), from: desk, channelName: "#changes" },
      { title: "Teams", width: 400, content: say("teamsChannel"), from: desk, channelName: "Changes" },
    ],
  };
}
