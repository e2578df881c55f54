import { expect, test } from "vitest";
import { judgeExternalLink } from "../../../src/main/external-link.ts";

test.each([
  ["https://example.slack.com/archives/C1", "open"],
  ["https://slack.com/", "open"],
  ["https://login.microsoft.com/", "open"],
  ["https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize", "open"],
  ["https://login.microsoftonline.us/organizations/oauth2/v2.0/authorize", "open"],
  ["https://login.microsoftonline.com.example.org/", "ask"],
  ["https://notslack.com/", "ask"],
  ["https://slack.com.example.org/", "ask"],
  ["https://jira.example.org/browse/OPS-1", "ask"],
  ["http://slack.com/", "refuse"],
  ["https://user@slack.com/", "refuse"],
  ["https://user:word@slack.com/", "refuse"],
  ["file:///etc/passwd", "refuse"],
  ["javascript:alert(1)", "refuse"],
  ["ms-msdt:/id", "refuse"],
  ["", "refuse"],
])("a link to %s: %s", (address, judgement) => {
  expect(judgeExternalLink(address)).toBe(judgement);
});
