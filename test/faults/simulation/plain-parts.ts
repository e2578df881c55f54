import { hash } from "node:crypto";
import type { MessageContent } from "../../../src/core/domain/delivery.ts";
import { voices } from "../../../src/core/domain/directory.ts";
import { factText } from "../../../src/core/domain/fact-text.ts";
import type { Stage } from "../../../src/core/domain/matrix.ts";
import { stages } from "../../../src/core/domain/matrix.ts";
import type { Template } from "../../../src/core/domain/message.ts";
import type { Ids } from "../../../src/core/ports/ids.ts";
import type { MessageRenderer } from "../../../src/core/ports/message-renderer.ts";

/** Fills in the facts a notice must carry and nothing else: how a message looks is not what is simulated. */
export const plainRenderer: MessageRenderer = {
  render(draft, facts, channel, calendar) {
    const say = (name: string): string => {
      const fact = facts.get(name);
      return fact === undefined ? "" : factText(fact);
    };
    const subject = `${draft.subject} (${say("window.reference")})`;
    const text = `${draft.body} ${say("service.names")}, ${say("window.when")}. ${say("contact.point")}`;
    const contents: Record<typeof channel, MessageContent> = {
      slack: { kind: "slack", text: `${subject}\n${text}`, blocks: [] },
      teamsChannel: { kind: "teams", subject, html: text, mentions: [] },
      teamsChat: { kind: "teams", subject, html: text, mentions: [] },
      mail: { kind: "mail", subject, html: text, text, calendar },
      manual: { kind: "manual", subject, text },
    };
    return { message: { subject, text, html: text, content: contents[channel] }, problems: [] };
  },
};

const words: Readonly<Record<Stage, string>> = {
  announce: "Planned work",
  reminder: "Reminder of planned work",
  start: "Work has begun",
  progress: "Work goes on",
  extended: "Work takes longer",
  rescheduled: "Work has moved",
  cancelled: "Work is cancelled",
  rolledBack: "Work was taken back",
  completed: "Work is over",
};

export const plainTemplates: readonly Template[] = stages.flatMap((stage) =>
  voices.map((voice) => ({ stage, voice, subject: words[stage], body: `${words[stage]}.` })),
);

/** Ids in order, so that a seed gives the same ones again; fingerprints are the real ones. */
export function countedIds(prefix: string): Ids {
  let last = 0;
  return {
    next() {
      last += 1;
      return `${prefix}-${last}`;
    },
    fingerprint: (text) => hash("sha256", text, "hex"),
  };
}
