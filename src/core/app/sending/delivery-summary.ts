import type { DeliveryLine } from "../../domain/delivery.ts";
import type { ReadStore } from "../../ports/store.ts";

/** A delivery without its content, for lists. */
export type DeliverySummary = DeliveryLine & {
  readonly windowTitle: string;
  readonly windowReference: string;
  /** The customer's name, or null inside the organisation. */
  readonly customerName: string | null;
};

/** Adds the names a person knows things by, looking each window and customer up once. */
export function summarise(store: ReadStore): (delivery: DeliveryLine) => DeliverySummary {
  const customers = new Map(store.directory().customers.map(({ id, name }) => [id, name]));
  const windows = new Map<string, { readonly title: string; readonly reference: string }>();
  const windowOf = (id: string): { readonly title: string; readonly reference: string } => {
    const known = windows.get(id) ?? store.window(id) ?? { title: "", reference: "" };
    windows.set(id, known);
    return known;
  };
  return (delivery) => ({
    ...delivery,
    windowTitle: windowOf(delivery.windowId).title,
    windowReference: windowOf(delivery.windowId).reference,
    customerName: delivery.customerId === null ? null : (customers.get(delivery.customerId) ?? null),
  });
}
