import { z } from "zod";
import type { Speaker } from "../network/call-outcome.ts";

/** What of Jira's REST API this program reads: v3 of Cloud, v2 of Data Center. */
export const serverInfo = z.object({ baseUrl: z.string(), deploymentType: z.string().default("Server") });
export const myself = z.object({ displayName: z.string(), emailAddress: z.string().nullish() });
export const permissions = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });
export const issue = z.object({
  key: z.string(),
  fields: z.object({ summary: z.string().nullish(), status: z.object({ id: z.string(), name: z.string() }) }),
});
export type Issue = z.infer<typeof issue>;
export const picked = z.object({
  sections: z.array(z.object({ issues: z.array(z.object({ key: z.string(), summaryText: z.string().nullish() })).default([]) })),
});
export const projectStatuses = z.array(z.object({ statuses: z.array(z.object({ id: z.string(), name: z.string() })) }));
export const transitions = z.object({
  transitions: z.array(z.object({ id: z.string(), name: z.string(), to: z.object({ id: z.string(), name: z.string() }) })),
});
const remoteLink = z.object({
  object: z.object({
    title: z.string().nullish(),
    summary: z.string().nullish(),
    status: z.object({ resolved: z.boolean().nullish() }).nullish(),
  }),
});
/** Asked for by its global id, a link comes alone; some versions answer a list of it. */
export const remoteLinks = z.union([remoteLink.transform((link) => [link]), z.array(remoteLink)]);
export type RemoteLink = z.infer<typeof remoteLink>;
export const comments = z.object({ comments: z.array(z.object({ id: z.string(), body: z.unknown() })) });
/** What was made or changed, by its id. */
export const made = z.object({ id: z.union([z.string(), z.number()]) });
const refusal = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});

export const jira: Speaker = {
  name: "Jira",
  reasonOf({ status, body }) {
    const read = refusal.safeParse(body);
    if (!read.success || body === null) {
      return "the answer is not a Jira site's. Check the site's address; in the cloud it is https://SITE.atlassian.net.";
    }
    const { errorMessages, errors } = read.data;
    const fields = Object.entries(errors).map(([field, message]) => `${field}: ${message}`);
    const words = [...errorMessages, ...fields].join(" ").slice(0, 300);
    if (status === 404) return `it is not there, or your sign-in may not see it.`;
    if (status === 403) return `${words === "" ? "it is not allowed." : words} A project administrator gives the permission.`;
    return words === "" ? `HTTP ${status}.` : words;
  },
};
