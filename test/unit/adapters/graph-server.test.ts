import { afterAll, beforeAll, expect, test } from "vitest";
import { hasVendorSchemas, loadVendorCheck } from "../../servers/graph-schemas.ts";
import { type GraphServer, startGraphServer } from "../../servers/graph-server.ts";

let server: GraphServer;
beforeAll(async () => {
  server = await startGraphServer();
});
afterAll(() => server.stop());

const post = (path: string, body: unknown) =>
  fetch(`${server.url}${path}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${server.token}`, "Content-Type": "application/json", Prefer: 'IdType="ImmutableId"' },
    body: JSON.stringify(body),
  });

const draft = {
  subject: "s",
  body: { contentType: "html", content: "<p>x</p>" },
  toRecipients: [{ emailAddress: { address: "a@example.org" } }],
};

test.each([
  ["an unknown field", { ...draft, bodyHtml: "x" }],
  [
    "an address with a line break",
    { ...draft, toRecipients: [{ emailAddress: { address: "a@example.org\r\nBcc: b@example.org" } }] },
  ],
  ["a subject with a line break", { ...draft, subject: "a\r\nBcc: b@example.org" }],
  ["plain text", { ...draft, body: { contentType: "text", content: "x" } }],
  ["nobody", { ...draft, toRecipients: [] }],
])("the test server refuses a mail with %s", async (_name, body) => {
  expect((await post("/me/messages", body)).status).toBe(400);
});

test("the test server refuses a mention that is not in the text", async () => {
  const user = { id: "u", displayName: "n", userIdentityType: "aadUser" };
  const mentions = [{ id: 0, mentionText: "n", mentioned: { user } }];
  expect((await post("/chats/c/messages", { body: { contentType: "html", content: "<p>x</p>" }, mentions })).status).toBe(400);
});

const withSchemas = hasVendorSchemas ? "the vendor's schemas" : "the vendor's schemas (skipped: they are not on this machine)";

test.skipIf(!hasVendorSchemas)(`${withSchemas} refuse what does not fit, and take what does`, () => {
  const check = loadVendorCheck();
  expect(check("message", draft)).toBeNull();
  expect(check("message", { ...draft, subject: 7 })).toContain("subject");
  expect(check("message", { ...draft, toRecipient: [] })).toContain("additional");
  expect(check("message", { ...draft, body: { contentType: "markdown", content: "" } })).toContain("contentType");
  expect(check("chatMessage", { body: { contentType: "html", content: "" }, mentions: [{ id: "0" }] })).toContain("id");
});
