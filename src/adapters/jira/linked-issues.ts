import type { CounterpartWish, HeldRecord, Place } from "../../core/domain/counterpart.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { Asked, CounterpartKeeper, FindOutcome, KeepOutcome } from "../../core/ports/connector.ts";
import { askedOf, failedKeep, saysGone } from "../network/call-outcome.ts";
import type { JsonAnswer, JsonCall } from "../network/json-call.ts";
import { commentChoice, issuePlaces, statusChoiceName } from "./issue-places.ts";
import { comments, type Issue, issue, jira, made, type RemoteLink, remoteLinks, transitions } from "./jira-shapes.ts";
import type { JiraSite } from "./jira-site.ts";
import { commentBody, globalIdOf, holdsMark, linkOf, summaryOf } from "./jira-text.ts";

type Failed = Exclude<KeepOutcome, { readonly kind: "kept" }>;

/**
 * Windows as links on Jira's issues, kept up to date; and when they are over, a comment and another status where a person
 * chose so. The issues are nobody's but Jira's: none is made, and none is removed.
 */
export function keepLinks(
  call: JsonCall,
  { siteOf, leadsTo, now }: { siteOf: () => Promise<Asked<JiraSite>>; leadsTo: string; now: () => Instant },
): CounterpartKeeper {
  return {
    async places(words) {
      const site = await siteOf();
      return site.kind === "answered" ? issuePlaces(call, site.value, words) : site;
    },
    find: (wish, place) => look(wish, place),
    make: (wish, place, mayLeave) => keep(wish, place, mayLeave),
    change: (_record, wish, place, mayLeave) => keep(wish, place, mayLeave),
    read: (_record, place, wish) => look(wish, place),
  };

  /** Every step may be done again without harm, so what broke off is simply done once more. */
  async function keep(wish: CounterpartWish, place: Place, mayLeave: () => boolean): Promise<KeepOutcome> {
    const asked = await siteOf();
    if (asked.kind !== "answered") return notAsked(asked);
    const site = asked.value;
    const link = linkOf(wish, leadsTo === "" ? `${site.pages}/browse/${keyOf(place)}` : leadsTo);
    const linked = await call("POST", `${pathOf(site, place)}/remotelink`, link, mayLeave);
    const notLinked = failureOf(linked);
    if (notLinked !== null) return notLinked;
    const isOver = wish.outcome !== "open";
    if (isOver && (place.chosen?.[commentChoice.name] ?? commentChoice.usual) === "yes") {
      const failed = await comment(site, wish, place, mayLeave);
      if (failed !== null) return failed;
    }
    const status = place.chosen?.[statusChoiceName] ?? "";
    if (wish.outcome === "completed" && status !== "") {
      const failed = await moveTo(status, site, place, mayLeave);
      if (failed !== null) return failed;
    }
    const seen = await ask(site, place);
    return {
      kind: "kept",
      record: recordOf(seen.kind === "answered" ? seen.value : null, link, { wish, place, site }),
    };
  }

  /** One comment, found by its mark and written anew: doing it twice leaves one. */
  async function comment(site: JiraSite, wish: CounterpartWish, place: Place, mayLeave: () => boolean): Promise<Failed | null> {
    const path = `${pathOf(site, place)}/comment`;
    const asked = askedOf(await call("GET", `${path}?orderBy=-created&maxResults=100`), jira, (body) => {
      const read = comments.safeParse(body);
      return read.success ? read.data.comments : null;
    });
    if (asked.kind !== "answered") return notAsked(asked);
    const ours = asked.value.find(({ body }) => holdsMark(body, wish.mark));
    const body = { body: commentBody(wish, site.isCloud) };
    const answer =
      ours === undefined
        ? await call("POST", path, body, mayLeave)
        : await call("PUT", `${path}/${encodeURIComponent(ours.id)}`, body, mayLeave);
    return failureOf(answer);
  }

  /** Workflows offer transitions by where an issue stands: the one that leads to the status is looked for each time. */
  async function moveTo(status: string, site: JiraSite, place: Place, mayLeave: () => boolean): Promise<Failed | null> {
    const seen = await ask(site, place);
    if (seen.kind !== "answered") return notAsked(seen);
    const current = seen.value.fields.status;
    if (current.id === status) return null;
    const path = `${pathOf(site, place)}/transitions`;
    const asked = askedOf(await call("GET", path), jira, (body) => {
      const read = transitions.safeParse(body);
      return read.success ? read.data.transitions : null;
    });
    if (asked.kind !== "answered") return notAsked(asked);
    const way = asked.value.find(({ to }) => to.id === status);
    if (way === undefined) {
      const offered = asked.value.map(({ to }) => to.name).join(", ");
      const only = offered === "" ? "" : ` (only to ${offered})`;
      const detail = `${keyOf(place)} is ${current.name}, and its workflow does not lead from there to the chosen status${only}. Move it in Jira, then put it right here.`;
      return { kind: "refused", detail };
    }
    const answer = await call("POST", path, { transition: { id: way.id } }, mayLeave);
    // A transition is answered without a word; a page is none of Jira's.
    return answer.kind === "answered" && answer.status === 204 ? null : (failureOf(answer) ?? unreadable);
  }

  async function look(wish: CounterpartWish, place: Place): Promise<FindOutcome> {
    const asked = await siteOf();
    if (asked.kind !== "answered") return { kind: "cannotTell", detail: asked.detail };
    const site = asked.value;
    const answer = await call("GET", issuePath(site, place));
    if (saysGone(answer, "errorMessages")) return { kind: "absent" };
    const seen = askedOf(answer, jira, issueIn);
    if (seen.kind !== "answered") return { kind: "cannotTell", detail: seen.detail };
    const query = new URLSearchParams({ globalId: globalIdOf(wish) });
    const found = await call("GET", `${pathOf(site, place)}/remotelink?${query}`);
    const links: Asked<readonly RemoteLink[]> = saysGone(found, "errorMessages")
      ? { kind: "answered", value: [] }
      : askedOf(found, jira, (body) => {
          const read = remoteLinks.safeParse(body);
          return read.success ? read.data : null;
        });
    if (links.kind !== "answered") return { kind: "cannotTell", detail: links.detail };
    return { kind: "found", record: recordOf(seen.value, links.value[0] ?? null, { wish, place, site }) };
  }

  /** Null when Jira says that it made or changed something: it names what. A guest network's page says nothing. */
  function failureOf(answer: JsonAnswer): Failed | null {
    if (answer.kind !== "answered" || answer.status >= 300) return failedKeep(answer, jira, now());
    return made.safeParse(answer.body).success ? null : unreadable;
  }

  async function ask(site: JiraSite, place: Place): Promise<Asked<Issue>> {
    return askedOf(await call("GET", issuePath(site, place)), jira, issueIn);
  }

  /** Jira keeps no times of a window: what counts is whether the link says those of ours. */
  function recordOf(
    seen: Issue | null,
    link: RemoteLink | null,
    { wish, place, site }: { wish: CounterpartWish; place: Place; site: JiraSite },
  ): HeldRecord {
    const summary = link?.object.summary ?? "";
    const saysOurs = link === null || summary === summaryOf(wish);
    return {
      id: seen?.key ?? keyOf(place),
      url: `${site.pages}/browse/${seen?.key ?? keyOf(place)}`,
      status: seen?.fields.status.name ?? "",
      startAt: saysOurs ? wish.startAt : null,
      endAt: saysOurs ? wish.endAt : null,
      isOver: link === null || link.object.status?.resolved === true,
      remarks: [
        ...(link === null ? ["The link to this window was removed from the issue."] : []),
        ...(saysOurs ? [] : [`Its link says something else: ${summary}`]),
      ],
      readAt: now(),
    };
  }
}

function keyOf({ ids }: Place): string {
  return ids[0] ?? "";
}

function pathOf({ api }: JiraSite, place: Place): string {
  return `${api}/issue/${encodeURIComponent(keyOf(place))}`;
}

function issuePath(site: JiraSite, place: Place): string {
  return `${pathOf(site, place)}?fields=summary,status`;
}

function issueIn(body: unknown): Issue | null {
  const read = issue.safeParse(body);
  return read.success ? read.data : null;
}

const unreadable: Failed = { kind: "unknown", detail: "Jira's answer could not be read." };

function notAsked(asked: Exclude<Asked<unknown>, { readonly kind: "answered" }>): Failed {
  return asked.kind === "unreachable" ? { kind: "unsent", detail: asked.detail, retryAt: null } : asked;
}
