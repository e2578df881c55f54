import type { Audience, Channel, Customer } from "../directory.ts";
import type { ZoneId } from "../instant.ts";
import type { Rule } from "../matrix.ts";
import type { Window } from "../window.ts";
import type { PlanContext } from "./plan-context.ts";

/** Whom a notice is addressed to: one channel and, outside the organisation, one customer. */
export type Addressee = { readonly channelId: string; readonly customer: Customer | null; readonly zone: ZoneId };

/** Whether a rule concerns a window at all: its change type and its condition. */
export function applies({ changeTypeId, condition }: Rule, window: Window): boolean {
  if (changeTypeId !== null && changeTypeId !== window.changeTypeId) return false;
  if (condition.customersAffected && !window.customersAffected) return false;
  if (condition.impactOnly && window.impact === "none") return false;
  return condition.serviceIds.length === 0 || condition.serviceIds.some((id) => window.serviceIds.includes(id));
}

/** Everyone an audience is reached by over these channels. What the directory does not know is left out. */
export function addresseesOf(audience: Audience, channelIds: readonly string[], context: PlanContext): Addressee[] {
  return [...new Set(channelIds)].flatMap((id) => {
    const channel = context.channels.get(id);
    return channel === undefined ? [] : addresseesOver(channel, audience, context);
  });
}

function addresseesOver(channel: Channel, audience: Audience, context: PlanContext): Addressee[] {
  const everyone: Addressee = { channelId: channel.id, customer: null, zone: context.home.zone };
  if (!isOutside(audience)) return [everyone];
  const affected = [...new Set(audience.customerIds)].flatMap((id) => {
    const customer = context.customers.get(id);
    return customer !== undefined && isAffected(customer, context.window) ? [customer] : [];
  });
  switch (channel.kind) {
    case "mail":
      return affected.map((customer) => addressed(channel, customer, context));
    case "manual":
      // A portal for all customers has none by name: it is one thing to do, and addresses nobody.
      if (audience.customerIds.length === 0) return [everyone];
      return affected.map((customer) => addressed(channel, customer, context));
    case "slack":
    case "teamsChannel":
    case "teamsChat":
      // One shared conversation is one delivery, owed as long as anybody in it is affected.
      return affected.length > 0 || audience.customerIds.length === 0 ? [everyone] : [];
  }
}

function addressed(channel: Channel, customer: Customer, context: PlanContext): Addressee {
  return { channelId: channel.id, customer, zone: context.localityOf(customer).zone };
}

/** Whether an audience is outside the organisation: its members are told one by one. */
export function isOutside(audience: Audience): boolean {
  return audience.voice === "customer" || audience.customerIds.length > 0;
}

function isAffected(customer: Customer, window: Window): boolean {
  if (customer.active === false) return false;
  return customer.serviceIds.length === 0 || customer.serviceIds.some((id) => window.serviceIds.includes(id));
}
