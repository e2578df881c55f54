import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import { checkDraft } from "../../../src/core/domain/checker.ts";
import { unsaidFacts } from "../../../src/core/domain/checks/check-nine-facts.ts";
import { exampleAt, exampleKeys } from "../../../src/core/domain/example-windows.ts";
import type { ExampleWorkspace } from "../../../src/core/domain/example-workspace.ts";
import { factsForEach } from "../../../src/core/domain/facts.ts";
import { aWorkspace } from "../../builders/directory.ts";
import { defaultTemplates } from "../../builders/templates.ts";
import { readNotice } from "../../notices/rate/read-notice.ts";

const renderer = createMessageRenderer();
const portal: ExampleWorkspace = JSON.parse(
  readFileSync(new URL("../../../resources/examples/health-portal.json", import.meta.url), "utf8"),
);
const workspace = { ...aWorkspace(), ...portal.workspace };
const monday = Date.UTC(2026, 10, 16, 10);

test.each(exampleKeys)("on the window “%s” of the Templates page there is nothing to mend in what customers get", (key) => {
  for (const template of defaultTemplates().filter(({ voice }) => voice === "customer")) {
    const example = exampleAt(key, template.stage, "customer", portal.directory, workspace, monday);
    const context = { ...example, workspace, told: [] };
    const factsOf = factsForEach(context);
    const messages = example.notice.recipients.map((recipient) => ({
      recipient,
      ...renderer.render(template, factsOf(recipient), "mail", ""),
    }));
    const renderings = messages.map(({ recipient, message }) => ({
      recipient,
      channelKind: "mail" as const,
      customerName: null,
      ...message,
    }));
    const problems = messages.flatMap((one) => one.problems);
    const checked = { ...context, draft: template, voice: "customer" as const, problems, renderings };
    const findings = checkDraft(checked);
    expect([...findings, ...unsaidFacts(checked, findings)], template.stage).toEqual([]);
    for (const { text } of renderings) expect(readNotice(text).found.size, `${template.stage}\n${text}`).toBe(9);
  }
});
