import { massMentionsIn } from "../mass-mentions.ts";
import { isOutsideChannel, readsOutside } from "../outside.ts";
import type { NoticeCheck, Sighting } from "./check-input.ts";

/** What is written for the inside never goes outside: to a customer, or to a channel others read along in. */
export const checkInternalNotice: NoticeCheck = ({ renderings, notice, voice, directory }) => {
  if (voice === "customer") return [];
  return renderings.flatMap(({ recipient, customerName }): Sighting[] => {
    const channel = directory.channels.find(({ id }) => id === recipient.channelId);
    const audience = directory.audiences.find(({ id }) => id === notice.audienceId);
    const who = customerName ?? channel?.name ?? recipient.channelId;
    if (!readsOutside(recipient, audience, channel)) return [];
    if (voice === "internal") {
      const why = isOutsideChannel(channel)
        ? `People outside read along in ${who} (${channel.readers.detail}).`
        : `${who} is outside.`;
      const message = `${why} This text is written for the inside. Speak to this audience as customers, or use a channel of your own.`;
      return [{ check: "internalNoticeOutside", part: "plan", quote: who, message }];
    }
    const message = `People outside read along in ${who}, and the text is written for people inside. Read it as they would.`;
    return [{ check: "insideVoiceOutside", part: "plan", quote: who, message }];
  });
};

/** Before a workspace speaks to people outside for the first time, live, somebody says once more that it may. */
export const checkFirstOutside: NoticeCheck = ({ isFirstOutside = false, renderings, notice, directory }) => {
  if (!isFirstOutside) return [];
  const audience = directory.audiences.find(({ id }) => id === notice.audienceId);
  const outside = renderings.flatMap(({ recipient, customerName }) => {
    const channel = directory.channels.find(({ id }) => id === recipient.channelId);
    return readsOutside(recipient, audience, channel) ? [customerName ?? channel?.name ?? recipient.channelId] : [];
  });
  const [first, ...others] = new Set(outside);
  if (first === undefined) return [];
  const whom = others.length === 0 ? first : `${first} and ${others.length} more`;
  const message = `This is the first live notice to people outside: ${whom}. It leaves this computer, and cannot be called back once it is sent.`;
  return [{ check: "firstOutside", part: "plan", quote: "", message }];
};

/** Calling everybody needs the workspace's leave, and a thought. */
export const checkMassMentionRight: NoticeCheck = ({ renderings, directory, workspace }) =>
  [...new Set(renderings.flatMap(({ content }) => massMentionsIn(content, directory)))].map((quote) =>
    workspace.massMentions === true
      ? {
          check: "callsEverybody",
          part: "plan",
          quote,
          message: `${quote} notifies everybody in the channel or in a large group, at whatever hour it is there.`,
        }
      : {
          check: "massMention",
          part: "plan",
          quote,
          message: `${quote} would call everybody, which this workspace does not allow. Take it out of the audience's mentions in the Directory, or allow mass mentions in Settings → Workspace.`,
        },
  );
