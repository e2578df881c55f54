import { type ConnectionKind, connectionNames } from "../../domain/connection-kind.ts";
import { type Answer, done, refuse } from "../answer.ts";
import type { Dependencies } from "../dependencies.ts";
import { mayWrite, workspaceIn } from "../workspace-in-use.ts";
import type { ConnectionFor } from "./open-connections.ts";

/** Sends a test message to the person who connected a system, in practice, too; says where it is to be found. */
export async function sendTestMessage(
  { store, clock, changes }: Pick<Dependencies, "store" | "clock" | "changes">,
  connectionFor: ConnectionFor,
  kind: ConnectionKind,
): Promise<Answer<{ readonly where: string }>> {
  const allowed = mayWrite(store);
  if (!allowed.ok) return allowed;
  const { name, coordinator } = store.read(workspaceIn);
  const connection = connectionFor(kind);
  if (connection?.tellMyself === undefined) {
    return refuse("notPossible", `${connectionNames[kind]} is not connected, or carries no messages. Nothing was sent.`);
  }
  const words = {
    subject: `Test from Forewarn: ${name}`,
    text: `This is a test from Forewarn, workspace ${name}. It went to you alone, and means that messages can leave this way.`,
  };
  const asked = await connection.tellMyself(words, coordinator.email);
  const told = asked.kind === "answered" ? asked.value : null;
  store.write((writing) => {
    if (told !== null) writing.connectionWorked(kind, clock.now());
    writing.appendAudit({
      at: clock.now(),
      who: coordinator.name,
      what: "connections.sendTest",
      subjectId: kind,
      before: null,
      after: told ?? { failed: asked.kind },
    });
  });
  if (told !== null) changes.emit({ topic: "connections" });
  if (asked.kind !== "answered") {
    const left = asked.kind === "unreachable" ? "The test may or may not have left." : "No test was sent.";
    return refuse("connection", `${asked.detail} ${left}`);
  }
  return done(asked.value);
}
