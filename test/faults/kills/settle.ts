import { minute } from "../../../src/core/domain/instant.ts";
import { unsettledIn, type Violation } from "../invariants.ts";
import type { Child } from "./child.ts";
import { begin, type Desk } from "./desk.ts";
import { connectionOf, drain, passAll, putInOrder, tolerant } from "./drives.ts";
import { acceptedBy, type Judgement, judge } from "./judge.ts";
import { readWorkspaceFile } from "./workspace-file.ts";

/**
 * Long enough for every back-off, every look-up after a doubt, and both customers of a mail. Second by second at first:
 * what was approved just before the last kill, or restored, may be looked at before its time has come, and must wait for it.
 */
const patience = [
  ...Array.from({ length: 14 }, () => 1_000),
  15_000,
  40_000,
  2 * minute,
  2_000,
  2 * minute,
  2_000,
  6 * minute,
  2_000,
  10 * minute,
  2_000,
];

/**
 * With faults off a backend is opened once more and time passes. What is unknown then is what the provider can't tell, and
 * a person decides it; after that nothing may be left over.
 */
export async function settle(desk: Desk): Promise<Judgement> {
  const life = await begin(desk, { point: null, chance: () => false, within: 0 });
  const { child } = life;
  const violations: Violation[] = [];
  try {
    await child.opened;
    await putInOrder(desk, child);
    await child.call("connections.connect", connectionOf(desk), { token: desk.server.token(), apiUrl: null, values: {} });
    await passAll(desk, child, patience);
    await drain(desk, child);
    violations.push(...leftOver(desk));
    await decide(desk, child);
    await drain(desk, child);
    // What was sent again may have come too late by now, and is held: that, too, is a person's to end.
    await decide(desk, child);
    await drain(desk, child);
    const { deliveries } = readWorkspaceFile(desk.file);
    for (const { id, state } of deliveries) {
      if (!["accepted", "confirmed", "cancelled", "superseded"].includes(state.kind)) {
        violations.push({ rule: "with faults off everything settles", deliveryId: id, detail: JSON.stringify(state) });
      }
    }
    await child.order({ do: "close" });
    await child.gone;
  } finally {
    await child.kill();
    life.end();
  }
  const judgement = judge(desk);
  return { ...judgement, violations: [...violations, ...judgement.violations] };
}

/** What should have settled by itself: whatever is in line, and doubts about messages that the provider shows. */
function leftOver(desk: Desk): readonly Violation[] {
  const content = readWorkspaceFile(desk.file);
  const taken = acceptedBy(desk, content).map(({ deliveryId }) => deliveryId);
  const isFound = (id: string): boolean => {
    const times = taken.filter((each) => each === id).length;
    // In Teams a message is known by its words: one that a person had sent again is there twice, and only a person can tell.
    return desk.provider === "mail" || times === 1 || (times > 1 && desk.provider !== "teams");
  };
  const doubts = content.deliveries
    .filter(({ id, state }) => state.kind === "unknown" && isFound(id))
    .map(({ id, state }) => ({
      rule: "what the provider shows is found",
      deliveryId: id,
      detail: JSON.stringify(state),
    }));
  return [...unsettledIn(content.deliveries, desk.now), ...doubts];
}

/** A person's word on everything that needs one, given what is really there. */
async function decide(desk: Desk, child: Child): Promise<void> {
  const content = readWorkspaceFile(desk.file);
  const taken = new Set(acceptedBy(desk, content).map(({ deliveryId }) => deliveryId));
  for (const { id, state, carrier } of content.deliveries) {
    await tolerant(async () => {
      if (state.kind === "unknown") {
        await child.call("outbox.decide", id, taken.has(id) ? "itWasSent" : "sendAgain", "Looked at the provider");
      } else if (state.kind === "held" || state.kind === "failed") await child.call("outbox.cancel", id, "No longer of use");
      else if (carrier === "manual") await child.call("outbox.markDone", id, "");
    });
  }
}
