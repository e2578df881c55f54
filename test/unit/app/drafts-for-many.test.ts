import { expect, test } from "vitest";
import { renderCalendarFile } from "../../../src/adapters/rendering/calendar-file.ts";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import { type DraftContext, renderAndCheck } from "../../../src/core/app/notices/drafting.ts";
import { factsFor } from "../../../src/core/domain/facts.ts";
import { day, hour } from "../../../src/core/domain/instant.ts";
import type { Told } from "../../../src/core/domain/told.ts";
import { aCustomer } from "../../builders/directory.ts";
import { aFactsInput, aNotice, aRecipient } from "../../builders/notice.ts";
import { exampleStart } from "../../builders/window.ts";

const zones = ["Europe/London", "America/New_York", "Asia/Tokyo", "Asia/Kathmandu"];
const fresh = () => ({ renderer: createMessageRenderer(), calendarFile: renderCalendarFile });
const draft = {
  subject: "{{ service.brief }}: {{ window.startBrief }} ({{ window.reference }})",
  body: "Dear {{ customer.name }}, {{ window.when }}. You heard of it on {{ told.day }}: {{ window.oldWhen }}.\n\n{{ next.word }}, {{ contact.point }}",
};

/** Forty customers who share zones, old times and next words in every mixture; some share all but the name, two even that. */
function forMany(): DraftContext {
  const numbers = Array.from({ length: 40 }, (_, index) => index);
  const customers = numbers.map((number) =>
    aCustomer({ id: `c${number}`, name: `Hospital ${Math.min(number, 38)}`, zone: zones[number % 4] ?? "UTC" }),
  );
  const recipients = customers.map(({ id, zone }, number) =>
    aRecipient({ customerId: id, zone, dueAt: exampleStart - (number % 3) * day }),
  );
  const told = numbers.flatMap((number): Told[] =>
    number % 5 === 0
      ? []
      : [
          {
            audienceId: "customers",
            channelId: "mail",
            customerId: `c${number}`,
            stage: "announce",
            startAt: exampleStart - (number % 7) * day,
            endAt: exampleStart - (number % 7) * day + hour,
            at: exampleStart - (8 + (number % 2)) * day,
          },
        ],
  );
  const input = aFactsInput("extended");
  const reminder = aNotice({
    key: "w1/r2/reminder/9",
    stage: "reminder",
    recipients: recipients.slice(0, 30).map((recipient, number) => ({ ...recipient, dueAt: exampleStart + (number % 4) * hour })),
  });
  const notice = { ...input.notice, recipients };
  return {
    ...input,
    directory: { ...input.directory, customers },
    notice,
    plan: [notice, reminder],
    told,
    templates: [],
  };
}

test("each of many recipients gets what it would get if it were the only one, from the same parts or new ones", () => {
  const context = forMany();
  const { renderings } = renderAndCheck(fresh(), context, draft);
  expect(renderings).toHaveLength(40);
  for (const { recipient, facts, rendering } of renderings) {
    expect(facts).toEqual(factsFor({ ...context, recipient }));
    const alone = { ...context, notice: { ...context.notice, recipients: [recipient] } };
    expect(rendering).toEqual(renderAndCheck(fresh(), alone, draft).renderings[0]?.rendering);
  }
});

test("who is told the same words still gets a calendar file of their own", () => {
  const { renderings } = renderAndCheck(fresh(), forMany(), { subject: "To all", body: "The same for all." });
  const contents = renderings.map(({ rendering }) => rendering.message.content);
  const calendars = contents.map((content) => (content.kind === "mail" ? content.calendar : ""));
  expect(new Set(calendars).size).toBe(39);
  expect(calendars[7]).toContain("Hospital 7\r\n");
});

test("after an edit of a fact nobody gets the words from before it", () => {
  const parts = fresh();
  const context = forMany();
  renderAndCheck(parts, context, draft);
  const edited = { ...context, window: { ...context.window, reference: "FW-2026-999" } };
  const { renderings } = renderAndCheck(parts, edited, draft);
  for (const { rendering } of renderings) {
    const { content } = rendering.message;
    expect(content.kind === "mail" && content.html).toContain("FW-2026-999");
    expect(JSON.stringify(rendering)).not.toContain(context.window.reference);
  }
});
