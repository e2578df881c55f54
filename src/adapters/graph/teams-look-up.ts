import { z } from "zod";
import { type Instant, minute } from "../../core/domain/instant.ts";
import type { LookUpOutcome } from "../../core/ports/messenger.ts";
import type { GraphCall } from "./graph-client.ts";
import { signInProblem } from "./graph-outcome.ts";
import { messagesPath, type TeamsDelivery, teamsReceipt } from "./graph-teams.ts";

const settlingMilliseconds = minute;
/** The two clocks may differ. */
const clockMargin = 10 * minute;
const pageSize = 50;
const mostPages = 10;

const messageSchema = z.object({
  id: z.string().min(1),
  createdDateTime: z.string(),
  lastModifiedDateTime: z.string().nullish(),
  body: z.object({ content: z.string().nullish() }).nullish(),
  from: z.object({ user: z.object({ id: z.string() }).nullish() }).nullish(),
});
const pageSchema = z.object({ value: z.array(messageSchema), "@odata.nextLink": z.string().optional() });
const accountSchema = z.object({ id: z.string() });

/**
 * Looks for a delivery among the place's messages since its approval. A Teams message carries no mark of ours, so it is
 * known by its words, the window's reference among them, and by who posted it.
 */
export async function lookUpInTeams(call: GraphCall, delivery: TeamsDelivery, now: Instant): Promise<LookUpOutcome> {
  const account = await call("GET", "/me?$select=id");
  const me = account.kind === "answered" && account.status === 200 ? accountSchema.safeParse(account.body) : null;
  if (me?.success !== true) return cannotTell(signInProblem(account) ?? "Teams could not be reached to look. Look again later.");

  const earliest = delivery.approvedAt - clockMargin;
  const wanted = visibleWords(delivery.content.html);
  if (wanted === "") return cannotTell("The message has no words to know it by. Look in Teams.");
  const path = messagesPath(delivery.address, delivery.handle);
  const same: z.infer<typeof messageSchema>[] = [];
  let query: string | null = `?$top=${pageSize}`;
  for (let page = 0; query !== null; page += 1) {
    if (page === mostPages) return cannotTell("There are too many messages in Teams to look through. Look in Teams.");
    const answer = await call("GET", `${path}${query}`);
    const read = answer.kind === "answered" && answer.status === 200 ? pageSchema.safeParse(answer.body) : null;
    if (read?.success !== true) {
      return cannotTell(signInProblem(answer) ?? "Teams does not show the messages of this place. Look in Teams.");
    }
    const recent = read.data.value.filter((message) => Date.parse(message.createdDateTime) >= earliest);
    same.push(...recent.filter((message) => visibleWords(message.body?.content ?? "") === wanted));
    // Only the query of the next page's address is followed: the token goes nowhere but to the address in Settings.
    const next: string | undefined = read.data["@odata.nextLink"];
    query = next === undefined || isOlderThan(read.data.value, earliest) ? null : (URL.parse(next)?.search ?? null);
  }

  const [only, another] = same;
  if (only === undefined) {
    const since =
      delivery.state.kind === "unknown" || delivery.state.kind === "sending" ? delivery.state.since : delivery.approvedAt;
    return now - since < settlingMilliseconds
      ? cannotTell("Teams does not show the message yet. Look again in a minute.")
      : { kind: "absent" };
  }
  if (another !== undefined || only.from?.user?.id !== me.data.id) {
    return cannotTell("Teams shows these words more than once or from somebody else. Look in Teams whether one is this notice.");
  }
  return { kind: "found", receipt: teamsReceipt(only, delivery.handle, now) };
}

/** Teams lists what was last touched first, so a page without anything recent is the last that matters. */
function isOlderThan(messages: readonly z.infer<typeof messageSchema>[], earliest: Instant): boolean {
  const touched = messages.map((message) => Date.parse(message.lastModifiedDateTime ?? message.createdDateTime));
  return touched.length > 0 && touched.every((at) => at < earliest);
}

/** The plain letters and digits a reader sees: Teams rewrites tags, entities, accents as entities, and spaces. */
function visibleWords(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&(?:#\d+|#x[\da-f]+|\w+);/gi, " ")
    .replaceAll(/[^a-z\d]+/gi, "")
    .toLowerCase();
}

function cannotTell(detail: string): LookUpOutcome {
  return { kind: "cannotTell", detail };
}
