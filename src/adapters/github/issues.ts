import type { z } from "zod";
import type { CounterpartWish, HeldRecord, Place } from "../../core/domain/counterpart.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { CounterpartKeeper, FindOutcome, KeepOutcome } from "../../core/ports/connector.ts";
import { askedOf, failedKeep, foundOf, saysGone } from "../network/call-outcome.ts";
import { counterpartText } from "../network/counterpart-text.ts";
import type { JsonAnswer, JsonCall } from "../network/json-call.ts";
import { comment, comments, github, issue, issueIn, issuesPath, manyIssues, repositories } from "./github-shapes.ts";

/** Windows as issues of a repository. An issue that is linked keeps its own words, and gets one comment which is kept up to date. */
export function keepIssues(call: JsonCall, now: () => Instant): CounterpartKeeper {
  return {
    async places(words) {
      const wanted = issueIn(words);
      if (wanted !== null) {
        const place: Place = { ids: [wanted.repository], name: `${wanted.repository}#${wanted.number}`, record: null };
        return askedOf(await call("GET", `${issuesPath(place)}/${wanted.number}`), github, (body) => {
          const read = issue.safeParse(body);
          if (!read.success) return null;
          return [{ ...place, record: { id: String(read.data.number), url: read.data.html_url } }];
        });
      }
      return askedOf(await call("GET", "/user/repos?per_page=100&sort=pushed"), github, (body) => {
        const read = repositories.safeParse(body);
        if (!read.success) return null;
        return read.data
          .filter(({ full_name }) => full_name.toLowerCase().includes(words.trim().toLowerCase()))
          .map(({ full_name }): Place => ({ ids: [full_name], name: full_name, record: null }));
      });
    },
    async find({ mark }, place) {
      const asked = askedOf(await call("GET", `${issuesPath(place)}?state=all&sort=created&per_page=100`), github, (body) => {
        const read = manyIssues.safeParse(body);
        return read.success ? read.data : null;
      });
      return foundOf(asked, (issues): FindOutcome => {
        const ours = issues.find(({ body }) => body?.includes(mark) === true);
        return ours === undefined ? { kind: "absent" } : { kind: "found", record: recordOf(ours) };
      });
    },
    async make(wish, place, mayLeave) {
      return kept(await call("POST", issuesPath(place), textOf(wish), mayLeave));
    },
    change(record, wish, place, mayLeave) {
      return place.record === null ? changeOurs(record, wish, place, mayLeave) : say(record, wish, place, mayLeave);
    },
    async read({ id }, place) {
      const answer = await call("GET", `${issuesPath(place)}/${encodeURIComponent(id)}`);
      if (saysGone(answer, "message", [404, 410])) return { kind: "absent" };
      const asked = askedOf(answer, github, (body) => {
        const read = issue.safeParse(body);
        return read.success ? read.data : null;
      });
      return foundOf(asked, (read): FindOutcome => ({ kind: "found", record: recordOf(read) }));
    },
  };

  async function changeOurs(
    { id }: HeldRecord,
    wish: CounterpartWish,
    place: Place,
    mayLeave: () => boolean,
  ): Promise<KeepOutcome> {
    const isOver = wish.outcome !== "open";
    const state = isOver
      ? { state: "closed", state_reason: wish.outcome === "completed" ? "completed" : "not_planned" }
      : { state: "open" };
    return kept(await call("PATCH", `${issuesPath(place)}/${encodeURIComponent(id)}`, { ...textOf(wish), ...state }, mayLeave));
  }

  /** One comment, found by its mark and written anew: doing it twice leaves one. */
  async function say(record: HeldRecord, wish: CounterpartWish, place: Place, mayLeave: () => boolean): Promise<KeepOutcome> {
    const path = `${issuesPath(place)}/${encodeURIComponent(record.id)}/comments`;
    const asked = askedOf(await call("GET", `${path}?per_page=100`), github, (body) => {
      const read = comments.safeParse(body);
      return read.success ? read.data : null;
    });
    if (asked.kind !== "answered") {
      return asked.kind === "unreachable" ? { kind: "unsent", detail: asked.detail, retryAt: null } : asked;
    }
    const ours = asked.value.find(({ body }) => body?.includes(wish.mark) === true);
    const { body } = textOf(wish);
    const answer =
      ours === undefined
        ? await call("POST", path, { body }, mayLeave)
        : await call(
            "PATCH",
            `${path.slice(0, path.lastIndexOf(`/${encodeURIComponent(record.id)}/`))}/comments/${ours.id}`,
            { body },
            mayLeave,
          );
    if (answer.kind !== "answered" || answer.status >= 300) return failedKeep(answer, github, now());
    return comment.safeParse(answer.body).success
      ? { kind: "kept", record: { ...record, readAt: now() } }
      : { kind: "unknown", detail: "GitHub's answer could not be read." };
  }

  function kept(answer: JsonAnswer): KeepOutcome {
    if (answer.kind !== "answered" || answer.status >= 300) return failedKeep(answer, github, now());
    const read = issue.safeParse(answer.body);
    return read.success
      ? { kind: "kept", record: recordOf(read.data) }
      : { kind: "unknown", detail: "GitHub's answer could not be read." };
  }

  function recordOf({ number, html_url, state }: z.infer<typeof issue>): HeldRecord {
    return {
      id: String(number),
      url: html_url,
      status: state,
      startAt: null,
      endAt: null,
      isOver: state === "closed",
      remarks: [],
      readAt: now(),
    };
  }
}

/** In a fence nothing is a mention, a reference or HTML: `@everyone` in a title calls nobody. */
function textOf(wish: CounterpartWish): { readonly title: string; readonly body: string } {
  const text = counterpartText(wish);
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return { title: `${wish.reference}: ${wish.title}`.slice(0, 250), body: `${fence}text\n${text}\n${fence}` };
}
