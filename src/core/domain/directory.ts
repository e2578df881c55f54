import type { HouseStyle } from "./house-style.ts";
import type { Instant, IsoDate, TimeOfDay, ZoneId } from "./instant.ts";
import type { Weekday } from "./matrix.ts";

/** One programme's own facts and house rules. */
export type Workspace = {
  readonly id: string;
  readonly name: string;
  /** The coordinator's zone: the first clock on every screen. */
  readonly zone: ZoneId;
  /** A second clock in the bar, for a place the coordinator works with. */
  readonly secondZone: ZoneId | null;
  /** The holiday calendar of the coordinator's place, as `GB-ENG` or `US`. */
  readonly holidayRegion: HolidayRegion | null;
  /** How a promise of N business days is counted. */
  readonly noticeCounting: "clear" | "elapsed";
  /** A notice accepted after this time of the customer's day counts for the next one. */
  readonly closeOfBusiness: TimeOfDay;
  /** In practice nothing leaves this computer. */
  readonly mode: "practice" | "live";
  /** First part of every window's reference: `FW` gives `FW-2026-118`. */
  readonly referencePrefix: string;
  /** Who coordinates, as shown in approvals and in the audit log. */
  readonly coordinator: { readonly name: string; readonly email: string };
  /** Whom a reader may ask, and how: shown in every notice. */
  readonly contactPoint: string;
  /** When somebody answers there. Where a workspace never said so, nothing is said of it. */
  readonly contactHours?: ContactHours | null;
  /** Whom to ask when nobody answers there; empty or unsaid: nobody. */
  readonly contactOtherwise?: string;
  /** Host name endings that only insiders know, such as `internal.example.org`. */
  readonly internalDomains: readonly string[];
  /** Addresses, hosts and mailboxes that readers outside may see, even where they end like internal ones. */
  readonly publicAddresses?: readonly string[];
  /** Names of people, desks and records that readers outside may see. */
  readonly publicNames?: readonly string[];
  /** Names of people, teams and projects that only insiders know, beside the people of the Directory. */
  readonly internalNames?: readonly string[];
  /** How records inside are numbered, with # for digits: `OPS-#`. */
  readonly referencePatterns?: readonly string[];
  /** The right to call everybody in a channel, or a large group. Off where a workspace never said so. */
  readonly massMentions?: boolean;
  /** Days this workspace counts otherwise than the public calendars do. A file from before has none. */
  readonly ownDays?: readonly OwnDay[];
  /** Whether planned maintenance counts against the promised uptime. Where a workspace never said so, it does. */
  readonly uptimeCountsPlanned?: boolean;
  /** Salutation, sign-off, colour, logo and words to avoid. A file from before has none. */
  readonly houseStyle?: HouseStyle;
};

/** When a contact point answers: day and night, or on these days of the week between these times in the workspace's zone. */
export type ContactHours =
  | { readonly kind: "always" }
  | { readonly kind: "weekly"; readonly weekdays: readonly Weekday[]; readonly from: TimeOfDay; readonly to: TimeOfDay };

/** A holiday calendar: a country, or a country and a subdivision (`GB-ENG`, `US`, `DE-BY`). */
export type HolidayRegion = string;

/** What changes. */
export type Service = {
  readonly id: string;
  readonly name: string;
  readonly environment: string;
  readonly zone: ZoneId;
  readonly holidayRegion: HolidayRegion | null;
  /** Promised uptime in per cent of a month, or null when none is promised. */
  readonly promisedUptime: number | null;
  readonly statusUrl: string | null;
  readonly pagerDutyServiceId: string | null;
  /** Services it can't do without: what happens to them, happens to it. A file from before says nothing. */
  readonly dependsOn?: readonly string[];
  /** When its maintenance was agreed to be, in its own zone; empty or unsaid means at any time. */
  readonly maintenanceSlots?: readonly MaintenanceSlot[];
};

/** An agreed time for maintenance: every week from `from` on this weekday until `to`, which may be past midnight. */
export type MaintenanceSlot = { readonly weekday: Weekday; readonly from: TimeOfDay; readonly to: TimeOfDay };

/** A day a workspace counts otherwise than the public calendar does. */
export type OwnDay = {
  readonly date: IsoDate;
  readonly name: string;
  /** In which holiday calendar; null means in every one. */
  readonly region: HolidayRegion | null;
  /**
   * Off like a holiday; at work although the calendar says holiday or weekend; or a half day: a notice is accepted until
   * `closesAt`, but it is no whole business day.
   */
  readonly counts:
    | { readonly kind: "off" }
    | { readonly kind: "working" }
    | { readonly kind: "half"; readonly closesAt: TimeOfDay };
};

/** Kind of change, the first column of a communication matrix. */
export type ChangeType = { readonly id: string; readonly name: string };

/** How an audience is spoken to; chooses the template. */
export type Voice = "internal" | "business" | "customer" | "executive";
export const voices = ["internal", "business", "customer", "executive"] as const satisfies readonly Voice[];

/** Who is told, and how they are spoken to. Customers are told one by one and never see one another. */
export type Audience = {
  readonly id: string;
  readonly name: string;
  readonly voice: Voice;
  /** Members inside the organisation: the recipients of a mail channel. */
  readonly contactIds: readonly string[];
  /** Outside organisations; only an audience with the customer voice has any. */
  readonly customerIds: readonly string[];
  /** People and groups named in chat messages to this audience. */
  readonly mentionIds: readonly string[];
  /** When this audience is left alone, in each recipient's zone; null when at no time. A range may go over midnight. */
  readonly quietHours: QuietHours | null;
};

export type QuietHours = { readonly from: TimeOfDay; readonly to: TimeOfDay };

/** An outside organisation with its own zone, holidays and agreed notice. */
export type Customer = {
  readonly id: string;
  readonly name: string;
  readonly zone: ZoneId;
  readonly holidayRegion: HolidayRegion | null;
  readonly contactIds: readonly string[];
  /** The services this customer uses; empty means all of them. */
  readonly serviceIds: readonly string[];
  /** False once it is no customer any more: nothing is addressed to it. A file from before says nothing, which means yes. */
  readonly active?: boolean;
};

/** A person or a group that can be written to or mentioned. */
export type Contact = {
  readonly id: string;
  readonly name: string;
  readonly kind: "person" | "group";
  readonly role: string;
  readonly email: string | null;
  /** Slack user (`U…`) or user group (`S…`) id, or `@channel`, `@here`, `@everyone` for a group that is the whole channel. */
  readonly slackId: string | null;
  /** Entra user id, for mentions in Teams. */
  readonly teamsId: string | null;
  readonly active: boolean;
  /** A group so large that calling it needs the right to mass mentions. */
  readonly isLarge?: boolean;
};

/** Where a notice goes. */
export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly readers?: ChannelReaders;
  readonly problem?: ChannelProblem;
} & ChannelAddress;

/** Why nothing can be posted to a channel as it is, in its provider's eyes, with the next step. Nothing where it can. */
export type ChannelProblem = { readonly detail: string; readonly since: Instant };

/**
 * Whether people of other organisations read along in a chat channel (Slack Connect, a shared Teams channel, a foreign
 * tenant), and who says so. Nothing where nobody has said yet.
 */
export type ChannelReaders = {
  readonly outside: boolean;
  /** What a provider says outweighs a person's “inside only”; a person's “outside” outweighs a provider's silence. */
  readonly saidBy: "provider" | "person";
  /** In whose words: `Slack: shared with 2 other workspaces`. */
  readonly detail: string;
  /** Since when it is so. */
  readonly since: Instant;
};

export type ChannelAddress =
  | { readonly kind: "slack"; readonly conversationId: string }
  | { readonly kind: "teamsChannel"; readonly teamId: string; readonly channelId: string }
  | { readonly kind: "teamsChat"; readonly chatId: string }
  /** To the members of the audience, or to the contacts of one customer. `from` is a shared mailbox or null. */
  | { readonly kind: "mail"; readonly from: string | null }
  /** Prepared by the app, done by a person: a portal, a weekly meeting, a ticket. */
  | { readonly kind: "manual"; readonly instruction: string };

export type ChannelKind = ChannelAddress["kind"];
export const channelKinds = ["slack", "teamsChannel", "teamsChat", "mail", "manual"] as const satisfies readonly ChannelKind[];

/** Everything a plan needs to know about whom to tell. */
export type Directory = {
  readonly services: readonly Service[];
  readonly changeTypes: readonly ChangeType[];
  readonly audiences: readonly Audience[];
  readonly customers: readonly Customer[];
  readonly contacts: readonly Contact[];
  readonly channels: readonly Channel[];
};
