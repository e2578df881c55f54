import type { Delivery, MessageContent } from "../domain/delivery.ts";
import type { ReadStore } from "../ports/store.ts";
import type { DeliverySummary } from "./outbox.ts";

/** Turns deliveries into lines of a list, looking each window and customer up once. */
export function summarise(store: ReadStore): (delivery: Delivery) => DeliverySummary {
  const customers = new Map(store.directory().customers.map(({ id, name }) => [id, name]));
  const windows = new Map<string, { readonly title: string; readonly reference: string }>();
  const windowOf = (id: string): { readonly title: string; readonly reference: string } => {
    const known = windows.get(id) ?? store.window(id) ?? { title: "", reference: "" };
    windows.set(id, known);
    return known;
  };
  return ({ content, fingerprint: _fingerprint, ...delivery }) => ({
    ...delivery,
    windowTitle: windowOf(delivery.windowId).title,
    windowReference: windowOf(delivery.windowId).reference,
    customerName: delivery.customerId === null ? null : (customers.get(delivery.customerId) ?? null),
    subject: subjectOf(content),
  });
}

/** The line a reader sees first. A Slack message has no subject: its first line stands in. */
export function subjectOf(content: MessageContent): string {
  return content.kind === "slack" ? (content.text.split("\n", 1)[0] ?? "") : content.subject;
}
