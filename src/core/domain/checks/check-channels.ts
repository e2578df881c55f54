import type { NoticeCheck } from "./check-input.ts";

/** A channel nothing can be posted to as its provider saw it last: found while the notice is written, not when it is due. */
export const checkChannels: NoticeCheck = ({ renderings, directory }) => {
  const wanted = new Set(renderings.map(({ recipient }) => recipient.channelId));
  return directory.channels.flatMap(({ id, name, problem }) =>
    problem === undefined || !wanted.has(id)
      ? []
      : [
          {
            check: "channelProblem" as const,
            part: "plan" as const,
            quote: name,
            message: `${name} would not take this notice. ${problem.detail}.`,
          },
        ],
  );
};
