import { expect, test } from "vitest";
import { createMessageRenderer } from "../../../src/adapters/rendering/message-renderer.ts";
import { dressFor, type HouseStyle, noHouseStyle } from "../../../src/core/domain/house-style.ts";
import type { Facts } from "../../../src/core/domain/message.ts";

const renderer = createMessageRenderer();
const facts: Facts = new Map([
  ["customer.name", { kind: "text", text: "North <b>Hospital</b> {{ window.x }}" }],
  ["workspace.name", { kind: "text", text: "Programme" }],
  ["window.title", { kind: "link", text: "Portal", url: "https://status.example.org" }],
]);
const draft = { subject: "News", body: "{{ window.title }} is off." };
const style: HouseStyle = {
  ...noHouseStyle,
  salutation: "Dear {{ customer.name }}",
  signOff: "Kind regards\nThe desk",
  brandColour: "#0a5c7a",
  logo: { mediaType: "image/png", width: 480, height: 120, base64: "iVBORw0KGgo=" },
};

function mail(worn: HouseStyle, isOutside: boolean) {
  const { message } = renderer.render(draft, facts, "mail", "", dressFor(worn, "Programme", isOutside, facts));
  if (message.content.kind !== "mail") throw new Error("no mail");
  return { ...message.content, read: message.text };
}

test("a mail to customers wears its house style; the news stays what the preview line and the checker see first", () => {
  const { html, text, logo, read } = mail(style, true);
  expect(html).toContain("Dear North &lt;b&gt;Hospital&lt;/b&gt; {{ window.x }}</p>");
  expect(html).toContain("Kind regards<br>The desk</p>");
  expect(html).toContain("color:#0a5c7a;text-decoration:underline;");
  expect(html).not.toContain("#1f5eff");
  // Half its pixels, so that it is sharp on a screen that has two for one.
  expect(html).toMatch(new RegExp(`<img src="cid:${logo?.contentId}" alt="Programme" width="240" height="60"`, "u"));
  expect(html.indexOf("Dear North")).toBeLessThan(html.lastIndexOf("is off."));
  expect(text).toMatch(/^Dear North.*\n\nPortal: .*\n\nKind regards\nThe desk$/su);
  expect(read).toMatch(/^Portal/u);
  expect(/<div style="display:none[^>]*>([^<]*)/u.exec(html)?.[1]).toMatch(/^Portal/u);
});

test("colleagues get the colour and the logo, and the news at once", () => {
  const { html, text, logo } = mail(style, false);
  expect([html.includes("Dear"), html.includes("Kind regards"), text.startsWith("Portal")]).toEqual([false, false, true]);
  expect(logo).toBeDefined();
});

test("without a house style a mail is what it was, and one style never shows in another's mail", () => {
  mail(style, true);
  const plain = renderer.render(draft, facts, "mail", "").message.content;
  expect(mail(noHouseStyle, true)).toMatchObject(plain);
  expect(JSON.stringify(plain)).not.toMatch(/Dear|0a5c7a|cid:/u);
  const other = mail({ ...style, logo: { mediaType: "image/png", width: 480, height: 120, base64: "iVBORw0KGgq=" } }, true);
  expect(other.logo?.contentId).not.toBe(mail(style, true).logo?.contentId);
});

test("an offset from UTC and a span of hours stay on one line, from a value as from the draft, and plain text keeps it as it was", () => {
  const told: Facts = new Map([["window.when", { kind: "text", text: "Fri 27 Nov, 16:00–18:30 HST (UTC-10) <b>" }]]);
  const words = { subject: "News", body: "Off **{{ window.when }}**, again at 8 PST (UTC-8:30), `UTC-3`, UTC+2." };
  const { content } = renderer.render(words, told, "mail", "").message;
  if (content.kind !== "mail") throw new Error("no mail");
  const whole = (offset: string): string => `<span style="white-space:nowrap;">${offset}</span>`;
  expect(content.html).toContain(`${whole("16:00–18:30")} HST (${whole("UTC-10")}) &lt;b&gt;`);
  expect(content.html).toContain(`8 PST (${whole("UTC-8:30")})`);
  expect(content.html).toContain(", UTC+2.");
  expect(content.text).toContain("16:00–18:30 HST (UTC-10)");
});
