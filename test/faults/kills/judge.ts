import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isWhole } from "../../../src/adapters/sqlite/database-file.ts";
import { allMigrations } from "../../../src/adapters/sqlite/migrations/all-migrations.ts";
import { newestVersion } from "../../../src/adapters/sqlite/migrations/migration.ts";
import { canonicalJson } from "../../../src/core/domain/canonical-json.ts";
import { type AcceptedMessage, type Violation, violationsIn } from "../invariants.ts";
import { approvedAs } from "../servers/ledger.ts";
import { type Desk, noteApprovals } from "./desk.ts";
import { type FileContent, readAnyVersion, readWorkspaceFile, versionOf } from "./workspace-file.ts";

/** The file and the provider's ledger, held against each other. */
export type Judgement = { readonly violations: readonly Violation[]; readonly content: FileContent };

/** Judges what a killed backend left: a file it had not migrated yet is as it was. */
export function judgeKilled(desk: Desk): Pick<Judgement, "violations"> {
  if (versionOf(desk.file) === newestVersion(allMigrations)) return judge(desk);
  const { approved, lastEntry, chainHolds } = readAnyVersion(desk.file);
  const isSame =
    chainHolds &&
    lastEntry?.hash === desk.lastCommitted?.hash &&
    [...desk.approved].every(([id, said]) => canonicalJson(said) === canonicalJson(approved.get(id) ?? null));
  return {
    violations: isSame ? [] : [{ rule: "a migration that is not over changes nothing", deliveryId: "", detail: desk.file }],
  };
}

/** Judges a workspace nobody has open: after a kill, and when all is settled. */
export function judge(desk: Desk): Judgement {
  const content = readWorkspaceFile(desk.file);
  noteApprovals(desk, content.deliveries);
  const accepted = acceptedBy(desk, content);
  const violations = [
    ...violationsIn({
      accepted,
      deliveries: content.deliveries,
      approved: desk.approved,
      audit: content.audit,
      chainHolds: content.chainHolds,
      now: desk.now,
    }),
    ...frozenViolations(desk, content),
    ...arrivalViolations(desk, accepted),
    ...durabilityViolations(desk, content),
    ...secretViolations(desk),
    ...desk.server.refused().map((detail) => ({ rule: "the provider understands every request", deliveryId: "", detail })),
  ];
  return { violations, content };
}

/** The ledger, each message with the delivery it is: by our mark, or by what it says and where. */
export function acceptedBy(desk: Desk, { deliveries }: FileContent): readonly AcceptedMessage[] {
  const bySaying = new Map(deliveries.map((delivery) => [sayingOf(approvedAs(delivery)), delivery.id]));
  return desk.server.accepted().map((message) => {
    const deliveryId = message.deliveryId ?? bySaying.get(sayingOf(message)) ?? "";
    const { recipients, body } = message;
    return { deliveryId, recipients, body, leftAt: desk.arrivals.get(deliveryId)?.at ?? message.leftAt };
  });
}

function sayingOf({ recipients, body }: { readonly recipients: string; readonly body: string }): string {
  return `${recipients}\n${body}`;
}

function frozenViolations(desk: Desk, { deliveries }: FileContent): readonly Violation[] {
  return deliveries
    .filter((delivery) => {
      const first = desk.approved.get(delivery.id);
      return first !== undefined && sayingOf(first) !== sayingOf(approvedAs(delivery));
    })
    .map(({ id }) => ({ rule: "what was approved stays as it is", deliveryId: id, detail: "the file says something else" }));
}

/** When a message's request had arrived, the file said `sending`, of the window's revision, and nothing was paused. */
function arrivalViolations(desk: Desk, accepted: readonly AcceptedMessage[]): readonly Violation[] {
  return accepted.flatMap(({ deliveryId }): Violation[] => {
    const arrival = desk.arrivals.get(deliveryId);
    if (arrival === undefined) {
      return [{ rule: "sending is committed before the first byte", deliveryId, detail: "the file did not say sending" }];
    }
    const { approvedRevision, revision, pauses } = arrival;
    if (approvedRevision !== revision) {
      return [
        { rule: "nothing of another revision", deliveryId, detail: `revision ${approvedRevision} of a window at ${revision}` },
      ];
    }
    return pauses > 0 ? [{ rule: "nothing while sending is paused", deliveryId, detail: "sending was paused" }] : [];
  });
}

/** What a child said it had committed is in the file; backups that have their name are whole. */
function durabilityViolations(desk: Desk, { audit }: FileContent): readonly Violation[] {
  const last = desk.lastCommitted;
  const entry = last === null ? null : audit[last.sequence - 1];
  const isKept = last === null || (entry?.sequence === last.sequence && entry.hash === last.hash);
  const backups = join(desk.folder, "backups");
  const named = readdirSync(desk.folder).includes("backups")
    ? readdirSync(backups).filter((name) => name.endsWith(".forewarn"))
    : [];
  const newest = named.sort().at(-1);
  return [
    ...(isKept ? [] : [{ rule: "committed work survives", deliveryId: "", detail: `audit entry ${last?.sequence} is gone` }]),
    ...(newest === undefined || isWhole(join(backups, newest))
      ? []
      : [{ rule: "a backup that has its name is whole", deliveryId: "", detail: newest }]),
  ];
}

/** No token in the workspace, its backups, its log, or in what the children wrote. */
function secretViolations(desk: Desk): readonly Violation[] {
  const secrets = [...desk.everySecret];
  const found = (where: string): Violation => ({ rule: "no secret in any log or file", deliveryId: "", detail: where });
  return [
    ...(secrets.some((secret) => desk.said.includes(secret)) ? [found("what the backend printed")] : []),
    ...filesIn(desk.folder).flatMap((path) => {
      const bytes = readFileSync(path);
      return secrets.some((secret) => bytes.includes(secret)) ? [found(path)] : [];
    }),
  ];
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile());
}
