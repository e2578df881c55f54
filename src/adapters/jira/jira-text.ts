import type { CounterpartWish } from "../../core/domain/counterpart.ts";
import { describeSpan } from "../../core/domain/time-text.ts";
import { counterpartText } from "../network/counterpart-text.ts";

/** Jira cuts nothing: what is longer is refused. */
const lineLength = 250;

const openings = {
  open: "",
  completed: "Completed: ",
  rolledBack: "Rolled back: ",
  cancelled: "Cancelled: ",
} as const satisfies Record<CounterpartWish["outcome"], string>;

/** By this id a link is made or brought up to date, never made twice. */
export function globalIdOf({ mark }: CounterpartWish): string {
  return `forewarn:${mark}`;
}

/** What the link on an issue says. `leadsTo` is where it leads. */
export function linkOf(wish: CounterpartWish, leadsTo: string) {
  return {
    globalId: globalIdOf(wish),
    application: { type: "com.forewarn", name: "Forewarn" },
    relationship: "planned change",
    object: {
      url: leadsTo,
      title: `${openings[wish.outcome]}${wish.reference}: ${wish.title}`.slice(0, lineLength),
      summary: summaryOf(wish),
      status: { resolved: wish.outcome !== "open" },
    },
  };
}

export function summaryOf({ startAt, endAt, zone }: CounterpartWish): string {
  return describeSpan(startAt, endAt, zone).slice(0, lineLength);
}

/** What is commented when the work is over: how it ended, when, and what was said. */
function commentText(wish: CounterpartWish): string {
  return `${wish.reference}: ${wish.title}\n\n${counterpartText({ ...wish, description: "", rollbackPlan: "" })}`;
}

/** As a document of Cloud's, where text is never anything but text; or in a block of Data Center's that takes it literally. */
export function commentBody(wish: CounterpartWish, isCloud: boolean): unknown {
  const text = commentText(wish);
  if (!isCloud) return `{noformat}\n${text.replaceAll("{noformat}", "{ noformat }")}\n{noformat}`;
  const content = text.split(/\n{2,}/u).map((paragraph) => ({
    type: "paragraph",
    content: paragraph
      .split("\n")
      .filter((line) => line !== "")
      .flatMap((line, at) => [...(at === 0 ? [] : [{ type: "hardBreak" }]), { type: "text", text: line }]),
  }));
  return { type: "doc", version: 1, content };
}

/** Whether a comment is ours: its body is a document or text, and the mark stands in it as it is. */
export function holdsMark(body: unknown, mark: string): boolean {
  return JSON.stringify(body ?? "").includes(mark);
}
