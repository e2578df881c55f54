import type { Place, PlaceChoice } from "../../core/domain/counterpart.ts";
import type { Asked } from "../../core/ports/connector.ts";
import { askedOf } from "../network/call-outcome.ts";
import type { JsonCall } from "../network/json-call.ts";
import { issue, jira, picked, projectStatuses } from "./jira-shapes.ts";
import { issueIn, type JiraSite } from "./jira-site.ts";

export const commentChoice = {
  name: "comment",
  label: "When the work is over",
  options: [
    { value: "no", label: "Say so on the link only" },
    { value: "yes", label: "Comment on the issue, too" },
  ],
  usual: "no",
} as const satisfies PlaceChoice;

/** The value is the id of a status; empty leaves the issue's as it is. */
export const statusChoiceName = "status";

/** Issues for these words: the one that a key or an address names, or those that Jira's own picker finds; the latest for none. */
export async function issuePlaces(call: JsonCall, site: JiraSite, words: string): Promise<Asked<readonly Place[]>> {
  const wanted = issueIn(words, site);
  if (wanted?.kind === "elsewhere") {
    return { kind: "refused", detail: `That address is on ${wanted.host}; connected is ${new URL(site.pages).host}.` };
  }
  const found = wanted === null ? await pick(call, site, words) : await named(call, site, wanted.key);
  if (found.kind !== "answered") return found;
  const choices = new Map<string, readonly PlaceChoice[]>();
  for (const { key } of found.value) {
    const project = projectOf(key);
    if (choices.has(project)) continue;
    const statuses = await statusChoice(call, site, project);
    if (statuses.kind !== "answered" && statuses.kind !== "refused") return statuses;
    choices.set(project, statuses.kind === "answered" ? [commentChoice, statuses.value] : [commentChoice]);
  }
  const value = found.value.map(
    ({ key, title }): Place => ({
      ids: [key],
      name: `${key} ${title}`.trim().slice(0, 180),
      record: { id: key, url: `${site.pages}/browse/${key}` },
      choices: choices.get(projectOf(key)) ?? [],
    }),
  );
  return { kind: "answered", value };
}

type Found = { readonly key: string; readonly title: string };

async function named(call: JsonCall, { api }: JiraSite, key: string): Promise<Asked<readonly Found[]>> {
  const answer = await call("GET", `${api}/issue/${encodeURIComponent(key)}?fields=summary,status`);
  return askedOf(answer, jira, (body) => {
    const read = issue.safeParse(body);
    // An issue that was moved answers to its old key, with the new one.
    return read.success ? [{ key: read.data.key, title: read.data.fields.summary ?? "" }] : null;
  });
}

async function pick(call: JsonCall, { api }: JiraSite, words: string): Promise<Asked<readonly Found[]>> {
  const query = new URLSearchParams({ query: words.trim(), currentJQL: "order by updated desc" });
  return askedOf(await call("GET", `${api}/issue/picker?${query}`), jira, (body) => {
    const read = picked.safeParse(body);
    if (!read.success) return null;
    const issues = read.data.sections.flatMap(({ issues }) => issues);
    const each = new Map(issues.map(({ key, summaryText }) => [key, { key, title: summaryText ?? "" }]));
    return [...each.values()].slice(0, 20);
  });
}

async function statusChoice(call: JsonCall, { api }: JiraSite, project: string): Promise<Asked<PlaceChoice>> {
  return askedOf(await call("GET", `${api}/project/${encodeURIComponent(project)}/statuses`), jira, (body) => {
    const read = projectStatuses.safeParse(body);
    if (!read.success) return null;
    const names = new Map(read.data.flatMap(({ statuses }) => statuses.map(({ id, name }) => [id, name])));
    return {
      name: statusChoiceName,
      label: "Its status when the work is completed",
      options: [
        { value: "", label: "Leave it as it is" },
        ...[...names].map(([value, label]) => ({ value, label: `Move it to ${label}` })),
      ],
      usual: "",
    };
  });
}

function projectOf(key: string): string {
  return key.slice(0, key.lastIndexOf("-"));
}
