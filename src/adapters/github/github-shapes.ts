import { z } from "zod";
import type { Place } from "../../core/domain/counterpart.ts";
import type { Speaker } from "../network/call-outcome.ts";

/** What of GitHub's REST API this program reads. */
export const user = z.object({ login: z.string() });
export const issue = z.object({
  number: z.int(),
  html_url: z.url(),
  state: z.string(),
  title: z.string(),
  body: z.string().nullish(),
});
export const manyIssues = z.array(issue);
export const repositories = z.array(z.object({ full_name: z.string() }));
export const comment = z.object({ id: z.int(), body: z.string().nullish() });
export const comments = z.array(comment);
const refusal = z.object({ message: z.string() });

export const github: Speaker = {
  name: "GitHub",
  reasonOf({ status, body }) {
    if (status === 404) return "it is not there, or the token may not see it.";
    if (status === 410) return "issues are switched off in this repository.";
    const read = refusal.safeParse(body);
    return read.success ? `${read.data.message.slice(0, 300)}` : `HTTP ${status}.`;
  },
};

/** An issue as people write it: `owner/repository#12`, or its address. */
export function issueIn(words: string): { readonly repository: string; readonly number: string } | null {
  const named = /^(?<repository>[\w.-]+\/[\w.-]+)#(?<number>\d{1,9})$/u.exec(words.trim());
  const linked = /\/(?<repository>[\w.-]+\/[\w.-]+)\/(?:issues|pull)\/(?<number>\d{1,9})\b/u.exec(words.trim());
  const { repository, number } = (named ?? linked)?.groups ?? {};
  return repository === undefined || number === undefined ? null : { repository, number };
}

/** The path of a repository's issues; its name comes from GitHub or was read by `issueIn`. */
export function issuesPath({ ids }: Place): string {
  const [owner = "", name = ""] = (ids[0] ?? "").split("/");
  return `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}/issues`;
}
