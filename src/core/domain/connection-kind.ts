/** The systems Forewarn can be connected to. */
export const connectionKinds = ["slack", "graph", "pagerDuty", "serviceNow", "jira", "datadog", "github", "webhook"] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

/** Those that carry messages. */
export const messagingKinds = ["slack", "graph"] as const satisfies readonly ConnectionKind[];
export type MessagingKind = (typeof messagingKinds)[number];

export function isConnectionKind(text: string): text is ConnectionKind {
  return connectionKinds.some((kind) => kind === text);
}

export function carriesMessages(kind: ConnectionKind): kind is MessagingKind {
  return kind === "slack" || kind === "graph";
}

/** As people call them. */
export const connectionNames = {
  slack: "Slack",
  graph: "Microsoft 365",
  pagerDuty: "PagerDuty",
  serviceNow: "ServiceNow",
  jira: "Jira",
  datadog: "Datadog",
  github: "GitHub",
  webhook: "Webhook",
} as const satisfies Record<ConnectionKind, string>;
