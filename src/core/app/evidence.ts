import { toCsv } from "../domain/csv.ts";
import { type Delivery, type DeliveryState, subjectOf } from "../domain/delivery.ts";
import type { Instant } from "../domain/instant.ts";
import type { Stage } from "../domain/matrix.ts";
import type { Notice } from "../domain/notice.ts";
import { describeTime } from "../domain/time-text.ts";
import type { ReadStore } from "../ports/store.ts";
import { type Answer, done, refuse } from "./answer.ts";
import type { Dependencies } from "./dependencies.ts";

/** One line of evidence: one recipient, one message. Instants are UTC. */
export type EvidenceRow = {
  readonly stage: Stage;
  readonly audience: string;
  readonly channel: string;
  readonly customer: string | null;
  readonly recipients: readonly { readonly name: string; readonly email: string }[];
  readonly subject: string;
  readonly approvedBy: string;
  readonly approvedAt: Instant;
  readonly state: DeliveryState;
  readonly carrier: string;
  readonly promise: string;
};

export type EvidenceView = {
  readonly windowTitle: string;
  readonly windowReference: string;
  readonly exportedAt: Instant;
  readonly rows: readonly EvidenceRow[];
};

export interface Evidence {
  ofWindow(windowId: string): Answer<EvidenceView>;
  /** RFC 4180, UTF-8; formula characters neutralised. */
  csv(windowId: string): Answer<{ readonly fileName: string; readonly csv: string }>;
  /** The same lines for a program: every value as it is, instants as ISO 8601 in UTC. */
  json(windowId: string): Answer<{ readonly fileName: string; readonly json: string }>;
}

export function createEvidence({ store, clock }: Pick<Dependencies, "store" | "clock">): Evidence {
  function ofWindow(windowId: string): Answer<EvidenceView> {
    return store.read((reading) => {
      const window = reading.window(windowId);
      if (window === null) return refuse("notFound", "There is no such window any more.");
      return done({
        windowTitle: window.title,
        windowReference: window.reference,
        exportedAt: clock.now(),
        rows: reading
          .deliveriesOf(windowId)
          .toSorted((a, b) => a.approvedAt - b.approvedAt || a.sendAt - b.sendAt)
          .map((delivery) => evidenceRow(reading, delivery)),
      });
    });
  }
  return {
    ofWindow,
    csv(windowId) {
      const evidence = ofWindow(windowId);
      if (!evidence.ok) return evidence;
      const { windowReference, rows } = evidence.value;
      return done({ fileName: `${windowReference}-evidence.csv`, csv: toCsv(csvHeader, rows.map(csvRow)) });
    },
    json(windowId) {
      const evidence = ofWindow(windowId);
      if (!evidence.ok) return evidence;
      const { windowReference, windowTitle, exportedAt, rows } = evidence.value;
      const exported = {
        format: "forewarn-evidence-1",
        window: { reference: windowReference, title: windowTitle },
        exportedAt: isoText(exportedAt),
        deliveries: rows.map(jsonRow),
      };
      return done({ fileName: `${windowReference}-evidence.json`, json: `${JSON.stringify(exported, null, 2)}\n` });
    },
  };
}

function evidenceRow(store: ReadStore, delivery: Delivery): EvidenceRow {
  const { audiences, customers } = store.directory();
  const notice = store.notice(delivery.noticeId);
  return {
    stage: delivery.stage,
    audience: audiences.find(({ id }) => id === delivery.audienceId)?.name ?? "",
    channel: delivery.channelName,
    customer: customers.find(({ id }) => id === delivery.customerId)?.name ?? null,
    recipients: delivery.recipients.map(({ name, email }) => ({ name, email })),
    subject: subjectOf(delivery.content),
    approvedBy: delivery.approvedBy,
    approvedAt: delivery.approvedAt,
    state: delivery.state,
    carrier: delivery.carrier,
    promise: notice === null ? "" : promiseKept(notice, delivery),
  };
}

/** Whether the promised notice was kept by when it was really accepted; empty where none was promised. */
function promiseKept(notice: Notice, delivery: Delivery): string {
  const recipient = notice.recipients.find(
    ({ channelId, customerId }) => channelId === delivery.channelId && customerId === delivery.customerId,
  );
  if (recipient === undefined || recipient.promise.kind === "none") return "";
  const { state } = delivery;
  if (state.kind !== "accepted" && state.kind !== "confirmed") return "not told";
  return state.receipt.at <= recipient.promise.latest ? "kept" : "not kept";
}

function jsonRow({ approvedAt, state, ...row }: EvidenceRow): Readonly<Record<string, unknown>> {
  const receipt = state.kind === "accepted" || state.kind === "confirmed" ? state.receipt : null;
  return {
    ...row,
    approvedAt: isoText(approvedAt),
    state: state.kind,
    receipt: receipt === null ? null : { ...receipt, at: isoText(receipt.at) },
  };
}

function isoText(at: Instant): string {
  return new Date(at).toISOString();
}

const csvHeader = [
  "Stage",
  "Audience",
  "Channel",
  "Customer",
  "Recipients",
  "Subject",
  "Approved by",
  "Approved at",
  "State",
  "Told at",
  "Receipt",
  "Carried by",
  "Promised notice",
];

function csvRow(row: EvidenceRow): readonly string[] {
  const receipt = row.state.kind === "accepted" || row.state.kind === "confirmed" ? row.state.receipt : null;
  return [
    row.stage,
    row.audience,
    row.channel,
    row.customer ?? "",
    row.recipients.map(({ name, email }) => `${name} <${email}>`).join("; "),
    row.subject,
    row.approvedBy,
    describeTime(row.approvedAt, "UTC"),
    row.state.kind,
    receipt === null ? "" : describeTime(receipt.at, "UTC"),
    receipt === null ? "" : receipt.messageId || receipt.detail,
    row.carrier,
    row.promise,
  ];
}
