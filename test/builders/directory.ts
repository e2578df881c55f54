import type { Contact, Customer, Directory, Service, Workspace } from "../../src/core/domain/directory.ts";

export function aWorkspace(changes: Partial<Workspace> = {}): Workspace {
  return {
    id: "ws",
    name: "Regional health platform",
    zone: "Europe/London",
    secondZone: null,
    holidayRegion: "GB-ENG",
    noticeCounting: "clear",
    closeOfBusiness: "17:00",
    mode: "practice",
    referencePrefix: "FW",
    coordinator: { name: "Release coordinator", email: "releases@example.org" },
    contactPoint: "Service desk, servicedesk@example.org, staffed day and night",
    internalDomains: ["intranet.example.org"],
    ...changes,
  };
}

export function aService(changes: Partial<Service> = {}): Service {
  return {
    id: "portal",
    name: "Patient portal",
    environment: "production",
    zone: "Europe/London",
    holidayRegion: "GB-ENG",
    promisedUptime: 99.9,
    statusUrl: "https://status.example.org/portal",
    pagerDutyServiceId: null,
    ...changes,
  };
}

export function aCustomer(changes: Partial<Customer> = {}): Customer {
  return {
    id: "north",
    name: "North Hospital",
    zone: "Europe/London",
    holidayRegion: "GB-ENG",
    contactIds: ["north-it"],
    serviceIds: [],
    ...changes,
  };
}

export function aContact(changes: Partial<Contact> = {}): Contact {
  return {
    id: "oncall",
    name: "Platform on call",
    kind: "group",
    role: "On call",
    email: null,
    slackId: "S0ONCALL",
    teamsId: null,
    active: true,
    ...changes,
  };
}

/** Two hospitals in two zones, engineers in chat, managers and executives by mail. */
export function aDirectory(changes: Partial<Directory> = {}): Directory {
  return {
    services: [aService(), aService({ id: "api", name: "Partner API", statusUrl: null })],
    changeTypes: [{ id: "scheduled", name: "Scheduled maintenance" }],
    audiences: [
      {
        id: "engineers",
        name: "Engineers",
        voice: "internal",
        contactIds: [],
        customerIds: [],
        mentionIds: ["oncall", "dana"],
        quietHours: null,
      },
      {
        id: "managers",
        name: "Product managers",
        voice: "business",
        contactIds: ["pm"],
        customerIds: [],
        mentionIds: [],
        quietHours: null,
      },
      {
        id: "customers",
        name: "Hospitals",
        voice: "customer",
        contactIds: [],
        customerIds: ["north", "south"],
        mentionIds: [],
        quietHours: null,
      },
      {
        id: "board",
        name: "Executives",
        voice: "executive",
        contactIds: ["pm"],
        customerIds: [],
        mentionIds: [],
        quietHours: null,
      },
    ],
    customers: [
      aCustomer(),
      aCustomer({ id: "south", name: "South Clinic", zone: "America/New_York", contactIds: ["south-it"] }),
    ],
    contacts: [
      aContact(),
      aContact({ id: "dana", name: "Dana Reed", kind: "person", role: "Engineer", slackId: "U0DANA", teamsId: "aad-dana" }),
      aContact({ id: "pm", name: "Kim Osei", kind: "person", role: "Product manager", email: "kim@example.org", slackId: null }),
      aContact({ id: "north-it", name: "Robin Hale", kind: "person", role: "IT", email: "it@north.example", slackId: null }),
      aContact({ id: "south-it", name: "Alex Moor", kind: "person", role: "IT", email: "it@south.example", slackId: null }),
    ],
    channels: [
      { id: "eng", name: "#engineering", kind: "slack", conversationId: "C0ENG" },
      { id: "team", name: "Operations", kind: "teamsChannel", teamId: "t", channelId: "c" },
      { id: "mail", name: "Mail", kind: "mail", from: null },
      { id: "portal-news", name: "Portal news", kind: "manual", instruction: "Post it on the portal." },
    ],
    ...changes,
  };
}
