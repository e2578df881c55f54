import { expect, test } from "vitest";
import { hour } from "../../../src/core/domain/instant.ts";
import { granted, makeExampleWorkspace, openTestApp } from "../../builders/open-test-app.ts";

test("what came due while sending was paused is one thing to decide on Today, not many, and is settled by one word", async () => {
  const backend = await openTestApp();
  try {
    await makeExampleWorkspace(backend);
    granted(backend.app.outbox.pause("A drill"));
    // The example's emergency of the first afternoon is approved by its rule, and its time comes and goes.
    await backend.pass(1_000);
    await backend.pass(3 * hour);
    expect(backend.app.outbox.view().counts.approved).toBeGreaterThan(0);
    await backend.reopen();
    granted(backend.app.outbox.resume("person", "It is over"));
    await backend.pass(1_000);
    const { lapsed, needsDecision } = backend.app.outbox.view();
    const today = backend.app.today.view();
    expect(lapsed.length).toBeGreaterThan(0);
    expect(needsDecision).toEqual([]);
    expect(today.decisions).toEqual([]);
    expect(today.lapsed).toMatchObject({ count: lapsed.length });
    const [first] = lapsed;
    const story = granted(backend.app.outbox.story(first?.id ?? ""));
    expect(story.at(-1)?.what).toBe("delivery.held");
    const ids = lapsed.map(({ id }) => id);
    expect(granted(backend.app.outbox.decideLapsed(ids, "cancel", "Told by telephone"))).toMatchObject({ cancelled: ids.length });
    expect(backend.app.today.view().lapsed).toBeNull();
  } finally {
    await backend.close();
  }
});
