import { toCsv } from "../../domain/csv.ts";
import { type Delivery, type DeliveryState, recipientKey, subjectOf } from "../../domain/delivery.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Stage } from "../../domain/matrix.ts";
import type { Notice } from "../../domain/notice.ts";
import { heardSince, receivedAtOf, tellsOfStart } from "../../domain/promises/acceptance.ts";
import { describeTime } from "../../domain/time-text.ts";
import type { ShortNotice } from "../../domain/window.ts";
import type { ReadStore } from "../../ports/store.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";

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
  /** `kept`, `not kept`, `not told`; empty where nothing was promised. */
  readonly promise: string;
  /** The last chance to keep the promise; null where nothing was promised. */
  readonly promisedUntil: Instant | null;
  /** When the recipient first heard of this start, which the promise is measured by; null when they did not. */
  readonly heardAt: Instant | null;
};

export type EvidenceView = {
  readonly windowTitle: string;
  readonly windowReference: string;
  readonly exportedAt: Instant;
  /** Why a window was told of later than promised, and who agreed; null when nobody said so. */
  readonly shortNotice: ShortNotice | null;
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
      const deliveries = reading.deliveriesOf(windowId);
      // What was practised reached nobody: each is measured among its own.
      const practised = deliveries.filter(({ carrier }) => carrier === "practice");
      const carried = deliveries.filter(({ carrier }) => carrier !== "practice");
      const since = new Map([...heardSince(practised), ...heardSince(carried)]);
      return done({
        windowTitle: window.title,
        windowReference: window.reference,
        exportedAt: clock.now(),
        shortNotice: window.shortNotice,
        rows: deliveries
          .toSorted((a, b) => a.approvedAt - b.approvedAt || a.sendAt - b.sendAt)
          .map((delivery) => evidenceRow(reading, delivery, since)),
      });
    });
  }
  return {
    ofWindow,
    csv(windowId) {
      const evidence = ofWindow(windowId);
      if (!evidence.ok) return evidence;
      const { windowReference, shortNotice, rows } = evidence.value;
      const lines = rows.map((row) => csvRow(row, shortNotice));
      return done({ fileName: `${windowReference}-evidence.csv`, csv: toCsv(csvHeader, lines) });
    },
    json(windowId) {
      const evidence = ofWindow(windowId);
      if (!evidence.ok) return evidence;
      const { windowReference, windowTitle, exportedAt, shortNotice, rows } = evidence.value;
      const exported = {
        format: "forewarn-evidence-1",
        window: { reference: windowReference, title: windowTitle, shortNotice },
        exportedAt: isoText(exportedAt),
        deliveries: rows.map(jsonRow),
      };
      return done({ fileName: `${windowReference}-evidence.json`, json: `${JSON.stringify(exported, null, 2)}\n` });
    },
  };
}

function evidenceRow(store: ReadStore, delivery: Delivery, since: ReadonlyMap<string, Instant>): EvidenceRow {
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
    ...promiseKept(notice, delivery, since),
  };
}

/** Whether the promised notice was kept by when it was really accepted. */
function promiseKept(
  notice: Notice | null,
  delivery: Delivery,
  since: ReadonlyMap<string, Instant>,
): Pick<EvidenceRow, "promise" | "promisedUntil" | "heardAt"> {
  const promise = notice?.recipients.find((recipient) => recipientKey(recipient) === recipientKey(delivery))?.promise;
  const receivedAt = receivedAtOf(delivery);
  const heardAt = tellsOfStart(delivery.stage) ? (since.get(delivery.id) ?? receivedAt) : receivedAt;
  if (promise === undefined || promise.kind === "none") return { promise: "", promisedUntil: null, heardAt };
  const { latest } = promise;
  return { promise: heardAt === null ? "not told" : heardAt <= latest ? "kept" : "not kept", promisedUntil: latest, heardAt };
}

function jsonRow({ approvedAt, state, promisedUntil, heardAt, ...row }: EvidenceRow): Readonly<Record<string, unknown>> {
  const receipt = state.kind === "accepted" || state.kind === "confirmed" ? state.receipt : null;
  return {
    ...row,
    approvedAt: isoText(approvedAt),
    state: state.kind,
    promisedUntil: promisedUntil === null ? null : isoText(promisedUntil),
    heardAt: heardAt === null ? null : isoText(heardAt),
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
  "Promised until",
  "First heard",
  "Shorter notice because",
  "Shorter notice agreed by",
];

function csvRow(row: EvidenceRow, shortNotice: ShortNotice | null): readonly string[] {
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
    row.promisedUntil === null ? "" : describeTime(row.promisedUntil, "UTC"),
    row.heardAt === null ? "" : describeTime(row.heardAt, "UTC"),
    row.promise === "not kept" ? (shortNotice?.reason ?? "") : "",
    row.promise === "not kept" ? (shortNotice?.approver ?? "") : "",
  ];
}
