import type { MessagingKind } from "../../../src/core/domain/connection-kind.ts";
import type { Delivery, Receipt } from "../../../src/core/domain/delivery.ts";
import { minute } from "../../../src/core/domain/instant.ts";
import type { ConnectionParts, MessagingConnection } from "../../../src/core/ports/connector.ts";
import type { LookUpOutcome, Outgoing, Passage, SendOutcome } from "../../../src/core/ports/messenger.ts";
import type { AcceptedMessage } from "../invariants.ts";
import { type Departures, messageText, recipientsText } from "./departures.ts";
import type { Process } from "./faulty-store.ts";
import type { Random } from "./random.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** What becomes of one attempt. */
const fates = {
  takes: 10,
  takesAndLosesTheAnswer: 2,
  losesTheRequest: 1.5,
  hangsThenTakes: 1,
  hangsBeforeItLeaves: 0.7,
  refuses: 0.8,
  asksToWait: 1.5,
  cannotBeReached: 1.5,
  refusesTheSignIn: 0.5,
  takesAndThrows: 0.4,
} as const;
type Fate = keyof typeof fates;

export type SimulatedProviders = {
  /** The truth: what the providers took. */
  readonly ledger: (AcceptedMessage & { readonly at: number })[];
  /** Makes connections for one process of the application. */
  connectionFor(kind: MessagingKind, process: Process, parts: ConnectionParts): MessagingConnection;
  /** From now on everything works. */
  calm(): void;
  /** The whole network is there or not. */
  setReachable(reachable: boolean): void;
};

type Draft = { readonly deliveryId: string; state: "there" | "sent" | "deleted" };

/** Slack and Microsoft as the outbox meets them: they take, lose, refuse, hang and answer late, and their ledger is the truth. */
export function createSimulatedProviders(
  time: VirtualTime,
  random: Random,
  departures: Departures,
  trace: (line: string) => void,
): SimulatedProviders {
  const ledger: SimulatedProviders["ledger"] = [];
  const drafts = new Map<string, Draft>();
  const fatesNow = random.varied(fates);
  let isCalm = false;
  let isReachable = true;
  let count = 0;

  const short = (): number => random.whole(20, 900);
  const serial = (): number => {
    count += 1;
    return count;
  };

  function take(delivery: Delivery, draft: string | null, leftAt: number | null): Receipt | null {
    const mail = draft === null ? undefined : drafts.get(draft);
    if (mail !== undefined) {
      if (mail.state === "deleted") return null;
      mail.state = "sent";
    }
    const messageId = `message-${serial()}`;
    ledger.push({
      deliveryId: delivery.id,
      recipients: recipientsText(delivery),
      body: messageText(delivery),
      leftAt,
      at: time.trueNow(),
    });
    trace(`  ledger: took ${delivery.id} #${delivery.fence}`);
    return { messageId, threadId: messageId, at: time.now(), detail: "Taken." };
  }

  const gone: SendOutcome = { kind: "refused", detail: "The draft is gone." };
  const unreachable: SendOutcome = { kind: "unsent", detail: "Not reached.", retryAt: null, concernsAll: true };

  function retryAt(): number | null {
    return random.chance(0.4) ? null : time.now() + (random.pick([2_000, 30_000, 5 * minute, 50 * minute]) ?? 0);
  }

  async function send(
    kind: MessagingKind,
    heard: () => void,
    isAlive: () => boolean,
    { delivery }: Outgoing,
    passage: Passage,
    leave: () => void,
  ): Promise<SendOutcome> {
    const fate: Fate = isCalm ? "takes" : isReachable ? random.weighted(fatesNow) : "cannotBeReached";
    await time.delay(short());
    if (fate === "cannotBeReached") return unreachable;
    if (fate === "refusesTheSignIn" && random.chance(0.5)) return { kind: "signInNeeded", detail: "Sign in again." };
    let draft: string | null = null;
    if (delivery.address.kind === "mail") {
      draft = `draft-${serial()}`;
      drafts.set(draft, { deliveryId: delivery.id, state: "there" });
      await time.delay(short());
      passage.remember(draft);
    }
    if (fate === "hangsBeforeItLeaves") await time.delay(random.whole(60_000, 8 * minute));
    else if (!isCalm && random.chance(0.3)) await time.delay(random.whole(100, 20_000));
    if (!passage.mayLeave()) return { kind: "withheld" };
    leave();
    const leftAt = time.wasWrong() ? null : time.now();
    // From here on the request is on its way, whatever becomes of the process that wrote it.
    const arrived = (after: number): Promise<Receipt | null> =>
      new Promise((resolve) => time.after(after, () => resolve(take(delivery, draft, leftAt))));
    const answered = (receipt: Receipt | null): SendOutcome => {
      if (isAlive()) heard();
      return receipt === null ? gone : { kind: "accepted", receipt };
    };
    switch (fate) {
      case "takes":
        return answered(await arrived(short()));
      case "takesAndLosesTheAnswer":
        await arrived(short());
        await time.delay(random.whole(10, 30_000));
        return { kind: "unknown", detail: "The answer was lost." };
      case "losesTheRequest":
        await time.delay(random.whole(10, 30_000));
        return { kind: "unknown", detail: "The connection broke." };
      case "hangsThenTakes": {
        // Exchange settles within two minutes; what Slack took may show late.
        const receipt = await arrived(random.whole(1_000, draft === null ? 7 * minute : minute));
        await time.delay(random.whole(10, 6 * minute));
        return answered(receipt);
      }
      case "takesAndThrows":
        await arrived(short());
        throw new Error("An adapter's bug");
      case "refuses":
        await time.delay(short());
        return { kind: "refused", detail: "No such channel." };
      case "asksToWait":
        if (kind === "slack") {
          await time.delay(short());
          return { kind: "unsent", detail: "Too fast.", retryAt: retryAt(), concernsAll: true };
        }
        // A 429 of Microsoft's is no proof.
        if (random.chance(0.5)) await arrived(short());
        else await time.delay(short());
        return { kind: "unknown", detail: "Too many requests." };
      case "refusesTheSignIn":
        await time.delay(short());
        return { kind: "signInNeeded", detail: "Sign in again." };
      case "hangsBeforeItLeaves":
        return answered(await arrived(short()));
    }
  }

  async function lookUp(delivery: Delivery, heard: () => void): Promise<LookUpOutcome> {
    await time.delay(short());
    if (!isCalm && (!isReachable || random.chance(0.3))) return { kind: "cannotTell", detail: "Not reached." };
    heard();
    const found = ledger.find(({ deliveryId }) => deliveryId === delivery.id);
    const settled = isCalm || (found !== undefined && time.trueNow() - found.at > 2_000);
    if (found !== undefined && settled) {
      const messageId = `message-of-${delivery.id}`;
      return { kind: "found", receipt: { messageId, threadId: messageId, at: time.now(), detail: "Found." } };
    }
    const mail = delivery.handle === null ? undefined : drafts.get(delivery.handle);
    if (delivery.address.kind === "mail" && mail?.deliveryId === delivery.id && mail.state === "there") {
      const since = delivery.state.kind === "unknown" ? delivery.state.since : time.now();
      if (time.now() - since < 2 * minute) return { kind: "cannotTell", detail: "Still a draft." };
      // Taken away before it is said to be unsent: nothing on its way can still send it.
      mail.state = "deleted";
      return { kind: "unsent", detail: "Still a draft." };
    }
    return { kind: "absent" };
  }

  return {
    ledger,
    connectionFor(kind, process, { heardTime }) {
      const isAlive = (): boolean => process.isAlive;
      const heard = (): void => {
        if (isAlive()) heardTime(time.trueNow());
      };
      return {
        messages: {
          async send(outgoing, passage) {
            const { delivery } = outgoing;
            trace(`  send ${delivery.id} #${delivery.fence} by process ${process.number}`);
            const attempt = departures.begins(process, delivery);
            try {
              const leave = (): void => {
                trace(`  leaves ${delivery.id} #${delivery.fence}`);
                departures.leaves(attempt);
              };
              const outcome = await send(kind, heard, isAlive, outgoing, passage, leave);
              trace(`  answer ${delivery.id} #${delivery.fence}: ${outcome.kind}`);
              return outcome;
            } finally {
              departures.ends(attempt);
            }
          },
          async lookUp(delivery) {
            const seen = await lookUp(delivery, heard);
            trace(`  look ${delivery.id}: ${seen.kind}`);
            return seen;
          },
        },
        async check() {
          await time.delay(random.chance(0.1) && !isCalm ? random.whole(1_000, 60_000) : short());
          if (!isCalm && (!isReachable || random.chance(0.15))) return { kind: "unreachable", detail: "Not reached." };
          if (!isCalm && random.chance(0.03)) return { kind: "refused", detail: "Sign in again." };
          heard();
          return { kind: "works", account: "desk", place: "example.org" };
        },
      };
    },
    calm() {
      isCalm = true;
      isReachable = true;
    },
    setReachable(reachable) {
      isReachable = reachable;
    },
  };
}
